import { DomainError, missing } from '#app/kernel/errors.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { addContacts, forceBoard, outreachBook, recordContact, setFund } from './contract.ts'
import { mayGenerateForce, mayKeepOutreach } from './policy.ts'

export const outreachMutations: MutationHandler[] = [
  handle(setFund, async (work, { fundId, name, currency, target }) => {
    const { tx, actor, newId } = work
    const acting = actingIn(actor)
    work.allow(mayGenerateForce(acting))
    const { conferenceId } = acting
    const known = fundId ? await tx.forceFund.findFirst({ where: { id: fundId, conferenceId } }) : null
    if (fundId && !known) throw missing()
    if (known && known.currency !== currency && (await tx.forceOffer.count({ where: { fundId: known.id } })) > 0)
      throw new DomainError(
        'conflict',
        'force/fund-has-money',
        'Money has been offered to this fund in its currency. Open another fund for another currency.',
      )
    const id = known?.id ?? newId()
    const data = { name, currency, target }
    await tx.forceFund.upsert({ where: { id }, create: { id, conferenceId, ...data }, update: data })
    work.record({ fundId: id, currency, target })
    work.changed(forceBoard, {})
    return { fundId: id }
  }),

  handle(addContacts, async (work, { names, at, basisKind, basisReference }) => {
    const { tx, newId } = work
    const { conferenceId, accreditationId } = asKeeper(work)
    assertPast(work, at)
    const wanted = [...new Set(names.split('\n').map((name) => name.replace(/\s+/g, ' ').trim().slice(0, 120)))]
    const known = await tx.forceContact.findMany({ where: { conferenceId }, select: { name: true } })
    const taken = new Set(known.map(({ name }) => name))
    const added = wanted.filter((name) => name !== '' && !taken.has(name)).map((name) => ({ id: newId(), name }))
    const seats = await tx.delegation.findMany({ where: { conferenceId, kind: 'STATE' } })
    await tx.forceContact.createMany({
      data: added.map(({ id, name }) => ({ id, conferenceId, name, delegationId: seatOf(seats, name) })),
    })
    await tx.forceContactStep.createMany({
      data: added.map(({ id }) => ({
        id: newId(),
        contactId: id,
        conferenceId,
        status: 'APPROACHED',
        at: new Date(at),
        recordedAt: work.now,
        recordedBy: accreditationId,
        basisKind,
        basisReference,
      })),
    })
    work.record({ added: added.length })
    work.changed(outreachBook, {})
    return { added: added.length, known: wanted.length - added.length }
  }),

  handle(recordContact, async (work, { contactId, status, at, basisKind, basisReference, note }) => {
    const { tx, now, newId } = work
    const { conferenceId, accreditationId } = asKeeper(work)
    assertPast(work, at)
    if (!(await tx.forceContact.findFirst({ where: { id: contactId, conferenceId } }))) throw missing()
    const step = { status, at: new Date(at), basisKind, basisReference, note }
    const recorded = { recordedAt: now, recordedBy: accreditationId }
    await tx.forceContactStep.create({ data: { id: newId(), contactId, conferenceId, ...step, ...recorded } })
    work.record({ contactId, status })
    work.changed(outreachBook, {})
    return {}
  }),
]

function asKeeper(work: Work) {
  const acting = actingIn(work.actor)
  work.allow(mayKeepOutreach(acting))
  return acting
}

function assertPast({ now }: Work, at: string): void {
  if (new Date(at).getTime() > now.getTime())
    throw new DomainError('conflict', 'force/not-yet', 'This time has not come yet. Enter when it happened.')
}

/** A state at the table, by one of the names under which it is registered. */
function seatOf(seats: readonly { readonly id: string; readonly names: unknown }[], name: string): string | null {
  const seat = seats.find(({ names }) => Object.values((names ?? {}) as Record<string, unknown>).includes(name))
  return seat?.id ?? null
}
