import * as Y from 'yjs'
import { type Frame, frameOf } from './frame.ts'
import type { Member } from './member.ts'
import type { Presence } from './presence.ts'
import type { Report } from './report.ts'

const cursorsEveryMs = 80
const windowPerPersonMs = 0.15
const longestWindowMs = 60
const behindBytes = 1024 * 1024
const cut = { bytes: 4 * 1024 * 1024, packets: 1_000 }

export interface FanOutParts {
  readonly room: number
  readonly members: ReadonlySet<Member>
  readonly presence: Presence
  seq(): number
  readonly clock: () => number
  /** Those connected here changed: other processes may want to know. */
  presenceChanged(): void
  readonly report: Report
}

/**
 * Tells a room what was applied. What comes in within one window is merged, made ready once and written to everybody; the
 * window grows with the room, because the cost does, and a quiet room waits for nothing.
 */
export class FanOut {
  private updates: Uint8Array[] = []
  private timer: NodeJS.Timeout | null = null
  private timerAt = Number.POSITIVE_INFINITY
  private lastAt = Number.NEGATIVE_INFINITY
  private cursorsAt = Number.NEGATIVE_INFINITY
  private lastCostMs = 0

  constructor(private readonly parts: FanOutParts) {}

  add(update: Uint8Array): void {
    this.updates.push(update)
    this.wake()
  }

  /** Sends what is due now and sets the clock for the rest. */
  wake(): void {
    const now = this.parts.clock()
    const due = this.dueAt()
    if (due <= now) this.flush()
    else if (due < this.timerAt) this.sleepUntil(due, now)
  }

  flush(): void {
    this.stop()
    const started = this.parts.clock()
    this.sendUpdates()
    if (this.parts.presence.hasNews && this.cursorsAt + cursorsEveryMs <= started) this.sendNews(started)
    this.lastCostMs = this.parts.clock() - started
    this.lastAt = started
    if (this.dueAt() < Number.POSITIVE_INFINITY) this.sleepUntil(this.dueAt(), started)
  }

  /** To everybody who is not behind, after what was applied before. */
  tell(frame: Frame): void {
    this.sendUpdates()
    for (const member of this.parts.members) this.deliver(member, frame)
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.timerAt = Number.POSITIVE_INFINITY
  }

  private dueAt(): number {
    const { members, presence } = this.parts
    const window = Math.min(longestWindowMs, Math.max(members.size * windowPerPersonMs, this.lastCostMs * 3))
    const updatesDue = this.updates.length > 0 ? this.lastAt + window : Number.POSITIVE_INFINITY
    const newsDue = presence.hasNews ? this.cursorsAt + cursorsEveryMs : Number.POSITIVE_INFINITY
    return Math.min(updatesDue, newsDue)
  }

  private sleepUntil(due: number, now: number): void {
    this.stop()
    this.timerAt = due
    this.timer = setTimeout(() => this.flush(), Math.max(1, due - now))
  }

  private sendUpdates(): void {
    const [first, ...others] = this.updates
    if (!first) return
    const update = others.length === 0 ? first : Y.mergeUpdates(this.updates)
    this.updates = []
    const frame = frameOf('batch', { room: this.parts.room, seq: this.parts.seq(), update })
    for (const member of this.parts.members) this.deliver(member, frame)
  }

  private sendNews(now: number): void {
    this.cursorsAt = now
    const news = this.parts.presence.takeNews(this.parts.room)
    if (!news) return
    const frame = frameOf('cursor', news)
    for (const member of this.parts.members) if (member.peer) this.deliver(member, frame)
    if (this.parts.presence.hasNearNews) this.parts.presenceChanged()
  }

  private deliver(member: Member, frame: Frame): void {
    if (member.isBehind) return
    const { connection } = member
    const backlog = connection.backlog()
    if (backlog.bytes < behindBytes) member.openingBytes = 0
    const allowance = member.openingBytes
    if (backlog.packets > cut.packets || backlog.bytes > cut.bytes + allowance) {
      this.parts.report({ kind: 'cut', why: 'slow' })
      connection.cut()
    } else if (backlog.bytes > behindBytes + allowance) {
      // It is told once and sent nothing more: it opens again and gets the difference in one piece.
      member.isBehind = true
      connection.send(frameOf('behind', { room: this.parts.room }))
    } else {
      connection.send(frame)
    }
  }
}
