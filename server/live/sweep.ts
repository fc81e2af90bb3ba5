import type { EndCode } from './connection.ts'
import type { Report } from './report.ts'
import type { Rooms } from './rooms.ts'
import type { Session } from './session.ts'
import type { Sessions } from './sessions.ts'

/** What a connection was let in with. */
export interface AccessKey {
  readonly loginId: string
  readonly accreditationId: string | null
  readonly epoch: number
}

/** Whether it still holds, and otherwise what its person is told. */
export type Confirmation = 'holds' | Extract<EndCode, 'signed-out' | 'access' | 'acting-changed'>

export interface SweepParts {
  readonly sessions: Sessions
  readonly rooms: Pick<Rooms, 'setConfirmed'>
  /** One query for all of them. In the order of the keys. */
  confirm(keys: readonly AccessKey[]): Promise<readonly Confirmation[]>
  readonly report: Report
  readonly clock: () => number
}

const readOnlyAfterMs = 60_000
const closedAfterMs = 5 * 60_000

/**
 * Reads again what every connection was let in with. When the database cannot tell, writing stops after a minute and
 * everything closes after five: what cannot be confirmed is not access (SEC-045).
 */
export class AccessSweep {
  private confirmedAt: number
  private isConfirmed = true

  constructor(private readonly parts: SweepParts) {
    this.confirmedAt = parts.clock()
  }

  async run(): Promise<void> {
    const sessions = [...this.parts.sessions]
    const startedAt = this.parts.clock()
    try {
      const answers = sessions.length === 0 ? [] : await this.parts.confirm(sessions.map(keyOf))
      this.confirmedAt = startedAt
      sessions.forEach((session, place) => {
        const answer = answers[place] ?? 'access'
        if (answer !== 'holds') session.end(answer)
      })
    } catch (error) {
      this.parts.report({ kind: 'trouble', what: 'access could not be confirmed', error })
    }
    this.judge()
  }

  private judge(): void {
    const silentMs = this.parts.clock() - this.confirmedAt
    const isConfirmed = silentMs < readOnlyAfterMs
    if (isConfirmed !== this.isConfirmed) this.parts.rooms.setConfirmed(isConfirmed)
    this.isConfirmed = isConfirmed
    if (silentMs >= closedAfterMs) for (const session of [...this.parts.sessions]) session.end('unconfirmed')
  }
}

const keyOf = ({ actor }: Session): AccessKey => ({
  loginId: actor.loginId,
  accreditationId: actor.acting?.accreditationId ?? null,
  epoch: actor.acting?.epoch ?? 0,
})
