import type { Acting, Role } from '#app/kernel/actor.ts'
import { all, allowed, type Decision, denied, hidden, notNow } from '#app/kernel/policy.ts'
import type { RecordStep } from './record-steps.ts'

export interface RecordState {
  readonly conferenceId: string
  readonly step: RecordStep
  /** Delegations that were present at the meeting. */
  readonly present: readonly string[]
  readonly closedAt: string | null
}

const writers: readonly Role[] = ['ORGANISER', 'SECRETARY', 'RAPPORTEUR', 'DOCUMENTS_OFFICER']
const presiding: readonly Role[] = ['CHAIR', 'CO_CHAIR']

/** The full record; observers have their edition instead (MI-3…MI-5). */
export function mayReadRecord(acting: Acting, record: RecordState): Decision {
  if (acting.conferenceId !== record.conferenceId) return hidden
  if (acting.side === 'secretariat') return allowed
  if (acting.side === 'observer' || record.step === 'DRAFT') return hidden
  const isOlder = acting.readSince !== null && record.closedAt !== null && record.closedAt < acting.readSince
  if (isOlder) return hidden
  if (record.step !== 'CIRCULATED') return allowed
  return acting.delegationId && record.present.includes(acting.delegationId) ? allowed : hidden
}

/** The observers' edition: everybody of the conference, once it is published (MI-6, MI-7). */
export const mayReadEdition = (acting: Acting, record: RecordState): Decision =>
  acting.conferenceId === record.conferenceId && record.step === 'PUBLISHED' ? allowed : hidden

export function mayKeepRecords(acting: Acting): Decision {
  if (acting.side !== 'secretariat') return hidden
  return writers.includes(acting.role)
    ? allowed
    : denied(
        'minutes/not-a-writer',
        'The record is kept by the rapporteur, the secretary, the documents officer and the organiser.',
      )
}

export const mayWriteRecord = (acting: Acting, record: RecordState): Decision =>
  all(mayReadRecord(acting, record), mayKeepRecords(acting))

/** MI-13: what is circulated is of a meeting that is over. */
export const mayCirculate = (closedAt: string | null): Decision =>
  closedAt
    ? allowed
    : notNow(
        'minutes/in-session',
        'This meeting has not been closed yet. Its record is circulated once the meeting is closed.',
      )

/** MI-5: the body decides; its chair declares it, or the secretariat enters the decision. */
export function mayApprove(acting: Acting, record: RecordState): Decision {
  const read = mayReadRecord(acting, record)
  if (!read.ok) return read
  return presiding.includes(acting.role) ? allowed : mayKeepRecords(acting)
}
