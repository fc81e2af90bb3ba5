import { DomainError, missing } from '#app/kernel/errors.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { dropCondition, lookAtLink, setCondition, settleCondition } from './contract.ts'
import { linkNow } from './links.server.ts'
import { addStep, assertGoesOn, lockOffer, type OfferRow, offerChanged, touchOffer } from './offer-store.server.ts'
import { mayChangeOffer, maySettleCondition } from './policy.ts'
import { holdForce } from './requirement-store.server.ts'

export const conditionMutations: MutationHandler[] = [
  handle(setCondition, async (work, { offerId, conditionId, text, due, ...link }) => {
    const { tx, now, newId } = work
    const offer = await lockOffer(tx, offerId)
    work.allow(mayChangeOffer(actingIn(work.actor), offer))
    assertGoesOn(offer)
    const linked = await linkOf(work, offer, link)
    const data = { text, due, ...linked, changedAt: now }
    const known = offer.conditions.find(({ id }) => id === conditionId)
    if (conditionId && !known) throw missing()
    const id = known?.id ?? newId()
    const place = Math.max(0, ...offer.conditions.map((each) => each.place)) + 1
    if (known) await tx.forceCondition.update({ where: { id }, data })
    else await tx.forceCondition.create({ data: { id, offerId, conferenceId: offer.conferenceId, place, ...data } })
    await told(work, offer, null)
    return { conditionId: id }
  }),

  handle(dropCondition, async (work, { conditionId }) => {
    const offer = await offerOf(work, conditionId)
    work.allow(mayChangeOffer(actingIn(work.actor), offer))
    assertGoesOn(offer)
    await work.tx.forceCondition.delete({ where: { id: conditionId } })
    await told(work, offer, null)
    return {}
  }),

  handle(settleCondition, async (work, { conditionId, status, note }) => {
    const { tx, now } = work
    const offer = await offerOf(work, conditionId)
    work.allow(maySettleCondition(actingIn(work.actor), offer))
    assertGoesOn(offer)
    await tx.forceCondition.update({ where: { id: conditionId }, data: { status, changedAt: now } })
    work.record({ conditionId, status })
    work.recordFor(offer.delegationId)
    await told(work, offer, note)
    return {}
  }),

  handle(lookAtLink, async (work, { conditionId }) => {
    const { tx } = work
    const offer = await offerOf(work, conditionId)
    work.allow(mayChangeOffer(actingIn(work.actor), offer))
    const condition = offer.conditions.find(({ id }) => id === conditionId)
    const link = condition && (await linkNow(work, condition))
    if (!link) throw missing()
    await tx.forceCondition.update({ where: { id: conditionId }, data: { linkHash: link.hash } })
    offerChanged(work, offer)
    return {}
  }),
]

/** The offer of a condition, locked. */
async function offerOf(work: Work, conditionId: string): Promise<OfferRow> {
  const { tx } = work
  const condition = await tx.forceCondition.findUnique({ where: { id: conditionId }, select: { offerId: true } })
  if (!condition) throw missing()
  await holdForce(work)
  return lockOffer(tx, condition.offerId)
}

async function told(work: Work, offer: OfferRow, note: string | null): Promise<void> {
  await touchOffer(work.tx, offer.id, work.now)
  await addStep(work, offer, { kind: 'CONDITION', note })
  work.record({ offerId: offer.id })
  offerChanged(work, offer)
}

interface Link {
  readonly linkSymbol: string | null
  readonly linkBlockId: string | null
  readonly linkOfferId: string | null
}

/** On what a condition hangs, with its state at this moment. Only what the delegation can see may be named. */
async function linkOf(work: Work, offer: OfferRow, { linkSymbol, linkBlockId, linkOfferId }: Link) {
  const none = { linkSymbol: null, linkBlockId: null, linkOfferId: null, linkHash: null }
  if (linkOfferId === offer.id)
    throw new DomainError('conflict', 'force/hangs-on-itself', 'A condition cannot hang on its own offer.')
  const named = linkOfferId
    ? { ...none, linkOfferId }
    : linkSymbol && linkBlockId
      ? { ...none, linkSymbol, linkBlockId }
      : null
  if (!named) return none
  const link = await linkNow(work, named)
  if (!link) throw missing()
  return { ...named, linkHash: link.hash }
}
