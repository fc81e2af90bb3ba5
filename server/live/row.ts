import type { PendingEdit } from './member.ts'

/** A stored edit as the processes tell each other about it. */
export interface CommittedEdit {
  readonly seq: number
  readonly bytes: Uint8Array
}

/** A stored edit that is to be applied, with the writer who waits for it when it came from here. */
export interface Row extends CommittedEdit {
  readonly edit: PendingEdit | null
}
