import { z } from 'zod'
import { tabledList } from '#app/features/drafts/contract.ts'
import { query } from '#app/kernel/contract.ts'
import { id } from '#app/kernel/ids.ts'
import { wholeNumber } from '#app/kernel/text.ts'
import { figuresKinds } from './figures.ts'
import { basisKinds, statuses } from './pipeline.ts'
import {
  condition,
  element,
  figures,
  fund,
  names,
  offer,
  phase,
  releasedTotals,
  statement,
  strength,
} from './shapes.ts'
import {
  caveatAudiences,
  caveatCategories,
  caveatEffects,
  caveatStates,
  financeModes,
  offerAudiences,
} from './terms.ts'

export * from './offer-contract.ts'
export * from './outreach-contract.ts'
export * from './requirement-contract.ts'
export {
  type Condition,
  type Element,
  type Fund,
  type Money,
  type Offer,
  type Phase,
  type ReleasedTotals,
  releasedTotals,
} from './shapes.ts'

const facts = z.object({
  view: z.literal('FACTS'),
  statement: statement.nullable(),
  phases: z.array(phase),
  elements: z.array(element),
  offers: z.array(offer),
  funds: z.array(fund),
  delegations: z.array(z.object({ delegationId: z.string(), code: z.string(), names })),
  /** What observers were told last, so that nobody wonders. */
  totals: z.object({ releasedAt: z.string(), content: releasedTotals }).nullable(),
})
const totals = z.object({
  view: z.literal('TOTALS'),
  totals: z.object({ releasedAt: z.string(), content: releasedTotals }).nullable(),
})

/**
 * The requirement and the offers that all states may see, or for the secretariat all that were released. No totals: every
 * reader derives them from these facts and from `forceOwn`, so no total can show what its reader may not see. Observers
 * get released totals in their place (FS-21, FS-22).
 */
export const forceBoard = query('force.board', {
  input: z.strictObject({}),
  output: z.discriminatedUnion('view', [facts, totals]),
  audience: 'side',
})
export type ForceBoard = z.output<typeof forceBoard.output>
export type ForceFacts = z.output<typeof facts>

/** What the delegation sees beyond the board: its own offers that not all states see, and others' that name it. */
export const forceOwn = query('force.own', {
  input: z.strictObject({}),
  output: z.object({ offers: z.array(offer) }),
  audience: 'delegation',
})

const linkedText = z.object({
  kind: z.literal('TEXT'),
  symbol: z.string(),
  blockId: z.string(),
  /** The paragraph as it reads in the latest revision; null when it is gone. */
  excerpt: z.string().nullable(),
  latest: z.string(),
  hasChanged: z.boolean(),
})
const linkedOffer = z.object({
  kind: z.literal('OFFER'),
  offerId: z.string(),
  delegationId: z.string(),
  title: z.string(),
  status: z.enum(statuses),
  hasChanged: z.boolean(),
})
const link = z.discriminatedUnion('kind', [linkedText, linkedOffer])
export type ConditionLink = z.output<typeof link>

const caveat = z.object({
  caveatId: z.string(),
  offerId: z.string(),
  delegationId: z.string(),
  category: z.enum(caveatCategories),
  effect: z.enum(caveatEffects),
  text: z.string(),
  sectors: z.array(z.string()),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  status: z.enum(caveatStates),
  declaredAt: z.string(),
  isLate: z.boolean(),
  liftedAt: z.string().nullable(),
})
export type Caveat = z.output<typeof caveat>

const step = z.object({
  kind: z.enum(['PREPARED', 'RELEASED', 'STATUS', 'FIGURES', 'ACCEPTED', 'CONDITION', 'TERMS', 'RESHAPED']),
  at: z.string(),
  byRole: z.string(),
  /** Null: the secretariat. */
  byDelegationId: z.string().nullable(),
  note: z.string().nullable(),
  from: z.enum(statuses).nullable(),
  to: z.enum(statuses).nullable(),
  basisKind: z.enum(basisKinds).nullable(),
  basisReference: z.string().nullable(),
  /** The lines as this step left or found them. */
  lines: z.array(z.object({ elementId: z.string(), offered: figures, accepted: figures })),
})
export type OfferStep = z.output<typeof step>

const readers = z.object({ audience: z.enum(offerAudiences), recipientIds: z.array(z.string()) })

