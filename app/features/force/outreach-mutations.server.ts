import { DomainError, missing } from '#app/kernel/errors.ts'
import { plainWord } from '#app/kernel/folded.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { addContacts, forceBoard, outreachBook, recordContact, setFund, strikeContactStep } from './contract.ts'
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
    const seats = await tx.delegation.findMany({ where: { conferenceId, kind: 'STATE' } })
    const lines = names.split('\n').map((name) => name.replace(/\s+/g, ' ').trim().slice(0, 120))
    const named = lines.filter((name) => name !== '').map((name) => ({ name, delegationId: seatOf(seats, name) }))
    const known = await tx.forceContact.findMany({
      where: { conferenceId },
      include: { steps: { where: { struckAt: null }, select: { id: true }, take: 1 } },
    })
    const contactOf = new Map(known.flatMap((contact) => keysOf(contact).map((key) => [key, contact.id])))
    // What was struck was not approached: whoever names it again says that it was.
    const standing = new Set(known.filter(({ steps }) => steps.length > 0).map(({ id }) => id))
    const added: { id: string; name: string; delegationId: string | null }[] = []
    const approached: string[] = []
    for (const { name, delegationId } of named) {
      const keys = keysOf({ name, delegationId })
      const id = keys.flatMap((key) => contactOf.get(key) ?? [])[0] ?? newId()
      if (!keys.some((key) => contactOf.has(key))) added.push({ id, name, delegationId })
      for (const key of keys) contactOf.set(key, contactOf.get(key) ?? id)
      if (!standing.has(id)) approached.push(id)
      standing.add(id)
    }
    await tx.forceContact.createMany({
      data: added.map(({ id, name, delegationId }) => ({ id, conferenceId, name, delegationId })),
    })
    await tx.forceContactStep.createMany({
      data: approached.map((contactId) => ({
        id: newId(),
        contactId,
        conferenceId,
        status: 'APPROACHED',
        at: new Date(at),
        recordedAt: work.now,
        recordedBy: accreditationId,
        basisKind,
        basisReference,
      })),
    })
    work.record({ added: approached.length })
    work.changed(outreachBook, {})
    return { added: approached.length, known: named.length - approached.length }
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

  handle(strikeContactStep, async (work, { stepId }) => {
    const { tx, now } = work
    const { conferenceId, accreditationId } = asKeeper(work)
    const step = await tx.forceContactStep.findFirst({ where: { id: stepId, conferenceId } })
    if (!step) throw missing()
    const struck = { struckAt: now, struckBy: accreditationId }
    const { count } = await tx.forceContactStep.updateMany({ where: { id: stepId, struckAt: null }, data: struck })
    if (count === 0) throw new DomainError('conflict', 'force/struck-already', 'This entry is struck already.')
    work.record({ contactId: step.contactId, stepId, status: step.status })
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

/** By what a state is known again: its seat at the table, and its name however it is typed. */
const keysOf = ({ name, delegationId }: { readonly name: string; readonly delegationId: string | null }): string[] => [
  ...(delegationId ? [`seat ${delegationId}`] : []),
  `name ${plainWord(name) || name}`,
]

/** A state at the table, by one of the names under which it is registered. */
function seatOf(seats: readonly { readonly id: string; readonly names: unknown }[], name: string): string | null {
  const wanted = plainWord(name)
  const isNamed = (each: unknown) => typeof each === 'string' && wanted !== '' && plainWord(each) === wanted
  const seat = seats.find(({ names }) => Object.values((names ?? {}) as Record<string, unknown>).some(isNamed))
  return seat?.id ?? null
}
