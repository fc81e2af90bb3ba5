import { type Figures, figureOf } from './figures.ts'
import { isCounted, type OfferStatus } from './pipeline.ts'

export interface Requirement {
  readonly elementId: string
  readonly capability: string
  readonly sector: string | null
  /** What stands at the milestone of each phase. */
  readonly required: Figures
}

/** One element's share of an offer. */
export interface OfferLine {
  readonly elementId: string
  readonly offered: Figures
  readonly accepted: Figures
}

/** An offer of troops or police; other contributions never enter strength (F12). */
export interface StrengthOffer {
  readonly delegationId: string
  readonly status: OfferStatus
  /** One of its conditions is open. */
  readonly isConditional: boolean
  readonly lines: readonly OfferLine[]
}

/** Persons, all ranks, of one element or of several together, at the milestone of one phase. Never stored. */
export interface Strength {
  readonly required: number
  /** Accepted of what is pledged, committed or deployed; `firm` and `conditional` together. */
  readonly filled: number
  readonly firm: number
  readonly conditional: number
  /** Named, not promised: it fills nothing. */
  readonly indicated: number
  readonly gap: number
  readonly surplus: number
}

export const nothing: Strength = {
  required: 0,
  filled: 0,
  firm: 0,
  conditional: 0,
  indicated: 0,
  gap: 0,
  surplus: 0,
}

/** What a state brings, which is no answer to what is required of all. */
export type Contribution = Pick<Strength, 'filled' | 'firm' | 'conditional' | 'indicated'>

export interface PhaseBalance {
  readonly phaseId: string
  readonly total: Strength
  readonly elements: ReadonlyMap<string, Strength>
  readonly capabilities: ReadonlyMap<string, Strength>
  /** By sector; the key of what belongs to none is the empty text. */
  readonly sectors: ReadonlyMap<string, Strength>
  readonly states: ReadonlyMap<string, Contribution>
}

/**
 * What is required, filled and missing at each phase's milestone (FS-2 to FS-7), of the offers that are given: those that
 * one viewer may see. A line of an element that is not among the requirements counts nowhere.
 */
export const balance = (
  phaseIds: readonly string[],
  requirements: readonly Requirement[],
  offers: readonly StrengthOffer[],
): PhaseBalance[] => {
  const linesOf = byElement(requirements, offers)
  return phaseIds.map((phaseId) => balanceAt(phaseId, requirements, linesOf))
}

interface Placed extends OfferLine {
  readonly offer: StrengthOffer
}

function byElement(requirements: readonly Requirement[], offers: readonly StrengthOffer[]): Map<string, Placed[]> {
  const placed = new Map<string, Placed[]>(requirements.map(({ elementId }) => [elementId, []]))
  for (const offer of offers) for (const line of offer.lines) placed.get(line.elementId)?.push({ ...line, offer })
  return placed
}

function balanceAt(
  phaseId: string,
  requirements: readonly Requirement[],
  linesOf: ReadonlyMap<string, readonly Placed[]>,
): PhaseBalance {
  const elements = new Map<string, Strength>()
  const capabilities = new Map<string, Strength>()
  const sectors = new Map<string, Strength>()
  const states = new Map<string, Contribution>()
  let total = nothing
  for (const { elementId, capability, sector, required } of requirements) {
    const lines = linesOf.get(elementId) ?? []
    const strength = against(figureOf(required, phaseId), together(lines, phaseId))
    elements.set(elementId, strength)
    addTo(capabilities, capability, strength)
    addTo(sectors, sector ?? '', strength)
    total = plus(total, strength)
    for (const line of lines) {
      const { delegationId } = line.offer
      const brought = contributionOf(line, phaseId)
      states.set(delegationId, sumOf(states.get(delegationId) ?? nothing, brought))
    }
  }
  return { phaseId, total, elements, capabilities, sectors, states }
}

/** FS-2, FS-5, FS-6. */
function contributionOf({ offered, accepted, offer }: Placed, phaseId: string): Contribution {
  if (offer.status === 'INDICATED') return { ...nothing, indicated: figureOf(offered, phaseId) }
  if (!isCounted(offer.status)) return nothing
  const filled = figureOf(accepted, phaseId)
  return offer.isConditional
    ? { filled, firm: 0, conditional: filled, indicated: 0 }
    : { filled, firm: filled, conditional: 0, indicated: 0 }
}

const together = (lines: readonly Placed[], phaseId: string): Contribution =>
  lines.reduce<Contribution>((sum, line) => sumOf(sum, contributionOf(line, phaseId)), nothing)

const sumOf = (one: Contribution, other: Contribution): Contribution => ({
  filled: one.filled + other.filled,
  firm: one.firm + other.firm,
  conditional: one.conditional + other.conditional,
  indicated: one.indicated + other.indicated,
})

/** FS-3. */
const against = (required: number, { filled, firm, conditional, indicated }: Contribution): Strength => ({
  required,
  filled,
  firm,
  conditional,
  indicated,
  gap: Math.max(0, required - filled),
  surplus: Math.max(0, filled - required),
})

/** FS-4. */
const plus = (one: Strength, other: Strength): Strength => ({
  ...sumOf(one, other),
  required: one.required + other.required,
  gap: one.gap + other.gap,
  surplus: one.surplus + other.surplus,
})

function addTo(groups: Map<string, Strength>, key: string, strength: Strength): void {
  groups.set(key, plus(groups.get(key) ?? nothing, strength))
}
