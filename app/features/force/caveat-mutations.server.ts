import { canonicalJson } from '#app/kernel/canonical-json.ts'
import { missing } from '#app/kernel/errors.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import type { ForceCaveat } from '#prisma/client.ts'
import { caveatList, moveCaveat, offerView, setCaveat } from './contract.ts'
import { mergeFields } from './merge-fields.ts'
import { lockOffer, type OfferRow } from './offer-store.server.ts'
import { mayChangeCaveat } from './policy.ts'
import { recipientsOf } from './recipients.server.ts'

const firm: readonly string[] = ['COMMITTED', 'DEPLOYED']

interface Typed {
  readonly category: string
  readonly effect: string
  readonly text: string
  readonly sectors: readonly string[]
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly audience: string
  readonly recipientIds: readonly string[]
}

/** What a limit says, and who reads it, as one field. */
const fieldsOf = ({ category, effect, text, sectors, startsOn, endsOn, audience, recipientIds }: Typed) => ({
  ...{ category, effect, text, startsOn, endsOn },
  sectors: [...sectors].sort(),
  readers: { audience, recipientIds: audience === 'NAMED' ? [...recipientIds].sort() : [] },
})
type Fields = ReturnType<typeof fieldsOf>

const saying = ['category', 'effect', 'text', 'sectors'] as const
const caveatFields = [...saying, 'startsOn', 'endsOn', 'readers'] as const

function mergedWith(known: ForceCaveat, before: Typed | undefined, typed: Typed) {
  const now = fieldsOf(known)
  return mergeFields(caveatFields, { before: before ? fieldsOf(before) : now, now, wanted: fieldsOf(typed) })
}

/**
 * When others were shown a limit, and whether that was after the commitment (EC-79): others may have counted on its not
 * being there. When it was written is its delegation's own affair.
 */
function asShown(offer: OfferRow, known: ForceCaveat, merged: Fields, now: Date) {
  const isShown = merged.readers.audience !== 'NONE'
  const wasShown = known.audience !== 'NONE'
  // What is kept again after others left the delegation is of those who keep it now.
  if (!isShown) return offer.sealedAt ? { declaredAt: now } : {}
  if (offer.audience === 'NONE') return {}
  const isFirm = firm.includes(offer.status)
  if (!wasShown) return { declaredAt: now, isLate: isFirm }
  const isSaidOtherwise = canonicalJson(pick(merged)) !== canonicalJson(pick(fieldsOf(known)))
  return isFirm && isSaidOtherwise ? { isLate: true } : {}
}

const pick = (fields: Fields) => saying.map((name) => fields[name])

export const caveatMutations: MutationHandler[] = [
  handle(setCaveat, async (work, { offerId, caveatId, before, ...typed }) => {
    const { tx, now, newId } = work
    const offer = await lockOffer(tx, offerId)
    const known = caveatId ? await tx.forceCaveat.findFirst({ where: { id: caveatId, offerId } }) : null
    if (caveatId && !known) throw missing()
    const { merged, overwritten } = known
      ? mergedWith(known, before, typed)
      : { merged: fieldsOf(typed), overwritten: [] }
    const { readers, ...said } = merged
    const { audience } = readers
    work.allow(mayChangeCaveat(actingIn(work.actor), offer, [audience, known?.audience ?? 'NONE']))
    const recipientIds = audience === 'NAMED' ? await recipientsOf(work, offer, readers.recipientIds) : []
    const data = { ...said, sectors: [...said.sectors], audience, recipientIds }
    const id = known?.id ?? newId()
    if (known) await tx.forceCaveat.update({ where: { id }, data: { ...data, ...asShown(offer, known, merged, now) } })
    else {
      const { conferenceId, delegationId } = offer
      const place = (await tx.forceCaveat.count({ where: { offerId } })) + 1
      const isLate = firm.includes(offer.status)
      await tx.forceCaveat.create({
        data: { id, offerId, conferenceId, delegationId, place, declaredAt: now, isLate, ...data },
      })
    }
    work.record({ caveatId: id, audience })
    told(work, offer)
    return { caveatId: id, overwritten: [...overwritten] }
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
