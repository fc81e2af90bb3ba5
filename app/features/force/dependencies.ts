import type { LinkedCondition, Offer } from './contract.ts'
import { isOver } from './pipeline.ts'

export interface Dependencies {
  /** By the latest symbol of the text. */
  readonly onTexts: readonly { readonly symbol: string; readonly hasChanged: boolean; readonly offerIds: string[] }[]
  readonly onOffers: readonly { readonly offerId: string; readonly offerIds: string[] }[]
  /** Offers whose open conditions hang on nothing that can be followed here. */
  readonly others: readonly string[]
}

/** Which offers hang on what, by conditions that are open; what most hang on comes first. */
export function dependencies(
  offers: readonly Offer[],
  conditions: readonly Pick<LinkedCondition, 'conditionId' | 'link'>[],
): Dependencies {
  const links = new Map(conditions.map((condition) => [condition.conditionId, condition.link]))
  const texts = new Map<string, { hasChanged: boolean; offerIds: Set<string> }>()
  const leads = new Map<string, Set<string>>()
  const others = new Set<string>()
  for (const { offerId, status, conditions: own } of offers) {
    if (isOver(status)) continue
    for (const { conditionId } of own.filter((condition) => condition.status === 'OPEN')) {
      const link = links.get(conditionId)
      if (link?.kind === 'TEXT') {
        const text = texts.get(link.latest) ?? { hasChanged: false, offerIds: new Set<string>() }
        text.offerIds.add(offerId)
        texts.set(link.latest, { ...text, hasChanged: text.hasChanged || link.hasChanged })
      } else if (link?.kind === 'OFFER')
        leads.set(link.offerId, (leads.get(link.offerId) ?? new Set<string>()).add(offerId))
      else others.add(offerId)
    }
  }
  const mostFirst = (a: { offerIds: string[] }, b: { offerIds: string[] }) => b.offerIds.length - a.offerIds.length
  return {
    onTexts: [...texts]
      .map(([symbol, { hasChanged, offerIds }]) => ({ symbol, hasChanged, offerIds: [...offerIds] }))
      .sort(mostFirst),
    onOffers: [...leads].map(([offerId, offerIds]) => ({ offerId, offerIds: [...offerIds] })).sort(mostFirst),
    others: [...others],
  }
}
