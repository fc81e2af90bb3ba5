import { DomainError } from '#app/kernel/errors.ts'
import { assertAllowed } from '#app/kernel/policy.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { releaseOffer } from './contract.ts'
import {
  addStep,
  assertGoesOn,
  caveatsChanged,
  loadOffer,
  lockOffer,
  type OfferRow,
  offerChanged,
  touchOffer,
} from './offer-store.server.ts'
import { type Basis, mayBegin, type OfferStatus } from './pipeline.ts'
import { mayReleaseOffer } from './policy.ts'
import { recipientsOf } from './recipients.server.ts'
import { holdForce, phasesOf } from './requirement-store.server.ts'
import { reviewMarkOf } from './review-mark.server.ts'

export const releaseMutations: MutationHandler[] = [
  handle(releaseOffer, async (work, { offerId, audience, recipientIds, reviewed, status, ...said }) => {
    const { tx, now } = work
    await holdForce(work)
    const offer = await lockOffer(tx, offerId)
    work.allow(mayReleaseOffer(actingIn(work.actor), offer))
    assertGoesOn(offer)
    if (reviewed !== (await reviewMarkOf(tx, offer))) throw changedSinceReviewed()
    assertSaysSomething(offer)
    await assertElementsStand(work, offer)
    await dropLostPhases(work, offer)
    const readers = {
      audience,
      recipientIds: audience === 'NAMED' ? await recipientsOf(work, offer, recipientIds) : [],
    }
    const releasedAt = offer.releasedAt ?? now
    if (offer.audience === 'NONE') await begin(work, offer, { ...readers, releasedAt }, beginningOf(status, said))
    else {
      await tx.forceOffer.update({ where: { id: offerId }, data: readers })
      // FS-31: who read it before is not told that there are more readers now, or fewer.
      await addStep(work, { ...offer, audience: 'SECRETARIAT', recipientIds: [] }, { kind: 'RELEASED' })
    }
    const after = await loadOffer(tx, offerId)
    work.record({ offerId, audience, recipients: readers.recipientIds.length, status: after.status })
    work.recordFor(offer.delegationId)
    offerChanged(work, after, offer)
    caveatsChanged(work, after)
    return { releasedAt: releasedAt.toISOString() }
  }),
]

interface Beginning {
  readonly status: OfferStatus
  readonly basis: Basis
}

interface Said {
  readonly basisKind: Basis['kind'] | null
  readonly basisReference: string | null
}

/** FS-12: a first release gives the offer its status and what that rests on. */
function beginningOf(status: OfferStatus | null, { basisKind, basisReference }: Said): Beginning {
  if (!status || !basisKind)
    throw new DomainError(
      'conflict',
      'force/say-status',
      'Say with which status it is released, and what that rests on.',
    )
  const basis = { kind: basisKind, reference: basisReference }
  assertAllowed(mayBegin(status, basis))
  return { status, basis }
}

type Readers = { audience: string; recipientIds: string[]; releasedAt: Date }

async function begin(work: Work, offer: OfferRow, readers: Readers, { status, basis }: Beginning): Promise<void> {
  const { tx, now } = work
  const said = { status, basisKind: basis.kind, basisReference: basis.reference }
  await tx.forceOffer.update({ where: { id: offer.id }, data: { ...readers, ...said } })
  // FS-25: others are shown its limits now; when they were written is the delegation's own affair.
  await tx.forceCaveat.updateMany({
    where: { offerId: offer.id, audience: { not: 'NONE' } },
    data: { declaredAt: now },
  })
  await touchOffer(tx, offer.id, now)
  const { status: _, ...rests } = said
  const after = await loadOffer(tx, offer.id)
  await addStep(work, after, { kind: 'RELEASED', from: offer.status, to: status, ...rests, lines: after.lines })
}

const changedSinceReviewed = () =>
  new DomainError(
    'conflict',
    'force/changed-since-reviewed',
    'A colleague changed this offer after you looked at it. Look at it again, then release it.',
  )

/** FS-32: what is no longer required is not offered to others. */
async function assertElementsStand({ tx }: Work, { conferenceId, lines }: OfferRow): Promise<void> {
  const id = { in: lines.map(({ elementId }) => elementId) }
  const standing = await tx.forceElement.count({ where: { id, conferenceId, removedAt: null } })
  if (standing < lines.length)
    throw new DomainError(
      'conflict',
      'force/element-gone',
      'This offer names an element that is no longer required. Take it out, then release it.',
    )
}

/** FS-32: a phase that was taken away while the offer was private takes its figures with it; no page showed them. */
async function dropLostPhases({ tx }: Work, { id, conferenceId, measures }: OfferRow): Promise<void> {
  const phases = new Set((await phasesOf(tx, conferenceId)).map((phase) => phase.id))
  await tx.forceFigure.deleteMany({ where: { offerId: id, phaseId: { notIn: [...phases] } } })
  if (typeof measures !== 'object' || measures === null) return
  const kept = Object.entries(measures).filter(([phaseId]) => phases.has(phaseId))
  if (kept.length < Object.keys(measures).length)
    await tx.forceOffer.update({ where: { id }, data: { measures: Object.fromEntries(kept) } })
}

function assertSaysSomething({ kind, lines, amount, measures, note }: OfferRow): void {
  const says = {
    TROOPS: lines.length > 0,
    POLICE: lines.length > 0,
    FUNDING: amount !== null,
    TRAINING: measures !== null,
    BASING: measures !== null || note !== null,
    OVERFLIGHT: true,
    HOST_NATION_SUPPORT: measures !== null || note !== null,
  }[kind]
  if (!says)
    throw new DomainError(
      'conflict',
      'force/nothing-offered',
      'This offer does not yet say what is offered. Add an element, an amount or a measure, then release it.',
    )
}
