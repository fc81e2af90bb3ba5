import { revokeAccess } from '#app/features/identity/api.server.ts'
import { usualRights } from '#app/features/identity/usual-rights.ts'
import { DomainError, missing } from '#app/kernel/errors.ts'
import { notNow } from '#app/kernel/policy.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import {
  addDelegation,
  admitAsParticipant,
  amendDelegation,
  people,
  recordCredentials,
  recordWithdrawal,
  roster,
  shellView,
} from './contract.ts'
import { rosterOrder } from './order-store.server.ts'
import { mayManageConference } from './policy.ts'
import { endedBy, sealBehind, thoseThere } from './succession.server.ts'

export const delegationMutations: MutationHandler[] = [
  handle(addDelegation, async (work, { code, kind, names, formalNames, ...fields }) => {
    const { tx, now, newId } = work
    const { conferenceId } = actingIn(work.actor)
    work.allow(mayManageConference(actingIn(work.actor)))
    await assertCodeFree(work, code, null)
    const delegationId = newId<'delegation'>()
    const place = await tx.delegation.count({ where: { conferenceId } })
    await tx.delegation.create({
      data: {
        id: delegationId,
        conferenceId,
        code,
        kind,
        names,
        formalNames: formalNames ?? {},
        sortKeys: {},
        place: place + 1,
        createdAt: now,
        ...fields,
      },
    })
    await rosterOrder(tx, conferenceId)
    rosterChanged(work)
    return { delegationId }
  }),

  handle(amendDelegation, async (work, { delegationId, code, names, formalNames, ...fields }) => {
    work.allow(mayManageConference(actingIn(work.actor)))
    await lockDelegation(work, delegationId)
    await assertCodeFree(work, code, delegationId)
    // Places stay as they are: the order is made anew at the next lot, not under people who are seated (EC-7).
    await work.tx.delegation.update({
      where: { id: delegationId },
      data: {
        code,
        names,
        sortKeys: {},
        ...(formalNames ? { formalNames } : {}),
        ...fields,
        version: { increment: 1 },
      },
    })
    rosterChanged(work)
    return {}
  }),

  handle(recordCredentials, async (work, { delegationId, credentials, form }) => {
    work.allow(mayManageConference(actingIn(work.actor)))
    await lockDelegation(work, delegationId)
    await work.tx.delegation.update({
      where: { id: delegationId },
      data: { credentials, credentialsForm: form, credentialsAt: work.now },
    })
    if (credentials === 'REJECTED') await endMembers(work, delegationId)
    work.record({ credentials })
    rosterChanged(work)
    return {}
  }),

  handle(admitAsParticipant, async (work, { delegationId }) => {
    const { tx, now } = work
    const acting = actingIn(work.actor)
    work.allow(mayManageConference(acting))
    const delegation = await lockDelegation(work, delegationId)
    if (delegation.kind === 'STATE')
      work.allow(notNow('conference/already-participant', 'This delegation already takes part with full rights.'))
    await tx.delegation.update({ where: { id: delegationId }, data: { kind: 'STATE', readSince: now } })
    const members = await tx.accreditation.findMany({ where: { delegationId, step: 'ACTIVE' } })
    for (const { id, role } of members) {
      const asState = role === 'OBSERVER_HEAD' ? 'HEAD' : 'POLICY_ADVISER'
      await tx.accreditation.update({
        where: { id },
        data: { side: 'state', role: asState, rights: [...usualRights(asState)] },
      })
      await revokeAccess(work, id, 'access-changed')
    }
    await rosterOrder(tx, acting.conferenceId)
    rosterChanged(work)
    return {}
  }),

  handle(recordWithdrawal, async (work, { delegationId }) => {
    work.allow(mayManageConference(actingIn(work.actor)))
    await lockDelegation(work, delegationId)
    await work.tx.delegation.update({ where: { id: delegationId }, data: { step: 'WITHDRAWN' } })
    await endMembers(work, delegationId)
    rosterChanged(work)
    return {}
  }),
]

async function endMembers(work: Work, delegationId: string): Promise<void> {
  const members = await work.tx.accreditation.findMany({
    where: { delegationId, step: 'ACTIVE' },
    select: { id: true },
  })
  const before = await thoseThere(work, delegationId)
  await work.tx.accreditation.updateMany({
    where: { delegationId, step: 'ACTIVE' },
    data: { step: 'ENDED', endedAt: work.now, endedBy: endedBy(work) },
  })
  for (const { id } of members) await revokeAccess(work, id, 'access-changed')
  await sealBehind(work, delegationId, before)
  work.recordFor(delegationId)
}

async function lockDelegation({ tx, actor }: Work, delegationId: string) {
  const { conferenceId } = actingIn(actor)
  await tx.$executeRaw`SELECT 1 FROM delegation WHERE id = ${delegationId} FOR UPDATE`
  const row = await tx.delegation.findFirst({ where: { id: delegationId, conferenceId } })
  if (!row) throw missing()
  return row
}

async function assertCodeFree({ tx, actor }: Work, code: string, except: string | null): Promise<void> {
  const { conferenceId } = actingIn(actor)
  const other = await tx.delegation.findUnique({
    where: { conferenceId_code: { conferenceId, code } },
    select: { id: true },
  })
  if (!other || other.id === except) return
  throw new DomainError('invalid', 'conference/code-taken', 'Another delegation of this conference has this code.', {
    fields: [
      { path: 'code', code: 'conference/code-taken', sentence: 'Another delegation of this conference has this code.' },
    ],
  })
}

function rosterChanged(work: Work): void {
  work.changed(roster, {})
  work.changed(people, {})
  work.changed(shellView, {})
}
