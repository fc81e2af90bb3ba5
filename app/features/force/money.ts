import { isCounted, type OfferStatus } from './pipeline.ts'
import { asTyped, isNegative } from './strengths.ts'

export type AmountRefusal = `force/amount-${'empty' | 'negative' | 'ambiguous' | 'too-large' | 'unreadable'}`
export type AmountRead =
  /** A decimal with two places: `120000000.00`. */
  { readonly ok: true; readonly amount: string } | { readonly ok: false; readonly code: AmountRefusal }

/** Digits before the point that can be stored. */
const mostDigits = 18
const ungrouped = /^(\d+)(?:[.,\u066b](\d{1,2}))?$/
const inGroups = /^([1-9]\d{0,2}([.,\u066c' ])\d{3}(?:\2\d{3})*)(?!\2)[.,\u066b](\d{1,2})$/
const inWholeGroups = /^[1-9]\d{0,2}(?:([\u066c' ])\d{3}(?:\1\d{3})*|([.,])\d{3}(?:\2\d{3})+)$/

/**
 * An amount as it is typed (EC-82): zero is one, and so are Arabic-Indic digits and a decimal comma. `1,200` and `1.200`
 * are refused: some currencies have three places.
 */
export function readAmount(typed: string): AmountRead {
  const text = asTyped(typed)
  if (text === '') return { ok: false, code: 'force/amount-empty' }
  if (isNegative(text)) return { ok: false, code: 'force/amount-negative' }
  if (!/^\d[\d.,\u066b\u066c' ]*$/.test(text)) return { ok: false, code: 'force/amount-unreadable' }
  const parts = wholeAndCents(text)
  if (!parts) return { ok: false, code: 'force/amount-ambiguous' }
  const whole = String(BigInt(parts.whole.replace(/\D/g, '')))
  if (whole.length > mostDigits) return { ok: false, code: 'force/amount-too-large' }
  return { ok: true, amount: `${whole}.${parts.cents.padEnd(2, '0')}` }
}

function wholeAndCents(text: string): { whole: string; cents: string } | null {
  if (inWholeGroups.test(text)) return { whole: text, cents: '' }
  const plain = ungrouped.exec(text)
  if (plain?.[1]) return { whole: plain[1], cents: plain[2] ?? '' }
  const groups = inGroups.exec(text)
  return groups?.[1] ? { whole: groups[1], cents: groups[3] ?? '' } : null
}

/** Money that a state offers; `amount` a decimal of no more than two places. */
export interface MoneyOffer {
  readonly fundId: string | null
  readonly currency: string
  readonly amount: string
  readonly status: OfferStatus
  /** One of its conditions is open. */
  readonly isConditional: boolean
}

export interface MoneyFund {
  readonly fundId: string
  readonly currency: string
  readonly target: string
}

/** Decimals with two places, of one currency. */
export interface MoneyTotal {
  readonly currency: string
  /** Pledged, committed or paid; `firm` and `conditional` together. */
  readonly counted: string
  readonly firm: string
  readonly conditional: string
  /** Named, not promised. */
  readonly indicated: string
}

/** What was offered to one fund, or to none, in one currency. */
export interface FundTotal extends MoneyTotal {
  readonly fundId: string | null
  /** The fund's, in its own currency; null in another one and where there is no fund. */
  readonly target: string | null
  /** What is counted lacks of it. */
  readonly gap: string | null
}

/** Each currency by itself, in the order of their codes (EC-82). */
export const byCurrency = (offers: readonly MoneyOffer[]): MoneyTotal[] =>
  currenciesOf(offers).map((currency) => totalOf(currency, offers))

/** Each fund, then what goes to none; what comes in another currency than the fund's stands apart, against no target (EC-82). */
export function byFund(offers: readonly MoneyOffer[], funds: readonly MoneyFund[]): FundTotal[] {
  const known = new Set(funds.map(({ fundId }) => fundId))
  const inFunds = funds.flatMap((fund) => {
    const given = offers.filter(({ fundId }) => fundId === fund.fundId)
    const others = currenciesOf(given).filter((currency) => currency !== fund.currency)
    const own = totalOf(fund.currency, given)
    const gap = cents(fund.target) - cents(own.counted)
    return [
      { fundId: fund.fundId, ...own, target: decimal(cents(fund.target)), gap: decimal(gap > 0n ? gap : 0n) },
      ...others.map((currency) => withoutTarget(fund.fundId, currency, given)),
    ]
  })
  const outside = offers.filter(({ fundId }) => fundId === null || !known.has(fundId))
  return [...inFunds, ...currenciesOf(outside).map((currency) => withoutTarget(null, currency, outside))]
}

const withoutTarget = (fundId: string | null, currency: string, offers: readonly MoneyOffer[]): FundTotal => ({
  fundId,
  ...totalOf(currency, offers),
  target: null,
  gap: null,
})

const currenciesOf = (offers: readonly MoneyOffer[]): string[] =>
  [...new Set(offers.map(({ currency }) => currency))].sort()

function totalOf(currency: string, offers: readonly MoneyOffer[]): MoneyTotal {
  const given = offers.filter((offer) => offer.currency === currency)
  const counted = given.filter(({ status }) => isCounted(status))
  const conditional = centsOf(counted.filter(({ isConditional }) => isConditional))
  return {
    currency,
    counted: decimal(centsOf(counted)),
    firm: decimal(centsOf(counted) - conditional),
    conditional: decimal(conditional),
    indicated: decimal(centsOf(given.filter(({ status }) => status === 'INDICATED'))),
  }
}

const centsOf = (offers: readonly MoneyOffer[]): bigint =>
  offers.reduce((total, { amount }) => total + cents(amount), 0n)

/** Throws on what is no stored amount: what people type goes through `readAmount`. */
function cents(amount: string): bigint {
  const [, whole, places] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(amount) ?? []
  if (!whole) throw new Error(`not a stored amount: ${amount}`)
  return BigInt(whole) * 100n + BigInt((places ?? '').padEnd(2, '0'))
}

const decimal = (all: bigint): string => `${all / 100n}.${String(all % 100n).padStart(2, '0')}`
