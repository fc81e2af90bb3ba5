import type { Right, Role } from '#app/kernel/actor.ts'

const heads: readonly Right[] = ['SPEAK', 'TABLE', 'EDIT_DELEGATION', 'BREAK_SILENCE', 'PLEDGE', 'CORRECT_MINUTES']

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
