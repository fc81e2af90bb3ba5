import { plainWord } from '#app/kernel/folded.ts'
import { atMilestones, type Figures, type FiguresKind, figureOf } from './figures.ts'
import { isOver, type OfferStatus } from './pipeline.ts'
import {
  type Capability,
  type CaveatState,
  type ConditionState,
  fitsKind,
  isStrength,
  type OfferKind,
} from './terms.ts'

export interface WarnedLine {
  readonly elementId: string
  /** The unit that would come, as its state calls it. */
  readonly unit: string | null
  /** As the statement states its figures. */
  readonly offered: Figures
  /** Why a later phase brings less than an earlier one. */
  readonly note: string | null
  /** The force generator's: why a kind that does not fit stands. */
  readonly decision: string | null
}

export interface WarnedOffer {
  readonly offerId: string
  readonly delegationId: string
  readonly kind: OfferKind
  readonly status: OfferStatus
  /** A calendar date. */
  readonly availableFrom: string | null
  readonly attachedToId: string | null
  readonly lines: readonly WarnedLine[]
  /** `due` is a calendar date. */
  readonly conditions: readonly {
    readonly conditionId: string
    readonly status: ConditionState
    readonly due: string | null
  }[]
}

/** What one reader sees: warnings say nothing of offers and caveats that are not given. */
export interface ForceInSight {
  readonly figures: FiguresKind
  /** First to last; `targetDate` is a calendar date. */
  readonly phases: readonly { readonly phaseId: string; readonly targetDate: string }[]
  readonly elements: readonly {
    readonly elementId: string
    readonly capability: Capability
    readonly required: Figures
  }[]
  readonly offers: readonly WarnedOffer[]
  readonly caveats: readonly {
    readonly caveatId: string
    readonly offerId: string
    readonly status: CaveatState
    readonly isLate: boolean
  }[]
  /** A calendar date. */
  readonly today: string
}

type Found =
  | {
      readonly code: 'unit-named-twice'
      readonly params: { readonly unit: string; readonly otherOfferId: string; readonly otherElementId: string }
    }
  | { readonly code: 'phase-counted-twice'; readonly params: { readonly phaseId: string; readonly figure: number } }
  | {
      readonly code: 'kind-does-not-fit'
      readonly params: { readonly kind: OfferKind; readonly capability: Capability }
    }
  | {
      readonly code: 'above-requirement'
      readonly params: { readonly phaseId: string; readonly offered: number; readonly required: number }
    }
  | {
      readonly code: 'ready-too-late'
      readonly params: { readonly phaseId: string; readonly availableFrom: string; readonly targetDate: string }
    }
  | {
      readonly code: 'lower-later'
      readonly params: { readonly phaseId: string; readonly earlier: number; readonly later: number }
    }
  | { readonly code: 'orphan'; readonly params: { readonly leadId: string; readonly status: OfferStatus } }
  | { readonly code: 'condition-overdue'; readonly params: { readonly conditionId: string; readonly due: string } }
  | { readonly code: 'late-caveat'; readonly params: { readonly caveatId: string } }

/** Something to look at; it blocks nothing. Its words come from the catalogue. */
export type Warning = Found & { readonly offerId: string; readonly elementId: string | null }

interface Placed extends WarnedLine {
  readonly offer: WarnedOffer
  /** What stands at the milestone of each phase. */
  readonly stands: Figures
}

/** What somebody should look at in these offers (FS-16); what is over needs no look. */
export function warningsOf(force: ForceInSight): Warning[] {
  const offers = force.offers.filter(({ status }) => !isOver(status))
  const phaseIds = force.phases.map(({ phaseId }) => phaseId)
  const lines = offers.flatMap((offer) =>
    offer.lines.map((line) => ({ ...line, offer, stands: atMilestones(line.offered, phaseIds, force.figures) })),
  )
  return [
    ...unitsNamedTwice(lines, phaseIds),
    ...lines.flatMap((line) =>
      [
        countedTwice(line, lines, phaseIds, force.figures),
        kindMismatch(line, force),
        aboveRequirement(line, force),
        readyTooLate(line, force),
        lowerLater(line, phaseIds, force.figures),
      ].flatMap((found) => (found ? [at(line, found)] : [])),
    ),
    ...offers.flatMap((offer) => aboutOffer(offer, force)),
  ]
}

const at = ({ offer, elementId }: Placed, found: Found): Warning => ({ ...found, offerId: offer.offerId, elementId })

/**
 * One name in two lines that stand at the same milestone: of one state anywhere, of two states in one element unless one
 * is attached to the other. Two states may each have a first battalion, but seldom in one place.
 */
function unitsNamedTwice(lines: readonly Placed[], phaseIds: readonly string[]): Warning[] {
  const byName = new Map<string, Placed[]>()
  const warnings: Warning[] = []
  for (const line of lines) {
    const name = plainWord(line.unit ?? '')
    if (name === '') continue
    const earlier = byName.get(name) ?? []
    const other = earlier.find((each) => mayBeOneUnit(each, line) && standTogether(each, line, phaseIds))
    if (other)
      warnings.push(
        at(line, {
          code: 'unit-named-twice',
          params: { unit: line.unit ?? '', otherOfferId: other.offer.offerId, otherElementId: other.elementId },
        }),
      )
    byName.set(name, [...earlier, line])
  }
  return warnings
}

