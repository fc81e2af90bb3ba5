import { asMuchAsLacks, type ElementNow, mayAccept } from './acceptance.ts'
import type { Element, Offer, Phase } from './contract.ts'
import { type Figures, figureOf, isAny, sum } from './figures.ts'
import { isCounted } from './pipeline.ts'
import { fitsKind, isStrength } from './terms.ts'

type Line = Offer['lines'][number]

/** One offer's line, as the force generator decides on it. */
export interface LineToAccept {
  readonly offer: Offer
  readonly line: Line
  /** As much as fills what others leave open; nothing where no part may be taken. */
  readonly suggested: Figures
  /** Something of it is not accepted yet. */
  readonly isWaiting: boolean
  readonly isFitting: boolean
}

export interface ElementToFill {
  readonly element: Element
  readonly accepted: Figures
  readonly lacking: Figures
  readonly lines: readonly LineToAccept[]
}

interface Facts {
  readonly phases: readonly Pick<Phase, 'phaseId'>[]
  readonly elements: readonly Element[]
  readonly offers: readonly Offer[]
}

/** By element, what is promised to it and what of that is accepted; figures as the statement states them (FS-8 to FS-10). */
export function elementsToFill({ phases, elements, offers }: Facts): ElementToFill[] {
  const phaseIds = phases.map(({ phaseId }) => phaseId)
  const promised = offers.filter(({ kind, status }) => isStrength(kind) && isCounted(status))
  return elements.flatMap((element) => {
    const placed = promised.flatMap((offer) =>
      offer.lines.filter(({ elementId }) => elementId === element.elementId).map((line) => ({ offer, line })),
    )
    if (placed.length === 0) return []
    const accepted = sum(placed.map(({ line }) => line.accepted))
    const lacking = Object.fromEntries(
      phaseIds.map((phaseId) => [
        phaseId,
        Math.max(0, figureOf(element.required, phaseId) - figureOf(accepted, phaseId)),
      ]),
    )
    const lines = placed.map(({ offer, line }) => ({
      offer,
      line,
      suggested: suggestedOf(offer, line, nowWithout(element, placed, line), phaseIds),
      isWaiting: phaseIds.some((phaseId) => figureOf(line.offered, phaseId) > figureOf(line.accepted, phaseId)),
      isFitting: fitsKind(offer.kind, element.capability),
    }))
    return [{ element, accepted, lacking, lines }]
  })
}

function suggestedOf(offer: Offer, line: Line, now: ElementNow, phaseIds: readonly string[]): Figures {
  const accepted = asMuchAsLacks(line.offered, now, phaseIds)
  const wanted = { status: offer.status, offered: line.offered, accepted, keepsSurplus: false }
  return mayAccept(wanted, now, phaseIds).ok ? accepted : asMuchAsLacks({}, now, phaseIds)
}

function nowWithout(element: Element, placed: readonly { readonly line: Line }[], own: Line): ElementNow {
  const others = placed.filter(({ line }) => line !== own && isAny(line.accepted))
  const { serial, required, maxContributors, isIndivisible } = element
  return {
    serial,
    required,
    maxContributors,
    isIndivisible,
    filledByOthers: sum(others.map(({ line }) => line.accepted)),
    otherContributors: others.length,
  }
}
