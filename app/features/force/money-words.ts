import type { Format } from '#app/i18n/format.ts'

export interface MoneyAmount {
  /** A decimal with two places. */
  readonly amount: string
  readonly currency: string
}

/** An amount in the reader's digits: in full, without decimals when they are .00, then the code of its currency (FS-38). */
export function amountIn(format: Pick<Format, 'number'>, { amount, currency }: MoneyAmount): string {
  const places = /\.0*[1-9]/.test(amount) ? 2 : 0
  const number = format.number(Number(amount), { minimumFractionDigits: places, maximumFractionDigits: places })
  return `${number}\u00a0${currency}`
}
