import type { Person } from '#app/kernel/actor.ts'
import type { Revoked } from '#app/live/messages.ts'
import type { Frame } from './frame.ts'

export type EndCode = Extract<Revoked, { scope: 'login' }>['code']

/** One tab's socket, as the rooms see it. */
export interface Connection {
  readonly id: string
  readonly actor: Person
  /** False from the moment it was ended or lost: whatever still waits for an answer looks here first. */
  readonly isOpen: boolean
  send(frame: Frame): void
  /** Bytes and packets that wait to be sent to it. */
  backlog(): { readonly packets: number; readonly bytes: number }
  /** Tells it why and closes it. */
  end(code: EndCode): void
  /** Drops it without a word, as a lost line would: it comes back by itself and catches up. */
  cut(): void
}
