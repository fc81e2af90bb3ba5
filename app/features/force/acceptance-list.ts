import { asMuchAsLacks, type ElementNow, elementBeside, mayAccept, type Taken } from './acceptance.ts'
import type { Element, Offer, Phase } from './contract.ts'
import { atMilestones, type Figures, type FiguresKind, figureOf, isAny, sum } from './figures.ts'
import { isCounted } from './pipeline.ts'
import { fitsKind, isStrength } from './terms.ts'

type Line = Offer['lines'][number]

/** One offer's line, as the force generator decides on it. */
export interface LineToAccept {
  readonly offer: Offer
  readonly line: Line
  /** What is accepted already; else as much as fills what others leave open, nothing where no part may be taken. */
  readonly suggested: Figures
  /** What the element lacks at each milestone when nothing of this line is accepted. */
  readonly lackingWithout: Figures
  /** Something of it is not accepted yet. */
  readonly isWaiting: boolean
  readonly isFitting: boolean
}

/** Figures as they stand at the milestones, as the balance has them. */
export interface ElementToFill {
  readonly element: Element
  readonly required: Figures
  readonly accepted: Figures
  readonly lacking: Figures
  readonly lines: readonly LineToAccept[]
}

interface Facts {
  readonly figures: FiguresKind
  readonly phases: readonly Pick<Phase, 'phaseId'>[]
  readonly elements: readonly Element[]
  readonly offers: readonly Offer[]
}

/** By element, what is promised to it and what of that is accepted; each line as the statement states it (FS-8 to FS-10). */
export function elementsToFill({ figures, phases, elements, offers }: Facts): ElementToFill[] {
  const phaseIds = phases.map(({ phaseId }) => phaseId)
  const stands = (stated: Figures) => atMilestones(stated, phaseIds, figures)
  const promised = offers.filter(({ kind, status }) => isStrength(kind) && isCounted(status))
  return elements.flatMap((element) => {
    const placed = promised.flatMap((offer) =>
      offer.lines.filter(({ elementId }) => elementId === element.elementId).map((line) => ({ offer, line })),
    )
    if (placed.length === 0) return []
    const required = stands(element.required)
    const lackingBeside = (accepted: Figures): Figures =>
      Object.fromEntries(
        phaseIds.map((phaseId) => [phaseId, Math.max(0, figureOf(required, phaseId) - figureOf(accepted, phaseId))]),
      )
    const acceptedOf = (those: readonly Placed[]) => stands(sum(those.map(({ line }) => line.accepted)))
    const accepted = acceptedOf(placed)
    const lines = placed.map((own) => ({
      ...own,
      suggested: suggestedOf(own, elementWithout(element, figures, placed, own), phaseIds),
      lackingWithout: lackingBeside(acceptedOf(placed.filter((each) => each !== own))),
      isWaiting: phaseIds.some((phaseId) => figureOf(own.line.offered, phaseId) > figureOf(own.line.accepted, phaseId)),
      isFitting: fitsKind(own.offer.kind, element.capability),
    }))
    return [{ element, required, accepted, lacking: lackingBeside(accepted), lines }]
  })
}

interface Placed {
  readonly offer: Offer
  readonly line: Line
}

/** What the form begins with: what is accepted, so that correcting one phase leaves the others; else as much as lacks. */
function suggestedOf({ offer: { status }, line }: Placed, now: ElementNow, phaseIds: readonly string[]): Figures {
  if (isAny(line.accepted)) return line.accepted
  const accepted = asMuchAsLacks(line.offered, now, phaseIds)
  const wanted = { status, offered: line.offered, accepted, keepsSurplus: false }
  return mayAccept(wanted, now, phaseIds).ok ? accepted : asMuchAsLacks({}, now, phaseIds)
}

const takenOf = ({ offer: { delegationId }, line: { accepted } }: Placed): Taken => ({ delegationId, accepted })

const elementWithout = (element: Element, figures: FiguresKind, placed: readonly Placed[], own: Placed): ElementNow =>
  elementBeside(element, figures, takenOf(own), placed.filter((each) => each !== own).map(takenOf))
