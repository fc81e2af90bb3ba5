import { revokeAccess } from '#app/features/identity/api.server.ts'
import { rightsOpenTo, usualRights } from '#app/features/identity/usual-rights.ts'
import { type Role, roles, sideOfRole } from '#app/kernel/actor.ts'
import { DomainError, missing } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { changeRole, endAccreditation, giveRights, ownDelegation, people, shellView } from './contract.ts'
import { mayGiveRights, mayManageMember } from './policy.ts'
import { assertSuccession, endedBy, sealBehind, thoseThere } from './succession.server.ts'

export const memberMutations: MutationHandler[] = [
  handle(changeRole, async (work, { accreditationId, role }) => {
    const { tx } = work
    const member = await lockMember(work, accreditationId)
    work.allow(mayManageMember(actingIn(work.actor), member))
    if (sideOfRole(role) !== sideOfRole(member.role)) {
      throw new DomainError(
        'invalid',
        'conference/role-of-another-side',
        'This role belongs to another kind of delegation.',
      )
    }
    if (role === member.role) return {}
    await assertSuccession(work, member, role)
    // A delegation has one head: naming another makes the former one the deputy (EC-3).
    if (member.delegationId && (role === 'HEAD' || role === 'OBSERVER_HEAD')) await stepDown(work, member.delegationId)
    await tx.accreditation.update({ where: { id: accreditationId }, data: { role, rights: [...usualRights(role)] } })
    await revokeAccess(work, accreditationId, 'access-changed')
    work.record({ role })
    membersChanged(work, member.delegationId)
    return {}
  }),

  handle(giveRights, async (work, { accreditationId, rights }) => {
    const member = await lockMember(work, accreditationId)
    work.allow(mayGiveRights(actingIn(work.actor), member))
    const given = rightsOpenTo(member.role).filter((right) => rights.includes(right))
    await work.tx.accreditation.update({ where: { id: accreditationId }, data: { rights: given } })
    await revokeAccess(work, accreditationId, 'access-changed')
    work.record({ rights: given })
    membersChanged(work, member.delegationId)
    return {}
  }),

  handle(endAccreditation, async (work, { accreditationId }) => {
    const member = await lockMember(work, accreditationId)
    const acting = actingIn(work.actor)
    work.allow(mayManageMember(acting, member))
    if (accreditationId === acting.accreditationId) {
      throw new DomainError('conflict', 'conference/not-oneself', 'Somebody else has to end your own accreditation.')
    }
    await assertSuccession(work, member, 'ENDED')
    const before = await thoseThere(work, member.delegationId)
    await work.tx.accreditation.update({
      where: { id: accreditationId },
      data: { step: 'ENDED', endedAt: work.now, endedBy: endedBy(work) },
    })
    await revokeAccess(work, accreditationId, 'access-changed')
    await sealBehind(work, member.delegationId, before)
    membersChanged(work, member.delegationId)
    return {}
  }),
]

async function stepDown(work: Work, delegationId: string): Promise<void> {
  const former = await work.tx.accreditation.findFirst({
    where: { delegationId, step: 'ACTIVE', role: { in: ['HEAD', 'OBSERVER_HEAD'] } },
  })
  if (!former) return
  const role: Role = former.role === 'HEAD' ? 'DEPUTY_HEAD' : 'OBSERVER'
  await work.tx.accreditation.update({ where: { id: former.id }, data: { role, rights: [...usualRights(role)] } })
  await revokeAccess(work, former.id, 'access-changed')
}

/** The row is locked: a role must not change while something is decided on it (SEC-117). */
async function lockMember({ tx, actor }: Work, accreditationId: string) {
  const { conferenceId } = actingIn(actor)
  await tx.$executeRaw`SELECT 1 FROM accreditation WHERE id = ${accreditationId} FOR UPDATE`
  const row = await tx.accreditation.findFirst({ where: { id: accreditationId, conferenceId } })
  if (!row) throw missing()
  const role = must(roles.find((each) => each === row.role))
  return { accreditationId, delegationId: row.delegationId, role, step: row.step }
}

/** Told to those who see it, and written into the delegation's own trail, also when the secretariat did it (CF-16). */
function membersChanged(work: Work, delegationId: string | null): void {
  work.changed(people, {})
  work.changed(shellView, {})
  if (!delegationId) return
  work.changed(ownDelegation, {}, { delegationId })
  work.recordFor(delegationId)
}
