import { missing } from '#app/kernel/errors.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { caveatList, moveCaveat, offerView, setCaveat } from './contract.ts'
import { lockOffer, type OfferRow } from './offer-store.server.ts'
import { mayChangeCaveat } from './policy.ts'
import { recipientsOf } from './recipients.server.ts'

const firm: readonly string[] = ['COMMITTED', 'DEPLOYED']

export const caveatMutations: MutationHandler[] = [
  handle(setCaveat, async (work, { offerId, caveatId, recipientIds, ...said }) => {
    const { tx, now, newId } = work
    const offer = await lockOffer(tx, offerId)
    const known = caveatId ? await tx.forceCaveat.findFirst({ where: { id: caveatId, offerId } }) : null
    if (caveatId && !known) throw missing()
    work.allow(mayChangeCaveat(actingIn(work.actor), offer, [said.audience, known?.audience ?? 'NONE']))
    const id = known?.id ?? newId()
    const data = {
      ...said,
      recipientIds: said.audience === 'NAMED' ? await recipientsOf(work, offer, recipientIds) : [],
    }
    // What is kept again after others left the delegation is of those who keep it now.
    const kept = said.audience === 'NONE' && offer.sealedAt ? { declaredAt: now } : {}
    if (known) await tx.forceCaveat.update({ where: { id }, data: { ...data, ...kept } })
    else {
      const { conferenceId, delegationId } = offer
      const place = (await tx.forceCaveat.count({ where: { offerId } })) + 1
      // Allowed after a commitment, and said: others may have counted on it (EC-79).
      const isLate = firm.includes(offer.status)
      await tx.forceCaveat.create({
        data: { id, offerId, conferenceId, delegationId, place, declaredAt: now, isLate, ...data },
      })
    }
    work.record({ caveatId: id, audience: said.audience })
    told(work, offer)
    return { caveatId: id }
  }),

  handle(moveCaveat, async (work, { caveatId, status }) => {
    const { tx, now } = work
    const caveat = await tx.forceCaveat.findUnique({ where: { id: caveatId } })
    if (!caveat) throw missing()
    const offer = await lockOffer(tx, caveat.offerId)
    work.allow(mayChangeCaveat(actingIn(work.actor), offer, [caveat.audience]))
    const liftedAt = status === 'LIFTED' ? now : null
    await tx.forceCaveat.update({ where: { id: caveatId }, data: { status, liftedAt } })
    work.record({ caveatId, status })
    told(work, offer)
    return {}
  }),
]

/** Whoever reads the offer is asked again and hears nothing, unless the caveat is theirs to read. */
function told(work: Work, { id, delegationId, audience }: OfferRow): void {
  work.changed(offerView, { offerId: id })
  if (audience === 'NONE') work.changed(caveatList, {}, { delegationId })
  else work.changed(caveatList, {})
}
