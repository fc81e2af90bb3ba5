import { balance, type PhaseBalance } from './balance.ts'
import type { Condition, Element, ForceFacts, Offer, Phase } from './contract.ts'
import { atMilestones, type Figures, type FiguresKind } from './figures.ts'
import { type Assumptions, supposing } from './scenario.ts'

/** What one reader sees of the force; everything else is derived from it. */
export interface BoardFacts {
  readonly figures: FiguresKind
  readonly phases: readonly Phase[]
  readonly elements: readonly Element[]
  readonly offers: readonly Offer[]
}

/**
 * All offers in sight of one reader. The board and what the delegation sees beyond it come one after the other: an offer
 * that is in both for a moment counts once.
 */
export function offersInSight(board: Pick<ForceFacts, 'offers'>, own: { readonly offers: readonly Offer[] }): Offer[] {
  const known = new Set(board.offers.map(({ offerId }) => offerId))
  return [...board.offers, ...own.offers.filter(({ offerId }) => !known.has(offerId))]
}

/** What others may see, too: the released offers in sight, every figure as it stands at the milestones. */
export function releasedFacts({ statement, phases, elements }: ForceFacts, inSight: readonly Offer[]): BoardFacts {
  const figures = statement?.figures ?? 'CUMULATIVE_AT_MILESTONE'
  return standing({ figures, phases, elements, offers: inSight.filter(({ isReleased }) => isReleased) })
}

/** Whether an offer hangs on a condition that is open (F10). */
export const isConditional = ({ conditions }: { readonly conditions: readonly Pick<Condition, 'status'>[] }): boolean =>
  conditions.some(({ status }) => status === 'OPEN')

/** The facts with every figure as it stands at the milestones, whichever way the statement states them (FS-13). */
export function standing(facts: BoardFacts): BoardFacts {
  if (facts.figures === 'CUMULATIVE_AT_MILESTONE') return facts
  const phaseIds = facts.phases.map(({ phaseId }) => phaseId)
  const at = (stated: Figures) => atMilestones(stated, phaseIds, facts.figures)
  return {
    ...facts,
    figures: 'CUMULATIVE_AT_MILESTONE',
    elements: facts.elements.map((element) => ({ ...element, required: { ...at(element.required) } })),
    offers: facts.offers.map((offer) => ({
      ...offer,
      lines: offer.lines.map((line) => ({
        ...line,
        offered: { ...at(line.offered) },
        accepted: { ...at(line.accepted) },
      })),
    })),
  }
}

/** The balance of what this reader sees, phase by phase (FS-2 to FS-7), as things are or as they are assumed (FS-17). */
export function balanceOf(facts: BoardFacts, assumed: Assumptions = new Map()): PhaseBalance[] {
  const { phases, elements, offers } = standing(facts)
  return balance(
    phases.map(({ phaseId }) => phaseId),
    elements,
    supposing(offers, assumed),
  )
}

/** When what this reader sees changed last: the requirement, or any offer in sight. */
export const asOf = (changedAt: string, offers: readonly Pick<Offer, 'changedAt'>[]): string =>
  offers.reduce((latest, offer) => (offer.changedAt > latest ? offer.changedAt : latest), changedAt)
