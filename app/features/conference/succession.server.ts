import { holdSeats, membersThere, sealWhatWasLeft } from '#app/features/identity/api.server.ts'
import { isHead, type Role } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { actingIn, type Work } from '#app/kernel/work.server.ts'

interface Member {
  readonly accreditationId: string
  readonly delegationId: string | null
  readonly role: Role
}

/**
 * The secretariat takes nobody's word away from a delegation: a head who is there is followed by a member who is there, or
 * stays (CF-14). Throws `conference/name-successor`, `conference/successor-never-came`.
 */
export async function assertSuccession(work: Work, member: Member, next: Role | 'ENDED'): Promise<void> {
  const { side, conferenceId } = actingIn(work.actor)
  if (!member.delegationId) return
  await holdSeats(work.tx, conferenceId)
  if (side !== 'secretariat') return
  const there = await membersThere(work.tx, member.delegationId)
  const isThere = there.some(({ accreditationId }) => accreditationId === member.accreditationId)
  const becomesHead = next !== 'ENDED' && isHead({ role: next })
  // The last one who is there may go: what the delegation wrote is sealed behind them.
  const isLast = next === 'ENDED' && there.length === 1
  if (isHead(member) && isThere && !becomesHead && !isLast) throw nameSuccessor()
  if (becomesHead && !isThere && there.length > 0) throw successorNeverCame()
}

type MembersThere = Awaited<ReturnType<typeof membersThere>>

/** Who is there before access is ended: without any of them nobody can have written (CF-15). */
export const thoseThere = async (work: Work, delegationId: string | null): Promise<MembersThere> =>
  delegationId ? membersThere(work.tx, delegationId) : []

/** After members' access was ended; `before` were there until then (CF-14, CF-15). */
export async function sealBehind(work: Work, delegationId: string | null, before: MembersThere): Promise<void> {
  if (!delegationId || !(await sealWhatWasLeft(work.tx, delegationId, work.now)) || before.length === 0) return
  await work.tx.delegation.update({ where: { id: delegationId }, data: { sealedAt: work.now } })
  work.record({ sealed: true })
}

/** Who ended an accreditation, as it is kept with it. */
export const endedBy = ({ actor }: Work): 'SECRETARIAT' | 'DELEGATION' =>
  actingIn(actor).side === 'secretariat' ? 'SECRETARIAT' : 'DELEGATION'

const nameSuccessor = () =>
  new DomainError(
    'conflict',
    'conference/name-successor',
    'This delegation has a head. Name another of its members as head first; the present one then becomes the deputy.',
  )
const successorNeverCame = () =>
  new DomainError(
    'conflict',
    'conference/successor-never-came',
    'This member has not signed in yet. Name a member who has, or ask this one to sign in first.',
  )
