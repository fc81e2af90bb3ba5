import { DomainError, missing } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { changeOffer, discardOffer, dropLine, forceOwn, prepareOffer, setLine } from './contract.ts'
import { assertPhases } from './element-store.server.ts'
import { type Figures, figureOf, isAny } from './figures.ts'
import { mergedLine, mergedTerms } from './offer-merging.ts'
import {
  acceptedOf,
  addStep,
  assertGoesOn,
  caveatsChanged,
  loadOffer,
  lockOffer,
  type OfferRow,
  offerChanged,
  touchOffer,
} from './offer-store.server.ts'
import { mayChangeOffer, mayDiscardOffer, mayPrepareOffer } from './policy.ts'
import { elementById, holdForce, phasesOf } from './requirement-store.server.ts'
import { isStrength, type OfferKind } from './terms.ts'

export const offerMutations: MutationHandler[] = [
  handle(prepareOffer, async (work, { kind, title }) => {
    const { tx, actor, now, newId } = work
    const acting = actingIn(actor)
    work.allow(mayPrepareOffer(acting))
    const { conferenceId, accreditationId } = acting
    const delegationId = must(acting.delegationId)
    const id = newId()
    const offer = await tx.forceOffer.create({
      data: {
        id,
        conferenceId,
        delegationId,
        kind,
        status: 'INDICATED',
        title,
        createdBy: accreditationId,
        createdAt: now,
        changedAt: now,
      },
    })
    await addStep(work, offer, { kind: 'PREPARED' })
    work.record({ offerId: id, kind })
    work.changed(forceOwn, {}, { delegationId })
    return { offerId: id }
  }),

  handle(changeOffer, async (work, { offerId, before, measures, ...wanted }) => {
    const offer = await ownOfferToChange(work, offerId)
    const phases = await phasesOf(work.tx, offer.conferenceId)
    if (measures) assertPhases(measures, phases)
    const { merged, overwritten } = mergedTerms(offer, before, { ...wanted, measures }, phases)
    const { measures: mergedMeasures, ...fields } = merged
    await assertRefs(work, offer, fields)
    if (fields.amount !== null && fields.currency === null) throw currencyMissing()
    await work.tx.forceOffer.update({
      where: { id: offerId },
      data: { ...fields, ...(mergedMeasures ? { measures: { ...mergedMeasures } } : {}) },
    })
    await told(work, offer, 'TERMS')
    return { overwritten }
  }),

  handle(setLine, async (work, { offerId, elementId, before, ...wanted }) => {
    await holdForce(work)
    const offer = await ownOfferToChange(work, offerId)
    const { tx } = work
    const { conferenceId } = offer
    assertHasStrength(offer)
    const element = await elementById(tx, conferenceId, elementId)
    const phases = await phasesOf(tx, conferenceId)
    assertPhases(wanted.offered, phases)
    const line = offer.lines.find((each) => each.elementId === element.id)
    const { merged, overwritten } = mergedLine(line, before, wanted, phases)
    const { offered, ...said } = merged
    const accepted = line ? acceptedOf(line) : {}
    assertNotBelow(offered, accepted)
    const key = { offerId, elementId }
    await tx.forceLine.upsert({
      where: { offerId_elementId: key },
      create: { ...key, conferenceId, ...said },
      update: said,
    })
    await tx.forceFigure.deleteMany({ where: key })
    await tx.forceFigure.createMany({
      data: Object.entries(offered).map(([phaseId, figure]) => ({
        ...key,
        phaseId,
        conferenceId,
        offered: figure,
        accepted: figureOf(accepted, phaseId),
      })),
    })
    await told(work, offer, 'FIGURES')
    return { overwritten }
  }),

  handle(dropLine, async (work, { offerId, elementId }) => {
    await holdForce(work)
    const offer = await ownOfferToChange(work, offerId)
    const line = offer.lines.find((each) => each.elementId === elementId)
    if (!line) throw missing()
    assertNotBelow({}, acceptedOf(line))
    await work.tx.forceLine.delete({ where: { offerId_elementId: { offerId, elementId } } })
    await told(work, offer, 'FIGURES')
    return {}
  }),

  handle(discardOffer, async (work, { offerId }) => {
    const offer = await lockOffer(work.tx, offerId)
    work.allow(mayDiscardOffer(actingIn(work.actor), offer))
    await work.tx.forceOffer.delete({ where: { id: offerId } })
    work.record({ offerId })
    offerChanged(work, offer)
    caveatsChanged(work, offer)
    return {}
  }),
]

async function ownOfferToChange(work: Work, offerId: string): Promise<OfferRow> {
  const offer = await lockOffer(work.tx, offerId)
  work.allow(mayChangeOffer(actingIn(work.actor), offer))
  assertGoesOn(offer)
  return offer
}

/** The offer's readers hear of it, and its history keeps it. */
async function told(work: Work, offer: OfferRow, kind: 'TERMS' | 'FIGURES'): Promise<void> {
  await touchOffer(work.tx, offer.id, work.now)
  const { lines } = await loadOffer(work.tx, offer.id)
  await addStep(work, offer, { kind, lines: kind === 'FIGURES' ? lines : [] })
  work.record({ offerId: offer.id })
  offerChanged(work, offer)
}

function assertHasStrength({ kind }: OfferRow): void {
  if (!isStrength(kind as OfferKind))
    throw new DomainError(
      'conflict',
      'force/no-strength',
      'Only troops and police are offered to elements. This offer is described by its own measures.',
    )
}

/** What the force generator has accepted stands until they give it back, or the offer is withdrawn. */
function assertNotBelow(offered: Figures, accepted: Figures): void {
  const below = Object.entries(accepted).find(([phaseId, figure]) => figure > figureOf(offered, phaseId))
  if (!below || !isAny(accepted)) return
  throw new DomainError(
    'conflict',
    'force/accepted-already',
    `${below[1]} of this have been accepted. Ask the force generation officer to accept less first, or withdraw the offer.`,
    { params: { accepted: below[1] } },
  )
}

interface Refs {
  readonly fundId: string | null
  readonly attachedToId: string | null
}

/** What an offer names must be in its delegation's sight. */
async function assertRefs({ tx }: Work, offer: OfferRow, { fundId, attachedToId }: Refs): Promise<void> {
  if (fundId && !(await tx.forceFund.findFirst({ where: { id: fundId, conferenceId: offer.conferenceId } })))
    throw missing()
  if (!attachedToId) return
  const lead = await tx.forceOffer.findFirst({ where: { id: attachedToId, conferenceId: offer.conferenceId } })
  if (!lead || lead.id === offer.id) throw missing()
}

const currencyMissing = () =>
  new DomainError('invalid', 'force/currency', 'Name the currency.', {
    fields: [{ path: 'currency', code: 'force/currency', sentence: 'Name the currency by its three letters.' }],
  })
