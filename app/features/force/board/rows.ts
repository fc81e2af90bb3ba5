import type { PhaseBalance, Strength } from '#app/features/force/balance.ts'
import type { BoardFacts } from '#app/features/force/board.ts'
import { isConditional } from '#app/features/force/board.ts'
import type { Element, Offer } from '#app/features/force/contract.ts'
import { figureOf } from '#app/features/force/figures.ts'
import { isCounted, isOver } from '#app/features/force/pipeline.ts'
import { isStrength } from '#app/features/force/terms.ts'

/** One state's part of an element, at the milestone of one phase. */
export interface Part {
  readonly offerId: string
  readonly delegationId: string
  /** What counts: accepted of a promise, offered of an indication, offered of what is over. */
  readonly figure: number
  /** Offered and not accepted: a reserve offer, or one that waits for the force generator. */
  readonly reserve: number
  readonly kind: 'firm' | 'conditional' | 'indicated' | 'over'
}

export interface ElementRow {
  readonly element: Element
  /** Phase by phase. */
  readonly strengths: readonly Strength[]
  /** At the milestone of the phase that the offers are listed for. */
  readonly parts: readonly Part[]
}

/** The rows of the board by serial; `at` is the phase whose offers are listed. Facts as they stand at the milestones. */
export function elementRows(facts: BoardFacts, balances: readonly PhaseBalance[], at: string): ElementRow[] {
  const parts = partsByElement(facts.offers, at)
  return facts.elements.map((element) => ({
    element,
    strengths: balances.flatMap(({ elements }) => elements.get(element.elementId) ?? []),
    parts: (parts.get(element.elementId) ?? []).sort(inOrder),
  }))
}

/** The larger first; what is over comes last. */
const inOrder = (a: Part, b: Part): number =>
  Number(a.kind === 'over') - Number(b.kind === 'over') || b.figure - a.figure

function partsByElement(offers: readonly Offer[], at: string): Map<string, Part[]> {
  const found = new Map<string, Part[]>()
  for (const offer of offers) {
    if (!isStrength(offer.kind)) continue
    for (const line of offer.lines) {
      const part = partOf(offer, figureOf(line.offered, at), figureOf(line.accepted, at))
      if (part) found.set(line.elementId, [...(found.get(line.elementId) ?? []), part])
    }
  }
  return found
}

function partOf(offer: Offer, offered: number, accepted: number): Part | null {
  if (offered === 0) return null
  const { offerId, delegationId, status } = offer
  const whose = { offerId, delegationId }
  if (isOver(status)) return { ...whose, figure: offered, reserve: 0, kind: 'over' }
  if (!isCounted(status)) return { ...whose, figure: offered, reserve: 0, kind: 'indicated' }
  const kind = isConditional(offer) ? 'conditional' : 'firm'
  return { ...whose, figure: accepted, reserve: offered - accepted, kind }
}

/** Elements with a gap at that place in the phases: what is critical first, then the larger gap. */
export const gapRows = (rows: readonly ElementRow[], phase: number): ElementRow[] =>
  rows
    .filter(({ strengths }) => (strengths[phase]?.gap ?? 0) > 0)
    .sort(
      (a, b) =>
        Number(b.element.isCritical) - Number(a.element.isCritical) ||
        (b.strengths[phase]?.gap ?? 0) - (a.strengths[phase]?.gap ?? 0) ||
        a.element.serial - b.element.serial,
    )
