import type { Outcome } from './expectation.ts'
import type { Stage } from './stage.ts'

/** What opening a live document gives: writing, reading, or nothing. */
export type Opening = Outcome | 'read' | 'write'

export interface DocumentRow {
  readonly name: 'open'
  /** Null for one that does not exist. */
  readonly kind: string | null
  readonly about: string
  readonly document: (stage: Stage) => string
  readonly may: Readonly<Record<string, Opening | undefined>>
}

const document = (
  kind: string | null,
  about: string,
  pick: DocumentRow['document'],
  may: DocumentRow['may'],
): DocumentRow => ({
  name: 'open',
  kind,
  about,
  document: pick,
  may: { idle: 'missing', ...may },
})
const drafters = 'organiser,secretary,documents,rapporteur,chair,legal'
const keepers = 'organiser,secretary,rapporteur,documents'
const ofA: DocumentRow['may'] = { 'IKD.reader': 'read', A: 'write' }
const issuing: DocumentRow['may'] = { [drafters]: 'write', secretariat: 'read' }

/** Every kind of live document there is, in every circle. */
export const documents: readonly DocumentRow[] = [
  document('draft', 'a position of A', ({ drafts }) => drafts.position.documentId, ofA),
  document('draft', 'a position of A set aside', ({ drafts }) => drafts.aside.documentId, { A: 'read' }),
  document('draft', 'the draft of a tabled text', ({ drafts }) => drafts.toAll.documentId, ofA),
  document('draft', 'a position of B', ({ drafts }) => drafts.positionOfB.documentId, { B: 'write' }),
  document('draft', 'a shared draft of A and B', ({ drafts }) => drafts.sharedAB.documentId, {
    ...ofA,
    ...issuing,
    B: 'write',
  }),
  document('draft', 'a shared draft of A and C', ({ drafts }) => drafts.sharedAC.documentId, {
    ...ofA,
    ...issuing,
    C: 'write',
  }),
  document('note', 'notes of A', ({ drafts }) => drafts.notes.ofA, ofA),
  document('note', 'notes of B', ({ drafts }) => drafts.notes.ofB, { B: 'write' }),
  document('note', 'a member’s own notes', ({ drafts }) => drafts.notes.ofDrafter, { 'IKD.drafter': 'write' }),
  document('note', 'session notes', ({ drafts }) => drafts.notes.session, {
    A: 'read',
    B: 'read',
    C: 'read',
    secretariat: 'write',
  }),
  document('note', 'notes of the secretariat', ({ drafts }) => drafts.notes.secretariat, { secretariat: 'write' }),
  document('note', 'the secretary’s own notes', ({ drafts }) => drafts.notes.ofSecretary, { secretary: 'write' }),
  document('minutes', 'minutes, a draft', ({ minutes }) => minutes.draft.documentId, {
    [keepers]: 'write',
    secretariat: 'read',
  }),
  document('minutes', 'minutes, circulated', ({ minutes }) => minutes.circulated.documentId, { secretariat: 'read' }),
  document('minutes', 'minutes, published', ({ minutes }) => minutes.published.documentId, { secretariat: 'read' }),
  document(null, 'nothing', () => 'AAAAAAAAAAAAAAAAAAAAAA', {}),
]
