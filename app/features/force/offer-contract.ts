import { z } from 'zod'
import { mutation } from '#app/kernel/contract.ts'
import { id } from '#app/kernel/ids.ts'
import { checkbox, line, optionalLine, optionalProse, prose, wholeNumber } from '#app/kernel/text.ts'
import { calendarDate } from '#app/kernel/time.ts'
import { amount, currency, figuresByPhase, listOf, orNull, seenBefore } from './fields.ts'
import { basisKinds, statuses } from './pipeline.ts'
import {
  caveatAudiences,
  caveatCategories,
  caveatEffects,
  caveatStates,
  conditionStates,
  financeModes,
  moneyInstruments,
  offerAudiences,
  offerKinds,
} from './terms.ts'

const offerId = id<'forceOffer'>()
const elementId = id<'forceElement'>()
const conditionId = id<'forceCondition'>()
const caveatId = id<'forceCaveat'>()
const overwritten = z.array(z.string())
const text = z.string().nullable()
const number = z.number().nullable()
const seenFigures = z.record(z.string(), z.number())
/** What each form of an offer sends back of what its editor saw. */
export const seenTerms = z.object({
  title: z.string(),
  note: text,
  financeMode: text,
  noticeDays: number,
  availableFrom: text,
  selfSustainmentDays: number,
  rotationMonths: number,
  handoverDays: number,
  attachedToId: text,
  fundId: text,
  instrument: text,
  currency: text,
  amount: text,
  earmark: text,
  measureUnit: text,
  measures: seenFigures.nullable(),
})
export const seenLine = z.object({ unit: text, isLead: z.boolean(), note: text, offered: seenFigures })
const conditionSeen = { text: z.string(), due: text, linkSymbol: text, linkBlockId: text, linkOfferId: text }
export const seenCondition = z.object(conditionSeen)
export const seenCaveat = z.object({
  category: z.string(),
  effect: z.string(),
  text: z.string(),
  sectors: z.array(z.string()),
  startsOn: text,
  endsOn: text,
  audience: z.string(),
  recipientIds: z.array(z.string()),
})

const nothing = { output: z.object({}), audit: 'delegation' } as const

/** Begins an offer, which only the own delegation sees until its head releases it. */
export const prepareOffer = mutation('force.prepareOffer', {
  input: z.strictObject({ kind: z.enum(offerKinds), title: line(200) }),
  output: z.object({ offerId: z.string() }),
  audit: 'delegation',
})

/**
 * What is said about the whole offer: its readiness, how it is paid for, its money or its measures. `before` is what the
 * editor saw: a field that the editor left alone keeps what a colleague wrote meanwhile, and the answer names the fields
 * that both changed (O17). The same holds for lines, conditions and limits.
 */
export const changeOffer = mutation('force.changeOffer', {
  input: z.strictObject({
    offerId,
    title: line(200),
    note: optionalProse(2_000),
    financeMode: orNull(z.enum(financeModes)),
    noticeDays: orNull(wholeNumber({ max: 3_650 })),
    availableFrom: orNull(calendarDate()),
    selfSustainmentDays: orNull(wholeNumber({ max: 3_650 })),
    rotationMonths: orNull(wholeNumber({ max: 120 })),
    handoverDays: orNull(wholeNumber({ max: 365 })),
    attachedToId: orNull(offerId),
    fundId: orNull(id<'forceFund'>()),
    instrument: orNull(z.enum(moneyInstruments)),
    currency: orNull(currency()),
    amount: orNull(amount()),
    earmark: optionalLine(200),
    measures: figuresByPhase().optional(),
    measureUnit: optionalLine(80),
    before: seenBefore(seenTerms).optional(),
  }),
  output: z.object({ overwritten }),
  audit: 'delegation',
})

/** What the offer brings to one element. */
export const setLine = mutation('force.setLine', {
  input: z.strictObject({
    offerId,
    elementId,
    unit: optionalLine(120),
    isLead: checkbox(),
    note: optionalLine(300),
    offered: figuresByPhase(),
    before: seenBefore(seenLine).optional(),
  }),
  output: z.object({ overwritten }),
  audit: 'delegation',
})

