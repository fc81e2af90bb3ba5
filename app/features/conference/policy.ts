import { type Acting, type Actor, isHead, type Role, sideOfRole } from '#app/kernel/actor.ts'
import { all, allowed, type Decision, denied, hidden, notNow } from '#app/kernel/policy.ts'

const managers: readonly Role[] = ['ORGANISER', 'SECRETARY', 'PROTOCOL_OFFICER']

export const mayCreateConference = (actor: Actor): Decision =>
  actor.kind === 'person' && actor.isOrganiser
    ? allowed
    : denied('conference/not-an-organiser', 'Only an organiser of this installation can set up a conference.')

export const managesConference = (role: Role): boolean => managers.includes(role)

/** The conference itself, its delegations, credentials and protocol order. */
export function mayManageConference(acting: Acting): Decision {
  if (acting.side !== 'secretariat') return hidden
  return managesConference(acting.role)
    ? allowed
    : denied(
        'conference/not-a-manager',
        'The organiser, the secretary and the protocol officer manage delegations and people.',
      )
}

export const maySeeRoster = (acting: Acting): Decision => (acting.side === 'observer' ? hidden : allowed)

interface Member {
  readonly accreditationId: string
  readonly delegationId: string | null
  readonly role: Role
  readonly step: string
}

/** Changing what a member of a delegation may do, or ending it: the delegation's head, or a manager for any. */
export function mayManageMember(acting: Acting, member: Member): Decision {
  return all(
    acting.side === 'secretariat' ? mayManageConference(acting) : asOwnHead(acting, member),
    // Last: who may not manage the member is not told either that it has left (SEC-004).
    member.step === 'ACTIVE' ? allowed : notNow('conference/accreditation-ended', 'This accreditation has ended.'),
  )
}

function asOwnHead(acting: Acting, member: Member): Decision {
  if (!acting.delegationId || acting.delegationId !== member.delegationId) return hidden
  return isHead(acting)
    ? allowed
    : denied(
        'conference/head-manages',
        'The head of delegation manages the members. Ask your head to make this change.',
      )
}

/** A head gives rights to members; nobody changes the head's own rights. */
export const mayGiveRights = (acting: Acting, member: Member): Decision =>
  all(
    acting.side === 'secretariat'
      ? denied('conference/head-gives-rights', 'Rights inside a delegation are given by its head.')
      : allowed,
    mayManageMember(acting, member),
    sideOfRole(member.role) === 'state'
      ? allowed
      : denied('conference/state-rights', 'Observers have no rights to give.'),
    member.role === 'HEAD'
      ? denied('conference/head-has-all', 'The head of delegation has every right; there is nothing to change.')
      : allowed,
  )
