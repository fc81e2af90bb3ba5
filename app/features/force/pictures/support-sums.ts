import { isConditional } from '#app/features/force/board.ts'
import type { Offer } from '#app/features/force/contract.ts'
import { figureOf } from '#app/features/force/figures.ts'
import { byCurrency } from '#app/features/force/money.ts'
import type { MoneyAmount } from '#app/features/force/money-words.ts'
import { isCounted } from '#app/features/force/pipeline.ts'

/** Sums of the offers that are counted here, and how many they are. */
export interface SupportSum {
  readonly offers: number
  readonly money: readonly MoneyAmount[]
  /** By unit, as the offers call it; null where none is named. */
  readonly measures: readonly { readonly unit: string | null; readonly value: number }[]
}

type SupportOffer = Pick<Offer, 'status' | 'money' | 'measures' | 'measureUnit' | 'conditions'>

/** What counts, and apart from it what is only indicated (FS-6, FS-15): money by currency, measures by unit, never added up. */
export function supportSums(offers: readonly SupportOffer[], phaseId: string) {
  return {
    counted: sumOf(
      offers.filter(({ status }) => isCounted(status)),
      phaseId,
    ),
    indicated: sumOf(
      offers.filter(({ status }) => status === 'INDICATED'),
      phaseId,
    ),
  }
}

function sumOf(offers: readonly SupportOffer[], phaseId: string): SupportSum {
  const given = offers.flatMap((offer) =>
    offer.money ? [{ ...offer.money, status: offer.status, isConditional: isConditional(offer) }] : [],
  )
  const byUnit = new Map<string | null, number>()
  for (const { measures, measureUnit } of offers)
    if (measures) byUnit.set(measureUnit, (byUnit.get(measureUnit) ?? 0) + figureOf(measures, phaseId))
  return {
    offers: offers.length,
    money: byCurrency(given).map(({ currency, counted, indicated }) => ({
      currency,
      amount: offers.some(({ status }) => isCounted(status)) ? counted : indicated,
    })),
    measures: [...byUnit].map(([unit, value]) => ({ unit, value })),
  }
}