const mayBeOneUnit = (one: Placed, other: Placed): boolean =>
  one.offer.delegationId === other.offer.delegationId ||
  (one.elementId === other.elementId &&
    one.offer.attachedToId !== other.offer.offerId &&
    other.offer.attachedToId !== one.offer.offerId)

const standTogether = (one: Placed, other: Placed, phaseIds: readonly string[]): boolean =>
  phaseIds.some((phaseId) => figureOf(one.stands, phaseId) > 0 && figureOf(other.stands, phaseId) > 0)

/**
 * A phase that seems to hold an earlier one a second time. Incremental figures: the increment is all that stood before,
 * so the total was probably typed again. Cumulative figures: the line begins in this phase, with just what the state's
 * other lines of the element brought at the milestone before and still bring.
 */
function countedTwice(
  line: Placed,
  lines: readonly Placed[],
  phaseIds: readonly string[],
  figures: FiguresKind,
): Found | null {
  const others = lines.filter(
    (each) => each !== line && each.elementId === line.elementId && each.offer.delegationId === line.offer.delegationId,
  )
  for (const [before, phaseId] of inPairs(phaseIds)) {
    const figure = figureOf(line.offered, phaseId)
    const staying = others.filter(({ stands }) => figureOf(stands, phaseId) >= figureOf(stands, before))
    const earlier =
      figures === 'INCREMENTAL'
        ? figureOf(line.stands, before)
        : staying.reduce((sum, { stands }) => sum + figureOf(stands, before), 0)
    const begins = figures === 'INCREMENTAL' || figureOf(line.stands, before) === 0
    if (begins && figure > 0 && figure === earlier) return { code: 'phase-counted-twice', params: { phaseId, figure } }
  }
  return null
}

const inPairs = (phaseIds: readonly string[]): (readonly [string, string])[] =>
  phaseIds.slice(1).map((phaseId, index) => [phaseIds[index] ?? phaseId, phaseId] as const)

const elementOf = (line: Placed, { elements }: ForceInSight) =>
  elements.find(({ elementId }) => elementId === line.elementId)

/** EC-84. */
function kindMismatch(line: Placed, force: ForceInSight): Found | null {
  const capability = elementOf(line, force)?.capability
  const { kind } = line.offer
  return capability && isStrength(kind) && !fitsKind(kind, capability) && !line.decision?.trim()
    ? { code: 'kind-does-not-fit', params: { kind, capability } }
    : null
}

function aboveRequirement(line: Placed, force: ForceInSight): Found | null {
  const element = elementOf(line, force)
  if (!element) return null
  const phaseIds = force.phases.map(({ phaseId }) => phaseId)
  const needed = atMilestones(element.required, phaseIds, force.figures)
  const phaseId = phaseIds.find((each) => figureOf(line.stands, each) > figureOf(needed, each))
  if (phaseId === undefined) return null
  const [offered, required] = [figureOf(line.stands, phaseId), figureOf(needed, phaseId)]
  return { code: 'above-requirement', params: { phaseId, offered, required } }
}

function readyTooLate({ offer: { availableFrom }, stands }: Placed, { phases }: ForceInSight): Found | null {
  if (!availableFrom) return null
  const missed = phases.find(({ phaseId, targetDate }) => figureOf(stands, phaseId) > 0 && availableFrom > targetDate)
  if (!missed) return null
  const { phaseId, targetDate } = missed
  return { code: 'ready-too-late', params: { phaseId, availableFrom, targetDate } }
}

/** EC-75. */
function lowerLater({ offered, note }: Placed, phaseIds: readonly string[], figures: FiguresKind): Found | null {
  const drop = figures === 'CUMULATIVE_AT_MILESTONE' && !note?.trim() ? dropIn(offered, phaseIds) : null
  return drop ? { code: 'lower-later', params: drop } : null
}

/** The first phase whose cumulative figure is lower than the one before, of an offer or of a requirement (EC-75). */
export function dropIn(
  figures: Figures,
  phaseIds: readonly string[],
): { phaseId: string; earlier: number; later: number } | null {
  const drop = inPairs(phaseIds).find(([before, phaseId]) => figureOf(figures, phaseId) < figureOf(figures, before))
  return drop ? { phaseId: drop[1], earlier: figureOf(figures, drop[0]), later: figureOf(figures, drop[1]) } : null
}

function aboutOffer(offer: WarnedOffer, { offers, caveats, today }: ForceInSight): Warning[] {
  const found: Found[] = []
  const lead = offers.find(({ offerId }) => offerId === offer.attachedToId)
  // EC-78.
  if (lead && isOver(lead.status)) found.push({ code: 'orphan', params: { leadId: lead.offerId, status: lead.status } })
  for (const { conditionId, status, due } of offer.conditions)
    if (status === 'OPEN' && due !== null && due < today)
      found.push({ code: 'condition-overdue', params: { conditionId, due } })
  for (const { caveatId, offerId, isLate, status } of caveats)
    if (offerId === offer.offerId && isLate && status !== 'LIFTED')
      found.push({ code: 'late-caveat', params: { caveatId } })
  return found.map((each) => ({ ...each, offerId: offer.offerId, elementId: null }))
}
