import { type Figures, figureOf } from '#app/features/force/figures.ts'

/** What is accepted of one offer that is counted: pledged, committed or deployed. */
export interface ReadyOffer {
  /** `2027-03-31`; `null` where the offer does not say. */
  readonly availableFrom: string | null
  readonly isConditional: boolean
  /** Persons, as they stand at the milestone of each phase. */
  readonly accepted: Figures
}

export interface TimelinePhase {
  readonly phaseId: string
  /** In the reader's language. */
  readonly name: string
  /** `2027-03-31` */
  readonly targetDate: string
  readonly ceiling: number
}

/** Persons that are available from the beginning of a day on. */
export interface Standing {
  readonly firm: number
  readonly conditional: number
}

export interface Step extends Standing {
  readonly date: string
}

/** A phase, and what is available on its target date. */
export interface Milestone extends TimelinePhase, Standing {}

export interface Readiness {
  /** By date, one for each day on which something changes. */
  readonly steps: readonly Step[]
  readonly milestones: readonly Milestone[]
}

const nobody: Standing = { firm: 0, conditional: 0 }

/**
 * Who is available by when, of offers that are counted; `phases` first to last. The first figure of an offer that is not
 * 0 is dated from the day it says, or from the target date of that phase where it says none. What it grows (or shrinks)
 * by in a later phase is dated from that phase's target date, or from the day it says if that is later. So an offer that
 * is ready only after the target date is missing in the picture at that date, though the balance of the phase counts it.
 */
export function readiness(offers: readonly ReadyOffer[], phases: readonly TimelinePhase[]): Readiness {
  const steps = stepsOf(offers.flatMap((offer) => changesOf(offer, phases)))
  return { steps, milestones: phases.map((phase) => ({ ...phase, ...standingOn(phase.targetDate, steps) })) }
}

interface Change {
  readonly date: string
  readonly persons: number
  readonly isConditional: boolean
}

function changesOf(offer: ReadyOffer, phases: readonly TimelinePhase[]): Change[] {
  let standing = 0
  let hasBegun = false
  return phases.flatMap(({ phaseId, targetDate }) => {
    const persons = figureOf(offer.accepted, phaseId) - standing
    if (persons === 0) return []
    const date = hasBegun ? later(targetDate, offer.availableFrom) : (offer.availableFrom ?? targetDate)
    standing += persons
    hasBegun = true
    return [{ date, persons, isConditional: offer.isConditional }]
  })
}

const later = (date: string, other: string | null): string => (other !== null && other > date ? other : date)

function stepsOf(changes: readonly Change[]): Step[] {
  const dates = [...new Set(changes.map(({ date }) => date))].sort()
  const until = (date: string, isConditional: boolean) =>
    changes
      .filter((change) => change.date <= date && change.isConditional === isConditional)
      .reduce((sum, { persons }) => sum + persons, 0)
  return dates.map((date) => ({ date, firm: until(date, false), conditional: until(date, true) }))
}

/** What is available on a day. */
export function standingOn(date: string, steps: readonly Step[]): Standing {
  const { firm, conditional } = steps.findLast((step) => step.date <= date) ?? nobody
  return { firm, conditional }
}
