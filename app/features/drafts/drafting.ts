export const draftSubjects = ['FORCE_STRUCTURE', 'COMMAND_ARRANGEMENTS', 'ITEM'] as const
export type DraftSubject = (typeof draftSubjects)[number]

/** A text being written, as far as who may do what depends on it. */
export interface Draft {
  readonly conferenceId: string
  readonly step: 'DRAFT' | 'SET_ASIDE'
  readonly circle: Circle
}

/** A delegation's own position, or a shared draft with the delegations of its drafting group. */
export type Circle =
  | { readonly kind: 'POSITION'; readonly delegationId: string }
  | { readonly kind: 'SHARED'; readonly group: readonly string[] }

interface Row {
  readonly conferenceId: string
  readonly delegationId: string | null
  readonly step: string
  readonly members: readonly { readonly delegationId: string }[]
}

export const toDraft = (row: Row): Draft => ({
  conferenceId: row.conferenceId,
  step: row.step === 'SET_ASIDE' ? 'SET_ASIDE' : 'DRAFT',
  circle: row.delegationId
    ? { kind: 'POSITION', delegationId: row.delegationId }
    : { kind: 'SHARED', group: row.members.map(({ delegationId }) => delegationId) },
})
