import { type Acting, isHead, type Role, sideOfRole } from '#app/kernel/actor.ts'
import { allowed, type Decision, denied, hidden, notNow } from '#app/kernel/policy.ts'

/** Those in the secretariat who let people in. */
const inviting: readonly Role[] = ['ORGANISER', 'SECRETARY', 'PROTOCOL_OFFICER']
export const mayInvite = (acting: Acting): Decision => {
  if (acting.side === 'secretariat' ? inviting.includes(acting.role) : isHead(acting)) return allowed
  return acting.side === 'secretariat'
    ? denied('identity/not-inviting', 'The organiser, the secretary and the protocol officer invite people.')
    : denied('identity/head-invites', 'The head of delegation invites its members. Ask your head.')
}

export interface Place {
  readonly delegationId: string | null
  /** The side the delegation sits on; `secretariat` without one. */
  readonly side: Acting['side']
  readonly role: Role
}

/** Inviting into a place: a head only members of their own delegation, the secretariat anybody anywhere (SEC-030). */
export function mayInviteTo(acting: Acting, place: Place): Decision {
  if (acting.side !== 'secretariat' && place.delegationId !== acting.delegationId) return hidden
  const inviter = mayInvite(acting)
  if (!inviter.ok) return inviter
  if (sideOfRole(place.role) !== place.side) {
    return denied('identity/role-of-another-side', 'This role belongs to another kind of delegation.')
  }
  if (acting.side !== 'secretariat' && isHead(place)) {
    return denied('identity/one-head', 'A delegation has one head. The secretariat changes who that is.')
  }
  return allowed
}

export interface Pending {
  readonly step: string
  readonly delegationId: string | null
  readonly fromDelegationId: string | null
}

const isOfInvitingSide = (acting: Acting, { fromDelegationId }: Pending) =>
  acting.side === 'secretariat' ? fromDelegationId === null : fromDelegationId === acting.delegationId

/** Taking an invitation back, or making its link anew: the side that sent it (SEC-031). */
export function mayRevoke(acting: Acting, invitation: Pending): Decision {
  if (!isOfInvitingSide(acting, invitation)) return hidden
  const inviter = mayInvite(acting)
  return inviter.ok ? stillPending(invitation) : inviter
}

/** Who of a delegation is asked before the secretariat adds somebody to it: whoever leads it of those who are there. */
export type Word = 'head' | 'deputy' | 'member'

/** Theirs among those who are there and can be asked. */
export function wordOfThose(there: readonly { readonly role: Role }[]): Word {
  if (there.some(isHead)) return 'head'
  return there.some(({ role }) => role === 'DEPUTY_HEAD') ? 'deputy' : 'member'
}

/** That word: the head's, the deputy's while there is no head, any member's while there is neither (SEC-030). */
export function mayConfirm(acting: Acting, invitation: Pending, word: Word | null): Decision {
  if (acting.delegationId === null || acting.delegationId !== invitation.delegationId) return hidden
  if (!isHead(acting) && word === 'deputy' && acting.role !== 'DEPUTY_HEAD') {
    return denied(
      'identity/deputy-confirms',
      'While your delegation has no head, only its deputy can confirm a new member. Ask your deputy.',
    )
  }
  if (!isHead(acting) && (word === 'head' || word === null)) {
    return denied('identity/head-confirms', 'Only the head of delegation can confirm a new member.')
  }
  return invitation.step === 'AWAITING_HEAD' ? allowed : settled
}

const settled = notNow(
  'identity/invitation-settled',
  'This invitation was dealt with already. Reload the page to see how.',
)
const stillPending = ({ step }: Pending): Decision => (step === 'OPEN' || step === 'AWAITING_HEAD' ? allowed : settled)

interface Held {
  readonly conferenceId: string
  readonly delegationId: string | null
}

/**
 * Whether a sign-in that this side opens by a link would open a place of the same person that is not its own to open: to a
 * delegation any but its own, to the secretariat one of another conference, or in a delegation whose word is asked for.
 */
export const opensElsewhere = (
  others: readonly Held[],
  giver: { readonly conferenceId: string | null; readonly delegationId: string | null },
  words: { has(delegationId: string): boolean },
): boolean =>
  others.some(({ conferenceId, delegationId }) =>
    giver.delegationId === null
      ? conferenceId !== giver.conferenceId || (delegationId !== null && words.has(delegationId))
      : delegationId !== giver.delegationId,
  )

interface Member extends Place {
  readonly isActive: boolean
  readonly hasPassword: boolean
  /** Holds a place that is none of the giver's business, which the same sign-in would open. */
  readonly isElsewhere: boolean
}

/**
 * Giving an accredited person the link to a first password. Whoever has a password is past that: nobody inside the
 * product can make a way into another person's sign-in (ID-20). The secretariat's link into a delegation that has a word
 * in it waits for that word (ID-21).
 */
export function mayGiveAccess(acting: Acting, member: Member): Decision {
  if (acting.side !== 'secretariat' && member.delegationId !== acting.delegationId) return hidden
  const inviter = mayInvite(acting)
  if (!inviter.ok) return inviter
  if (!member.isActive) return notNow('identity/accreditation-ended', 'This accreditation has ended.')
  if (member.hasPassword) {
    return notNow(
      'identity/has-password',
      'This person has a password already. If it is lost, whoever runs the installation starts a new one.',
    )
  }
  return member.isElsewhere
    ? denied(
        'identity/elsewhere',
        'This person also has a place elsewhere. Whoever runs the installation gives the link.',
      )
    : allowed
}
