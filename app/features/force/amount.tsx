import { useWords } from '#app/i18n/words-provider.tsx'
import { amountIn, type MoneyAmount } from './money-words.ts'

/** `120,000,000 EUR`, on one line: the number is read from its first digit in every language (FS-38). */
export function Amount({ money }: { money: MoneyAmount }) {
  const { format } = useWords()
  return (
    <bdi dir="ltr" className="nw">
      {amountIn(format, money)}
    </bdi>
  )
}
