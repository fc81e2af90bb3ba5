import { z } from 'zod'
import { must } from '#app/kernel/must.ts'
import { isoOrNull } from '#app/kernel/time.ts'
import type { ForceCaveat, ForceFund } from '#prisma/client.ts'
import type { Caveat, Condition, Fund, Money, Offer, OfferStep } from './contract.ts'
import { acceptedOf, type OfferRow, offeredOf } from './offer-store.server.ts'
import { basisKinds, statuses } from './pipeline.ts'
import {
  caveatCategories,
  caveatEffects,
  caveatStates,
  conditionStates,
  moneyInstruments,
  offerKinds,
} from './terms.ts'

/** One of the words that a column may hold; its check constraint lets no other in. */
export const oneOf = <Word extends string>(words: readonly Word[], stored: string): Word =>
  must(words.find((word) => word === stored))

const measures = z.record(z.string(), z.number()).catch({})

/** What of an offer depends on who reads it. */
interface OfferReader {
  /** The offers that this reader sees: no other is named. */
  readonly inSight?: ReadonlySet<string>
  /** Of its own delegation or the secretariat: why more was taken than lacked tells of offers that others do not see. */
  readonly knowsDecisions: boolean
}

/** An offer as its readers see it. */
export function toOffer(row: OfferRow, { inSight, knowsDecisions }: OfferReader): Offer {
  const status = oneOf(statuses, row.status)
  return {
    offerId: row.id,
    delegationId: row.delegationId,
    kind: oneOf(offerKinds, row.kind),
    status,
    title: row.title,
    overSince: isoOrNull(row.overAt),
    availableFrom: row.availableFrom,
    attachedToId: row.attachedToId && inSight?.has(row.attachedToId) ? row.attachedToId : null,
    isReleased: row.audience !== 'NONE',
    changedAt: row.changedAt.toISOString(),
    lines: row.lines.map((line) => ({
      elementId: line.elementId,
      unit: line.unit,
      isLead: line.isLead,
      note: line.note,
      decision: knowsDecisions ? line.decision : null,
      offered: offeredOf(line),
      accepted: acceptedOf(line),
    })),
    conditions: row.conditions.map(toCondition),
    money: moneyOf(row),
    measures: row.measures ? measures.parse(row.measures) : null,
    measureUnit: row.measureUnit,
  }
}

const toCondition = ({ id, text, status, due }: OfferRow['conditions'][number]): Condition => ({
  conditionId: id,
  text,
  status: oneOf(conditionStates, status),
  due,
})

function moneyOf({ kind, amount, currency, fundId, instrument, earmark }: OfferRow): Money | null {
  if (kind !== 'FUNDING' || amount === null || currency === null) return null
  return {
    fundId,
    instrument: oneOf(moneyInstruments, instrument ?? 'TRUST_FUND'),
    currency,
    amount: amount.toFixed(2),
    earmark,
  }
}

export const toFund = ({ id, name, currency, target }: ForceFund): Fund => ({
  fundId: id,
  name,
  currency,
  target: target.toFixed(2),
})

export const toCaveat = (row: ForceCaveat): Caveat => ({
  caveatId: row.id,
  offerId: row.offerId,
  delegationId: row.delegationId,
  category: oneOf(caveatCategories, row.category),
  effect: oneOf(caveatEffects, row.effect),
  text: row.text,
  sectors: row.sectors,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  status: oneOf(caveatStates, row.status),
  declaredAt: row.declaredAt.toISOString(),
  isLate: row.isLate,
  liftedAt: isoOrNull(row.liftedAt),
})

const stepKinds = ['PREPARED', 'RELEASED', 'STATUS', 'FIGURES', 'ACCEPTED', 'CONDITION', 'TERMS', 'RESHAPED'] as const
const figures = z.record(z.string(), z.number())
const status = z.enum(statuses).nullable().catch(null)
const stepDetail = z.object({
  from: status,
  to: status,
  basisKind: z.enum(basisKinds).nullable().catch(null),
  basisReference: z.string().nullable().catch(null),
  lines: z.array(z.object({ elementId: z.string(), offered: figures, accepted: figures })).catch([]),
})

interface StepRow {
  readonly kind: string
  readonly at: Date
  readonly byRole: string
  readonly byDelegationId: string | null
  readonly note: string | null
  readonly detail: unknown
}

export const toStep = (
  { kind, at, byRole, byDelegationId, note, detail }: StepRow,
  { knowsDecisions }: Pick<OfferReader, 'knowsDecisions'>,
): OfferStep => ({
  kind: oneOf(stepKinds, kind),
  at: at.toISOString(),
  byRole,
  byDelegationId,
  note: kind === 'ACCEPTED' && !knowsDecisions ? null : note,
  ...stepDetail.parse(detail),
})
