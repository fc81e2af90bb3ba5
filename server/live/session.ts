import type { Socket } from 'socket.io'
import type { Person } from '#app/kernel/actor.ts'
import { Budget } from './budget.ts'
import type { Connection, EndCode } from './connection.ts'
import { backlogOf, type Frame, frameOf, writeFrame } from './frame.ts'
import type { Member } from './member.ts'
import type { Room } from './room.ts'

/** The features as a socket reaches them: by name, because that is what travels. */
export interface LiveCaller {
  ask(name: string, input: unknown): Promise<unknown>
  mutate(name: string, input: unknown, options: { readonly once?: string; readonly acting?: string }): Promise<unknown>
}

export interface Place {
  readonly room: Room
  readonly member: Member
}

/** One tab: its socket, who is behind it, where it is and what it may still cost. */
export class Session implements Connection {
  readonly budget = new Budget(1)
  /** By the number of the room. */
  readonly places = new Map<number, Place>()
  readonly watches = new Map<number, object>()
  watchCount = 0
  mistakes = 0
  /** Bytes that came in and are not yet counted against an allowance. */
  receivedBytes = 0
  underWay = 0
  activeAt = Number.NEGATIVE_INFINITY
  private hasEnded = false

  constructor(
    private readonly socket: Socket,
    readonly actor: Person,
    readonly caller: LiveCaller,
    readonly personBudget: Budget,
    readonly tab: string,
  ) {}

  get id(): string {
    return this.socket.id
  }

  get isOpen(): boolean {
    return this.socket.connected && !this.hasEnded
  }

  get accreditationId(): string | null {
    return this.actor.acting?.accreditationId ?? null
  }

  send(frame: Frame): void {
    if (this.isOpen) writeFrame(this.socket.conn, frame)
  }

  backlog(): { readonly packets: number; readonly bytes: number } {
    return backlogOf(this.socket.conn)
  }

  end(code: EndCode): void {
    if (!this.isOpen) return
    this.send(frameOf('revoked', { scope: 'login', code }))
    // From here on nothing more reaches it, whatever is still being computed for it (SEC-044).
    this.hasEnded = true
    this.socket.disconnect(true)
  }

  cut(): void {
    this.hasEnded = true
    this.socket.conn.close()
  }
}
