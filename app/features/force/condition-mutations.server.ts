import { canonicalJson } from '#app/kernel/canonical-json.ts'
import { DomainError, missing } from '#app/kernel/errors.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { dropCondition, lookAtLink, setCondition, settleCondition } from './contract.ts'
import { linkNow } from './links.server.ts'
import { mergeFields } from './merge-fields.ts'
import { addStep, assertGoesOn, lockOffer, type OfferRow, offerChanged, touchOffer } from './offer-store.server.ts'
import { mayChangeOffer, maySettleCondition } from './policy.ts'
import { holdForce } from './requirement-store.server.ts'

export const conditionMutations: MutationHandler[] = [
  handle(setCondition, async (work, { offerId, conditionId, text, due, before, ...link }) => {
    const { tx, now, newId } = work
    const offer = await lockOffer(tx, offerId)
    work.allow(mayChangeOffer(actingIn(work.actor), offer))
    assertGoesOn(offer)
    const known = offer.conditions.find(({ id }) => id === conditionId)
    if (conditionId && !known) throw missing()
    const stored = known && fieldsOf(known)
    const wanted: Fields = { text, due, link }
    const { merged, overwritten } = stored
      ? mergeFields(conditionFields, { before: before ? fieldsOf(before) : stored, now: stored, wanted })
      : { merged: wanted, overwritten: [] }
    // What a condition hangs on is looked at anew where it is chosen, not where its words are changed.
    const isLinkKept = stored && canonicalJson(merged.link) === canonicalJson(stored.link)
    const linked = isLinkKept ? {} : await linkOf(work, offer, merged.link)
    // Other words are another condition: what became of the earlier one says nothing about it.
    const reopened = known && merged.text !== known.text ? { status: 'OPEN' } : {}
    const data = { text: merged.text, due: merged.due, ...linked, ...reopened, changedAt: now }
    const id = known?.id ?? newId()
    const place = Math.max(0, ...offer.conditions.map((each) => each.place)) + 1
    if (known) await tx.forceCondition.update({ where: { id }, data })
    else await tx.forceCondition.create({ data: { id, offerId, conferenceId: offer.conferenceId, place, ...data } })
    await told(work, offer, null)
    return { conditionId: id, overwritten: [...overwritten] }
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

interface Fields {
  readonly text: string
  readonly due: string | null
  readonly link: Link
}
const conditionFields = ['text', 'due', 'link'] as const

const fieldsOf = ({ text, due, linkSymbol, linkBlockId, linkOfferId }: Omit<Fields, 'link'> & Link): Fields => ({
  text,
  due,
  link: { linkSymbol, linkBlockId, linkOfferId },
})

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