/** Everything about one offer that its reader may see. Who else may, is known to its delegation and the secretariat. */
export const offerView = query('force.offer', {
  input: z.strictObject({ offerId: id<'forceOffer'>() }),
  output: offer.extend({
    note: z.string().nullable(),
    financeMode: z.enum(financeModes).nullable(),
    basisKind: z.enum(basisKinds).nullable(),
    basisReference: z.string().nullable(),
    noticeDays: z.number().nullable(),
    selfSustainmentDays: z.number().nullable(),
    rotationMonths: z.number().nullable(),
    handoverDays: z.number().nullable(),
    release: readers.extend({ releasedAt: z.string() }).nullable(),
    conditions: z.array(condition.extend({ link: link.nullable() })),
    caveats: z.array(
      caveat.extend({
        /** Known to the own delegation and the secretariat. */
        release: z.object({ audience: z.enum(caveatAudiences), recipientIds: z.array(z.string()) }).nullable(),
      }),
    ),
    steps: z.array(step),
    /** Offers of others in sight that hang on this one. */
    dependants: z.array(z.object({ offerId: z.string(), delegationId: z.string(), title: z.string() })),
    hasOwnAccess: z.boolean(),
    /** Of what a release would show, for the own delegation; null for others (FS-30). */
    reviewMark: z.string().nullable(),
  }),
  audience: 'delegation',
  // A condition hangs on a text: whoever reads the offer is told when that text changed.
  follows: [tabledList],
})
export type OfferView = z.output<typeof offerView.output>

/** Who may read the offers that were released: of the own delegation, and for the secretariat of all. */
export const offerReaders = query('force.readers', {
  input: z.strictObject({}),
  output: z.object({ offers: z.array(readers.extend({ offerId: z.string() })) }),
  audience: 'delegation',
  follows: [forceBoard, forceOwn],
})
export type OfferReaders = z.output<typeof readers>

/** On what the open conditions of the offers in sight hang. */
export const conditionLinks = query('force.links', {
  input: z.strictObject({}),
  output: z.object({
    conditions: z.array(
      z.object({ conditionId: z.string(), offerId: z.string(), title: z.string(), link: link.nullable() }),
    ),
  }),
  audience: 'delegation',
  follows: [forceBoard, forceOwn, tabledList],
})
export type LinkedCondition = z.output<typeof conditionLinks.output>['conditions'][number]

/** The national limits in sight; the matrix is made of them and of the board. */
export const caveatList = query('force.caveats', {
  input: z.strictObject({}),
  output: z.object({
    caveats: z.array(
      caveat.extend({
        /** Others may read it, too; otherwise it is the own delegation's alone. */
        isShared: z.boolean(),
      }),
    ),
  }),
  audience: 'delegation',
})

const quotedPhase = z.object({ phaseId: z.string(), name: z.string(), total: strength })

/** Figures that a text may quote: of what all states may see, the same for everybody at the table (FS-27). */
export const forceQuotes = query('force.quotes', {
  input: z.strictObject({}),
  output: z.object({
    phases: z.array(quotedPhase),
    elements: z.array(
      z.object({ elementId: z.string(), serial: z.number(), name: z.string(), strengths: z.array(strength) }),
    ),
  }),
  audience: 'side',
  follows: [forceBoard],
})
export type ForceQuotes = z.output<typeof forceQuotes.output>

/** The versions in which the statement was issued, latest first. */
export const issueList = query('force.issues', {
  input: z.strictObject({}),
  output: z.object({
    issues: z.array(
      z.object({ number: z.number(), note: z.string().nullable(), issuedAt: z.string(), textHash: z.string() }),
    ),
  }),
  audience: 'side',
})
/** One issued version, as it stood. */
export const issueView = query('force.issue', {
  input: z.strictObject({ number: wholeNumber({ min: 1 }) }),
  output: z.object({
    number: z.number(),
    note: z.string().nullable(),
    issuedAt: z.string(),
    textHash: z.string(),
    content: issuedContentSchema(),
  }),
  audience: 'side',
})

function issuedContentSchema() {
  return z.object({
    title: z.string(),
    figures: z.enum(figuresKinds),
    phases: z.array(phase),
    elements: z.array(element),
  })
}
/** What is frozen in a version. */
export const issuedContent = issuedContentSchema()
export type IssuedContent = z.output<typeof issuedContent>
