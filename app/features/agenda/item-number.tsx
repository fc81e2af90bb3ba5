import { Name } from '#app/i18n/bdi.tsx'
import type { RegisteredNames } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { numberIn } from './numbering.ts'

/** An item's label in the reader's script, kept whole. */
export function ItemNumber({ number }: { number: string }) {
  const { locale } = useWords()
  return <bdi className="nw">{numberIn(number, locale)}</bdi>
}

/** `7(b)  Command relationships and national limits` */
export const ItemTitle = ({ item }: { item: { number: string; names: RegisteredNames } }) => (
  <>
    <ItemNumber number={item.number} />
    {'\u2002'}
    <Name names={item.names} />
  </>
)
