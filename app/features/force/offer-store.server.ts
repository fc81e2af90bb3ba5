import { DomainError, missing } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { actingIn, type Tx, type Work } from '#app/kernel/work.server.ts'
import type { Prisma } from '#prisma/client.ts'
import { caveatList, forceBoard, forceOwn, offerView, outreachBook } from './contract.ts'
import type { Figures } from './figures.ts'
import { endings } from './pipeline.ts'
import type { OfferCircle } from './policy.ts'

const conditions = { orderBy: { place: 'asc' } } satisfies Prisma.ForceOffer$conditionsArgs
const figures = { select: { phaseId: true, offered: true, accepted: true } } satisfies Prisma.ForceLine$figuresArgs
const lines = { include: { figures }, orderBy: { elementId: 'asc' } } satisfies Prisma.ForceOffer$linesArgs
export type OfferRow = Prisma.ForceOfferGetPayload<{ include: { lines: typeof lines; conditions: typeof conditions } }>
export type LineRow = OfferRow['lines'][number]

/** The offer as far as row-level security shows it; otherwise the one answer for what is not there. */
export async function loadOffer(tx: Tx, offerId: string): Promise<OfferRow> {
  const row = await tx.forceOffer.findUnique({ where: { id: offerId }, include: { lines, conditions } })
  if (!row) throw missing()
  return row
}

/** The same, held against change until the transaction ends. */
export async function lockOffer(tx: Tx, offerId: string): Promise<OfferRow> {
  await tx.$executeRaw`SELECT 1 FROM force_offer WHERE id = ${offerId} FOR UPDATE`
  return loadOffer(tx, offerId)
}

/** Whole offers, in an order that tells nothing of when each was released to whom. */
export async function offersWhere(tx: Tx, where: Prisma.ForceOfferWhereInput): Promise<OfferRow[]> {
  const offers = await tx.forceOffer.findMany({
    where,
    include: { conditions },
    orderBy: { id: 'asc' },
  })
  const linesById = new Map<string, LineRow[]>(offers.map(({ id }) => [id, []]))
  for (const line of await linesOf(tx, [...linesById.keys()])) linesById.get(line.offerId)?.push(line)
  return offers.map((offer) => ({ ...offer, lines: must(linesById.get(offer.id)) }))
}

/** In one question: 1,500 lines with their figures, read as rows of their own, take twice as long. */
const linesOf = (tx: Tx, offerIds: readonly string[]): Promise<LineRow[]> =>
  tx.$queryRaw`
    SELECT line.offer_id AS "offerId", line.element_id AS "elementId", line.conference_id AS "conferenceId",
      line.unit, line.is_lead AS "isLead", line.note, line.decision,
      coalesce(jsonb_agg(jsonb_build_object(
        'phaseId', figure.phase_id, 'offered', figure.offered, 'accepted', figure.accepted
      )) FILTER (WHERE figure.phase_id IS NOT NULL), '[]') AS figures
    FROM force_line line LEFT JOIN force_figure figure USING (offer_id, element_id)
    WHERE line.offer_id = ANY(${offerIds})
    GROUP BY line.offer_id, line.element_id ORDER BY line.element_id`

/** Persons by phase id, of rows that have one phase each. */
export const byPhase = <Row extends { readonly phaseId: string }>(
  rows: readonly Row[],
  figure: (row: Row) => number,
): Figures => Object.fromEntries(rows.map((row) => [row.phaseId, figure(row)]))

export const offeredOf = (line: Pick<LineRow, 'figures'>): Figures => byPhase(line.figures, ({ offered }) => offered)
export const acceptedOf = (line: Pick<LineRow, 'figures'>): Figures => byPhase(line.figures, ({ accepted }) => accepted)

/** FS-11: what is over stays as it was. */
export function assertGoesOn({ status }: Pick<OfferRow, 'status'>): void {
  if (endings.some((ending) => ending === status))
    throw new DomainError('conflict', 'force/offer-is-over', 'This offer is over. To come back, make a new one.')
}

type Told = OfferCircle & { readonly id: string }

/** Who is told that an offer is different now: whoever saw it before, and whoever sees it after. Nobody else is asked. */
export function offerChanged(work: Work, now: Told, before: OfferCircle = now): void {
  work.changed(offerView, { offerId: now.id })
  work.changed(forceOwn, {}, { delegationId: now.delegationId })
  // Whoever contributes reads what contributors tell each other.
  work.changed(caveatList, {}, { delegationId: now.delegationId })
  if (now.audience === 'NONE' && before.audience === 'NONE') return
  work.changed(forceBoard, {})
  work.changed(outreachBook, {})
  for (const delegationId of new Set([...now.recipientIds, ...before.recipientIds]))
    work.changed(forceOwn, {}, { delegationId })
}

/** Caveats that come with an offer, or whose readers depend on who contributes. */
export const caveatsChanged = (work: Work, { audience, delegationId }: OfferCircle): void =>
  audience === 'NONE' ? work.changed(caveatList, {}, { delegationId }) : work.changed(caveatList, {})

type StepKind = 'PREPARED' | 'RELEASED' | 'STATUS' | 'FIGURES' | 'ACCEPTED' | 'CONDITION' | 'TERMS' | 'RESHAPED'
interface NewStep {
  readonly kind: StepKind
  readonly note?: string | null
  readonly from?: string
  readonly to?: string
  readonly basisKind?: string
  readonly basisReference?: string | null
  /** The lines as this step found or left them. */
  readonly lines?: readonly LineRow[]
}

/** Adds what happened to the offer's history, for those who may read the offer as it happens (FS-29). */
export async function addStep(
  { tx, actor, now, newId }: Work,
  offer: Told,
  { kind, note = null, from, to, basisKind, basisReference, lines = [] }: NewStep,
): Promise<void> {
  const { role, side, delegationId } = actingIn(actor)
  const counted = { where: { id: offer.id }, data: { stepCount: { increment: 1 } }, select: { stepCount: true } }
  const { stepCount: place } = await tx.forceOffer.update(counted)
  await tx.forceOfferStep.create({
    data: {
      id: newId(),
      offerId: offer.id,
      conferenceId: offer.conferenceId,
      place,
      kind,
      at: now,
      byRole: role,
      byDelegationId: side === 'secretariat' ? null : delegationId,
      note,
      audience: offer.audience,
      recipientIds: [...offer.recipientIds],
      detail: {
        from: from ?? null,
        to: to ?? null,
        basisKind: basisKind ?? null,
        basisReference: basisReference ?? null,
        lines: lines.map((line) => ({
          elementId: line.elementId,
          offered: { ...offeredOf(line) },
          accepted: { ...acceptedOf(line) },
        })),
      },
    },
  })
}

/** Marks a change that every reader of the offer may see; nothing else moves its time. */
export const touchOffer = (tx: Tx, offerId: string, now: Date): Promise<unknown> =>
  tx.forceOffer.update({ where: { id: offerId }, data: { version: { increment: 1 }, changedAt: now } })
