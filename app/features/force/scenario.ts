import type { Contribution, OfferLine, PhaseBalance, Strength, StrengthOffer } from './balance.ts'
import { nothing } from './balance.ts'
import type { OfferStatus } from './pipeline.ts'
import { type ConditionState, isStrength, type OfferKind } from './terms.ts'

/** An offer as it stands, of whatever kind. */
export interface StandingOffer {
  readonly delegationId: string
  readonly kind: OfferKind
  readonly status: OfferStatus
  readonly lines: readonly OfferLine[]
  readonly conditions: readonly { readonly conditionId: string; readonly status: ConditionState }[]
}

export type Outcome = 'MET' | 'FAILED'
/** What is assumed of open conditions, by their ids. */
export type Assumptions = ReadonlyMap<string, Outcome>

/** Offers as they count towards strength: troops and police only (FS-15), conditional while a condition is open (FS-5). */
export const asTheyCount = (offers: readonly StandingOffer[]): StrengthOffer[] => supposing(offers, new Map())

/**
 * Offers as they would count if these conditions were met or failed (FS-17); nothing is stored. An offer that loses a
 * condition brings nothing, one whose conditions are all met is firm. What is no longer open is not assumed otherwise.
 */
export const supposing = (offers: readonly StandingOffer[], assumed: Assumptions): StrengthOffer[] =>
  offers.filter(({ kind }) => isStrength(kind)).flatMap((offer) => supposedOf(offer, assumed))

function supposedOf({ delegationId, status, lines, conditions }: StandingOffer, assumed: Assumptions): StrengthOffer[] {
  const open = conditions.filter((condition) => condition.status === 'OPEN')
  if (open.some(({ conditionId }) => assumed.get(conditionId) === 'FAILED')) return []
  const isConditional = open.some(({ conditionId }) => !assumed.has(conditionId))
  return [{ delegationId, status, isConditional, lines }]
}

/** What one row of the balance becomes: from, to, and what `to` has more than `from`, below zero where it has less. */
export interface Change {
  readonly from: Strength
  readonly to: Strength
  readonly more: Contribution
}

/** What changes in one phase; rows that stay as they are do not appear. */
export interface Effect {
  readonly phaseId: string
  readonly total: Change
  readonly elements: ReadonlyMap<string, Change>
  readonly capabilities: ReadonlyMap<string, Change>
}

/** The difference of two balances of one phase: before a release or an assumption, and after it (FS-17). */
export const effectOf = (before: PhaseBalance, after: PhaseBalance): Effect => ({
  phaseId: after.phaseId,
  total: changeOf(before.total, after.total),
  elements: changesOf(before.elements, after.elements),
  capabilities: changesOf(before.capabilities, after.capabilities),
})

function changesOf(
  before: ReadonlyMap<string, Strength>,
  after: ReadonlyMap<string, Strength>,
): ReadonlyMap<string, Change> {
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  const changes = keys.map((key) => [key, changeOf(before.get(key) ?? nothing, after.get(key) ?? nothing)] as const)
  return new Map(changes.filter(([, change]) => isAnyChange(change)))
}

const changeOf = (from: Strength, to: Strength): Change => ({
  from,
  to,
  more: {
    filled: to.filled - from.filled,
    firm: to.firm - from.firm,
    conditional: to.conditional - from.conditional,
    indicated: to.indicated - from.indicated,
  },
})

const isAnyChange = ({ from, to, more }: Change): boolean =>
  from.required !== to.required || Object.values(more).some((figure) => figure !== 0)
