import type { Acting } from '#app/kernel/actor.ts'
import { all, allowed, type Decision, denied, hidden, notNow } from '#app/kernel/policy.ts'
import type { Draft } from './drafting.ts'

const secretariatDrafters = [
  'ORGANISER',
  'SECRETARY',
  'DOCUMENTS_OFFICER',
  'RAPPORTEUR',
  'CHAIR',
  'CO_CHAIR',
  'LEGAL_OFFICER',
] as const
const isDraftingOfficer = ({ side, role }: Acting) =>
  side === 'secretariat' && secretariatDrafters.some((each) => each === role)

const noRightToEdit = denied('drafts/no-right-to-edit', 'Your head of delegation has not given you the right to edit.')

export function mayReadDraft(acting: Acting, { conferenceId, circle }: Draft): Decision {
  if (acting.conferenceId !== conferenceId) return hidden
  if (circle.kind === 'POSITION') return acting.delegationId === circle.delegationId ? allowed : hidden
  if (acting.side === 'secretariat') return allowed
  return acting.delegationId && circle.group.includes(acting.delegationId) ? allowed : hidden
}

export function mayWriteDraft(acting: Acting, draft: Draft): Decision {
  return all(
    mayReadDraft(acting, draft),
    mayEditAtAll(acting),
    draft.step === 'SET_ASIDE'
      ? notNow('drafts/set-aside', 'This draft was set aside. Take it up again to write in it.')
      : allowed,
  )
}

function mayEditAtAll(acting: Acting): Decision {
  if (acting.side === 'secretariat') {
    return isDraftingOfficer(acting)
      ? allowed
      : denied(
          'drafts/not-a-drafting-officer',
          'Shared drafts are written by the chair, the secretary, the rapporteur and the documents officer.',
        )
  }
  return acting.rights.includes('EDIT_DELEGATION') ? allowed : noRightToEdit
}

/** A position of one's own delegation. */
export const mayDraftPosition = (acting: Acting): Decision =>
  acting.side !== 'state' || !acting.delegationId ? hidden : mayEditAtAll(acting)

export const mayOpenSharedDraft = (acting: Acting): Decision =>
  acting.side === 'secretariat' ? mayEditAtAll(acting) : hidden

/** Naming the group, and issuing a revision of a shared draft. */
export const mayRunSharedDraft = (acting: Acting, draft: Draft): Decision =>
  all(
    mayReadDraft(acting, draft),
    draft.circle.kind === 'SHARED' ? allowed : hidden,
    mayEditAtAll(acting),
    asSecretariat(acting),
  )

const asSecretariat = ({ side }: Acting): Decision =>
  side === 'secretariat'
    ? allowed
    : denied('drafts/secretariat-issues', 'The secretariat names the drafting group and issues its revisions.')

/** DR-5. The sentence names who can. */
export function mayTable(acting: Acting, draft: Draft): Decision {
  return all(
    mayReadDraft(acting, draft),
    draft.circle.kind === 'POSITION'
      ? allowed
      : denied('drafts/shared-is-issued', 'A shared draft is issued by the secretariat, not tabled by one delegation.'),
    mayTableAtAll(acting),
  )
}

export function mayTableAtAll(acting: Acting): Decision {
  if (acting.side !== 'state') return hidden
  if (acting.role === 'HEAD') return allowed
  if (acting.role !== 'DEPUTY_HEAD')
    return denied(
      'drafts/head-tables',
      'Only the head of delegation can table, or a deputy to whom the head has given the right.',
    )
  return acting.rights.includes('TABLE')
    ? allowed
    : denied(
        'drafts/deputy-without-right',
        'Your head of delegation has not given you the right to table. The head can table this text.',
      )
}

interface Tabled {
  readonly conferenceId: string
  readonly delegationId: string | null
  readonly audience: string
  readonly tabledAt: Date
  readonly withdrawnAt: Date | null
}

export function mayReadTabled(acting: Acting, tabled: Tabled): Decision {
  if (acting.conferenceId !== tabled.conferenceId) return hidden
  if (tabled.audience === 'ALL') return allowed
  if (acting.side === 'observer') return hidden
  // An observer that became a participant has rights from that day on; earlier papers stay as they were (EC-10).
  return acting.readSince && tabled.tabledAt.toISOString() < acting.readSince ? hidden : allowed
}

/** By the delegation that tabled it; a text issued by the secretariat by the secretariat. */
export function mayWithdraw(acting: Acting, tabled: Tabled): Decision {
  const own = tabled.delegationId
    ? all(
        acting.delegationId === tabled.delegationId
          ? allowed
          : denied('drafts/not-your-text', 'Only the delegation that tabled a text can withdraw it.'),
        mayTableAtAll(acting),
      )
    : all(mayEditAtAll(acting), asSecretariat(acting))
  return all(
    mayReadTabled(acting, tabled),
    own,
    tabled.withdrawnAt ? notNow('drafts/already-withdrawn', 'This text has already been withdrawn.') : allowed,
  )
}
