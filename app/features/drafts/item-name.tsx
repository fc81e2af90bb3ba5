import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Names } from '#app/kernel/text.ts'

interface ItemNameProps {
  readonly item: { readonly number: string; readonly names: Names } | null
}

/** `7(b) Command relationships`, in the reader's language. */
export function ItemName({ item }: ItemNameProps) {
  const { locale, t } = useWords()
  if (!item) return <span className="muted">{t('common.none')}</span>
  return (
    <>
      <b>
        <bdi dir="ltr">{item.number}</bdi>
      </b>{' '}
      <bdi>{nameIn(item.names, locale)}</bdi>
    </>
  )
}
