import { allowed, type Decision, notNow } from '#app/kernel/policy.ts'
import { atMilestones, type Figures, type FiguresKind, figureOf, isAny, sum } from './figures.ts'
import { isCounted, type OfferStatus } from './pipeline.ts'

/** What is required of an element, and of whom. */
export interface ElementRule {
  readonly serial: number
  readonly required: Figures
  /** How many states may share it. */
  readonly maxContributors: number
  /** It is filled whole by one, or not at all. */
  readonly isIndivisible: boolean
}

/** The element as it stands when the force generator decides on one line of an offer. Figures as they are stated. */
export interface ElementNow extends ElementRule {
  readonly figures: FiguresKind
  /** Accepted of counted offers but for that line. */
  readonly filledByOthers: Figures
  /** How many other states have something accepted here. */
  readonly otherContributors: number
  /** Accepted of that line until now. */
  readonly acceptedNow: Figures
}

export interface AcceptedLine {
  readonly status: OfferStatus
  readonly offered: Figures
  /** What is to be accepted of it. */
  readonly accepted: Figures
  /** The force generator keeps what exceeds the requirement, and says so. */
  readonly keepsSurplus: boolean
}

/** What is accepted of one state's line. */
export interface Taken {
  readonly delegationId: string
  readonly accepted: Figures
}

/** The element apart from one line: what the others have accepted, and how many other states they are (FS-9). */
export function elementBeside(
  { serial, required, maxContributors, isIndivisible }: ElementRule,
  figures: FiguresKind,
  own: Taken,
  others: readonly Taken[],
): ElementNow {
  const contributors = others.filter(({ accepted }) => isAny(accepted)).map(({ delegationId }) => delegationId)
  return {
    serial,
    required,
    maxContributors,
    isIndivisible,
    figures,
    filledByOthers: sum(others.map(({ accepted }) => accepted)),
    otherContributors: new Set(contributors.filter((delegationId) => delegationId !== own.delegationId)).size,
    acceptedNow: own.accepted,
  }
}

/**
 * Whether so much of an offer may be accepted (FS-1, FS-8, FS-9, FS-11): never more than was offered, nothing of what is
 * over or not yet promised, no more than is lacking unless a surplus is kept by decision. Less than now is always allowed
 * (FS-37).
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
  if (element.otherContributors + 1 > element.maxContributors && !isNoMore(accepted, element, phaseIds))
    return notNow('force/too-many-contributors', 'As many states as may share this element do so already.', {
      most: element.maxContributors,
    })
  return wholeOrLacking(line, element, phaseIds)
}

/** Whether it is no more than now at the milestone of any phase (FS-37). */
export function isNoMore(
  accepted: Figures,
  now: Pick<ElementNow, 'figures' | 'acceptedNow'>,
  phaseIds: readonly string[],
) {
  const stands = (stated: Figures) => atMilestones(stated, phaseIds, now.figures)
  const [then, until] = [stands(accepted), stands(now.acceptedNow)]
  return phaseIds.every((phaseId) => figureOf(then, phaseId) <= figureOf(until, phaseId))
}

/** Phase by phase as it stands at the milestone, as the balance does (FS-13). */
function wholeOrLacking(
  { accepted, keepsSurplus }: AcceptedLine,
  element: ElementNow,
  phaseIds: readonly string[],
): Decision {
  const stands = (stated: Figures) => atMilestones(stated, phaseIds, element.figures)
  const [then, until, required] = [stands(accepted), stands(element.acceptedNow), stands(element.required)]
  const lacking = lackingAt(element, phaseIds)
  for (const phaseId of phaseIds) {
    const [taken, open, whole] = [figureOf(then, phaseId), figureOf(lacking, phaseId), figureOf(required, phaseId)]
    if (element.isIndivisible && taken > 0 && taken < whole && taken !== figureOf(until, phaseId))
      return notNow('force/indivisible', 'This element cannot be divided: accept what fills it, or nothing.', {
        required: whole,
      })
    if (taken > open && taken > figureOf(until, phaseId) && !keepsSurplus)
      return taken === figureOf(accepted, phaseId) ? moreThan(open) : togetherMoreThan(open, taken)
  }
  return allowed
}

const moreThan = (lacking: number): Decision =>
  notNow('force/more-than-lacking', `Only ${lacking} are lacking. Accept that many, or decide to keep a surplus.`, {
    lacking,
  })

const togetherMoreThan = (lacking: number, together: number): Decision =>
  notNow(
    'force/together-more-than-lacking',
    `With the phases before it this comes to ${together}, and only ${lacking} are lacking. Accept fewer, or decide to keep a surplus.`,
    { lacking, together },
  )

/** What the others leave open, as it stands at the milestones. */
function lackingAt({ required, filledByOthers, figures }: ElementNow, phaseIds: readonly string[]): Figures {
  const whole = atMilestones(required, phaseIds, figures)
  const filled = atMilestones(filledByOthers, phaseIds, figures)
  return Object.fromEntries(
    phaseIds.map((phaseId) => [phaseId, Math.max(0, figureOf(whole, phaseId) - figureOf(filled, phaseId))]),
  )
}

/** As much of an offer as fills what is lacking; the rest stays a reserve offer (FS-10, EC-72). */
export function asMuchAsLacks(offered: Figures, element: ElementNow, phaseIds: readonly string[]): Figures {
  const lacking = lackingAt(element, phaseIds)
  if (element.figures === 'CUMULATIVE_AT_MILESTONE')
    return Object.fromEntries(
      phaseIds.map((phaseId) => [phaseId, Math.min(figureOf(offered, phaseId), figureOf(lacking, phaseId))]),
    )
  // Whoever comes in one phase stays in those after it: there must be room for them in each.
  let standing = 0
  return Object.fromEntries(
    phaseIds.map((phaseId, place) => {
      const room = Math.min(...phaseIds.slice(place).map((later) => figureOf(lacking, later)))
      const taken = Math.max(0, Math.min(figureOf(offered, phaseId), room - standing))
      standing += taken
      return [phaseId, taken]
    }),
  )
}

/** What was offered and is not accepted, by phase (FS-10). */
export const reserveOf = (offered: Figures, accepted: Figures): Figures =>
  Object.fromEntries(
    Object.entries(offered).map(([phaseId, figure]) => [phaseId, figure - figureOf(accepted, phaseId)]),
  )