export const dropLine = mutation('force.dropLine', { input: z.strictObject({ offerId, elementId }), ...nothing })

/** An offer that nobody outside was shown is thrown away. */
export const discardOffer = mutation('force.discardOffer', { input: z.strictObject({ offerId }), ...nothing })

/**
 * The head shows the offer to the secretariat and to whom it names, as the head looked at it: `reviewed` is the offer's
 * `reviewMark` of then (FS-30). The first release gives it its status and what that rests on; a later one changes its
 * readers alone (FS-31).
 */
export const releaseOffer = mutation('force.releaseOffer', {
  input: z.strictObject({
    offerId,
    audience: z.enum(offerAudiences),
    recipientIds: listOf(id<'delegation'>()),
    reviewed: z.string().max(22),
    status: orNull(z.enum(statuses)),
    basisKind: orNull(z.enum(basisKinds)),
    basisReference: optionalLine(200),
  }),
  output: z.object({ releasedAt: z.string() }),
  reauthenticate: true,
})

/** A released offer goes to another status: forward, backward, or over. */
export const moveOffer = mutation('force.moveOffer', {
  input: z.strictObject({
    offerId,
    to: z.enum(statuses),
    basisKind: z.enum(basisKinds),
    basisReference: optionalLine(200),
    note: optionalLine(300),
  }),
  output: z.object({}),
})

/** The force generator takes all or part of what a line offers; nothing takes it back. A surplus is kept by decision only. */
export const acceptLine = mutation('force.acceptLine', {
  input: z.strictObject({
    offerId,
    elementId,
    accepted: figuresByPhase(),
    /** What was accepted of it when its form was shown: what a colleague accepted since is not overwritten (FS-36). */
    before: figuresByPhase().optional(),
    keepsSurplus: checkbox(),
    decision: optionalLine(300),
  }),
  output: z.object({}),
})

/** A condition, and on what it hangs: a paragraph of an issued text, or another offer in sight. */
export const setCondition = mutation('force.setCondition', {
  input: z.strictObject({
    offerId,
    conditionId: conditionId.optional(),
    text: prose(500),
    due: orNull(calendarDate()),
    linkSymbol: optionalLine(120),
    linkBlockId: optionalLine(60),
    linkOfferId: orNull(offerId),
    before: seenBefore(seenCondition).optional(),
  }),
  output: z.object({ conditionId: z.string(), overwritten }),
  audit: 'delegation',
})

export const dropCondition = mutation('force.dropCondition', { input: z.strictObject({ conditionId }), ...nothing })

/** Met, waived, failed or open again. What hangs on it is counted anew; the offer's status stays (EC-77). */
export const settleCondition = mutation('force.settleCondition', {
  input: z.strictObject({ conditionId, status: z.enum(conditionStates), note: optionalLine(300) }),
  ...nothing,
})

/** The change of what a condition hangs on was looked at; the notice goes. */
export const lookAtLink = mutation('force.lookAtLink', { input: z.strictObject({ conditionId }), ...nothing })

/** A national limit, with readers of its own. */
export const setCaveat = mutation('force.setCaveat', {
  input: z.strictObject({
    offerId,
    caveatId: caveatId.optional(),
    category: z.enum(caveatCategories),
    effect: z.enum(caveatEffects),
    text: prose(500),
    sectors: listOf(line(80), 50),
    startsOn: orNull(calendarDate()),
    endsOn: orNull(calendarDate()),
    audience: z.enum(caveatAudiences),
    recipientIds: listOf(id<'delegation'>()),
    before: seenBefore(seenCaveat).optional(),
  }),
  output: z.object({ caveatId: z.string(), overwritten }),
  audit: 'delegation',
})

export const moveCaveat = mutation('force.moveCaveat', {
  input: z.strictObject({ caveatId, status: z.enum(caveatStates) }),
  ...nothing,
})
