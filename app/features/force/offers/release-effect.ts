import { asMuchAsLacks, type ElementNow, elementBeside, mayAccept } from '#app/features/force/acceptance.ts'
import { type BoardFacts, balanceOf, standing } from '#app/features/force/board.ts'
import type { Element, Offer } from '#app/features/force/contract.ts'
import { type Figures, figureOf } from '#app/features/force/figures.ts'
import { isCounted, type OfferStatus } from '#app/features/force/pipeline.ts'
import { type Effect, effectOf } from '#app/features/force/scenario.ts'
import { isStrength } from '#app/features/force/terms.ts'

/**
 * What the balance of what its reader sees becomes when this offer is released with this status and accepted as far as it
 * is lacking (FS-8, FS-9, FS-17): the phases in their order. `facts` holds released offers only, with figures as they are
 * stated. Null when it cannot be said: there is no phase, or the offer names an element that is not there any more.
 */
export function releaseEffect(facts: BoardFacts, offer: Offer, status: OfferStatus): Effect[] | null {
  const known = new Set(facts.elements.map(({ elementId }) => elementId))
  if (facts.phases.length === 0 || offer.lines.some(({ elementId }) => !known.has(elementId))) return null
  const others = facts.offers.filter(({ offerId }) => offerId !== offer.offerId)
  const stood = standing({ ...facts, offers: [...others, offer] })
  const released = stood.offers.map((each) => (each.offerId === offer.offerId ? asAccepted(stood, each, status) : each))
  return effectsOf(facts, { ...stood, offers: released })
}

/** What the balance becomes without this offer: it is withdrawn. */
export const withdrawalEffect = (facts: BoardFacts, offerId: string): Effect[] =>
  effectsOf(facts, { ...facts, offers: facts.offers.filter((offer) => offer.offerId !== offerId) })

function effectsOf(before: BoardFacts, after: BoardFacts): Effect[] {
  const later = balanceOf(after)
  return balanceOf(before).flatMap((now, index) => {
    const then = later[index]
    return then ? [effectOf(now, then)] : []
  })
}

export interface RisingGap {
  readonly phaseId: string
  readonly elementId: string
  readonly from: number
  readonly to: number
}

/** The elements that lack more than before, phase by phase. */
export const risingGaps = (effects: readonly Effect[]): RisingGap[] =>
  effects.flatMap(({ phaseId, elements }) =>
    [...elements].flatMap(([elementId, { from, to }]) =>
      to.gap > from.gap ? [{ phaseId, elementId, from: from.gap, to: to.gap }] : [],
    ),
  )

function asAccepted(facts: BoardFacts, offer: Offer, status: OfferStatus): Offer {
  const lines = offer.lines.map((line) => ({
    ...line,
    accepted: isCounted(status) && isStrength(offer.kind) ? { ...takenOf(facts, offer, line, status) } : {},
  }))
  return { ...offer, status, lines }
}

/** As much as lacks, but nothing that the element would not take; what was accepted before stays. */
function takenOf(facts: BoardFacts, offer: Offer, line: Offer['lines'][number], status: OfferStatus): Figures {
  const element = facts.elements.find(({ elementId }) => elementId === line.elementId)
  if (!element) return line.accepted
  const phaseIds = facts.phases.map(({ phaseId }) => phaseId)
  const now = elementNow(facts, element, offer, line)
  const lacking = asMuchAsLacks(line.offered, now, phaseIds)
  const wanted = { status, offered: line.offered, accepted: lacking, keepsSurplus: false }
  if (!mayAccept(wanted, now, phaseIds).ok) return line.accepted
  return Object.fromEntries(
    phaseIds.map((phaseId) => [phaseId, Math.max(figureOf(lacking, phaseId), figureOf(line.accepted, phaseId))]),
  )
}

function elementNow(facts: BoardFacts, element: Element, offer: Offer, line: Offer['lines'][number]): ElementNow {
  const others = facts.offers
    .filter(({ offerId, kind, status }) => offerId !== offer.offerId && isStrength(kind) && isCounted(status))
    .flatMap(({ delegationId, lines }) =>
      lines
        .filter(({ elementId }) => elementId === element.elementId)
        .map(({ accepted }) => ({ delegationId, accepted })),
    )
  const own = { delegationId: offer.delegationId, accepted: line.accepted }
  return elementBeside(element, facts.figures, own, others)
}
