import { allowed, type Decision, notNow } from '#app/kernel/policy.ts'
import { type Figures, figureOf, isAny } from './figures.ts'
import { isCounted, type OfferStatus } from './pipeline.ts'

/** The element as it stands when the force generator decides, apart from the line that is decided on. */
export interface ElementNow {
  readonly serial: number
  readonly required: Figures
  /** Accepted of counted offers from others. */
  readonly filledByOthers: Figures
  /** How many others have something accepted here. */
  readonly otherContributors: number
  /** How many may share it. */
  readonly maxContributors: number
  /** It is filled whole by one, or not at all. */
  readonly isIndivisible: boolean
}

export interface AcceptedLine {
  readonly status: OfferStatus
  readonly offered: Figures
  /** What is to be accepted of it. */
  readonly accepted: Figures
  /** The force generator keeps what exceeds the requirement, and says so. */
  readonly keepsSurplus: boolean
}

/**
 * Whether so much of an offer may be accepted (FS-1, FS-8, FS-9, FS-11): never more than was offered, nothing of what is
 * over or not yet promised, no more than is lacking unless a surplus is kept by decision.
 */
export function mayAccept(line: AcceptedLine, element: ElementNow, phaseIds: readonly string[]): Decision {
  const { accepted, offered, status } = line
  if (!isAny(accepted)) return allowed
  if (!isCounted(status))
    return notNow('force/nothing-promised', 'Only what is pledged, committed or deployed can be accepted.', { status })
  const beyond = phaseIds.find((phaseId) => figureOf(accepted, phaseId) > figureOf(offered, phaseId))
  if (beyond !== undefined)
    return notNow('force/more-than-offered', 'This is more than was offered. Accept the offer, or a part of it.', {
      offered: figureOf(offered, beyond),
    })
  if (element.otherContributors + 1 > element.maxContributors)
    return notNow('force/too-many-contributors', 'As many states as may share this element do so already.', {
      most: element.maxContributors,
    })
  return wholeOrLacking(line, element, phaseIds)
}

function wholeOrLacking(
  { accepted, keepsSurplus }: AcceptedLine,
  element: ElementNow,
  phaseIds: readonly string[],
): Decision {
  for (const phaseId of phaseIds) {
    const [taken, lacking] = [figureOf(accepted, phaseId), lackingOf(element, phaseId)]
    if (element.isIndivisible && taken > 0 && taken < figureOf(element.required, phaseId))
      return notNow('force/indivisible', 'This element cannot be divided: accept what fills it, or nothing.', {
        required: figureOf(element.required, phaseId),
      })
    if (taken > lacking && !keepsSurplus)
      return notNow(
        'force/more-than-lacking',
        `Only ${lacking} are lacking. Accept that many, or decide to keep a surplus.`,
        {
          lacking,
        },
      )
  }
  return allowed
}

const lackingOf = ({ required, filledByOthers }: ElementNow, phaseId: string): number =>
  Math.max(0, figureOf(required, phaseId) - figureOf(filledByOthers, phaseId))

/** As much of an offer as fills what is lacking; the rest stays a reserve offer (FS-10, EC-72). */
export const asMuchAsLacks = (offered: Figures, element: ElementNow, phaseIds: readonly string[]): Figures =>
  Object.fromEntries(
    phaseIds.map((phaseId) => [phaseId, Math.min(figureOf(offered, phaseId), lackingOf(element, phaseId))]),
  )

/** What was offered and is not accepted, by phase (FS-10). */
export const reserveOf = (offered: Figures, accepted: Figures): Figures =>
  Object.fromEntries(
    Object.entries(offered).map(([phaseId, figure]) => [phaseId, figure - figureOf(accepted, phaseId)]),
  )
