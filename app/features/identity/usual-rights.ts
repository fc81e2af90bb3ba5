import { type Right, type Role, sideOfRole } from '#app/kernel/actor.ts'

const heads: readonly Right[] = ['SPEAK', 'TABLE', 'EDIT_DELEGATION', 'BREAK_SILENCE', 'PLEDGE', 'CORRECT_MINUTES']

/** What binds the State is for its head and deputies: no other member can be given it (SEC-018). */
const boundToLead: readonly Right[] = ['TABLE', 'BREAK_SILENCE', 'PLEDGE']
const observers: readonly Right[] = ['SPEAK_IF_INVITED', 'READ_RELEASED']

/** The rights that somebody in this role can hold at all. */
export function rightsOpenTo(role: Role): readonly Right[] {
  const side = sideOfRole(role)
  if (side === 'secretariat') return []
  if (side === 'observer') return observers
  return role === 'HEAD' || role === 'DEPUTY_HEAD' ? heads : heads.filter((right) => !boundToLead.includes(right))
}

/** What a role brings when nobody says otherwise. The head may give or take single rights afterwards, never the head's own. */
export function usualRights(role: Role): readonly Right[] {
  switch (role) {
    case 'HEAD':
    case 'DEPUTY_HEAD':
      return heads
    case 'DRAFTER':
      return ['SPEAK', 'EDIT_DELEGATION', 'CORRECT_MINUTES']
    case 'MILITARY_ADVISER':
    case 'LEGAL_ADVISER':
    case 'LOGISTICS_ADVISER':
      return ['SPEAK', 'EDIT_DELEGATION']
    case 'POLICY_ADVISER':
    case 'NOTE_TAKER':
      return ['EDIT_DELEGATION']
    case 'OBSERVER_HEAD':
      return ['SPEAK_IF_INVITED', 'READ_RELEASED']
    case 'OBSERVER':
      return ['READ_RELEASED']
    default:
      return []
  }
}
