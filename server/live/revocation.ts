import type { Revocation } from '#app/kernel/work.server.ts'
import { type Bus, publishJson, subscribeJson } from '#server/bus/bus.ts'
import type { EndCode } from './connection.ts'
import type { Joining } from './joining.ts'
import type { Journal } from './journal.ts'
import type { Report } from './report.ts'
import type { Rooms } from './rooms.ts'
import { isConcerned, type Sessions } from './sessions.ts'

export interface RevokerParts {
  readonly sessions: Sessions
  readonly rooms: Rooms
  readonly joining: Joining
  readonly journal: Pick<Journal, 'document'>
  readonly bus: Bus
  readonly report: Report
  readonly clock: () => number
}

const channel = 'live.revoked'
const codes: Record<Revocation['reason'], EndCode> = {
  'signed-out': 'signed-out',
  'acting-changed': 'acting-changed',
  'access-changed': 'access',
  closed: 'access',
}

/**
 * Takes access away from what is open now, in every process (SEC-044). A message that is lost leaves no door open: each
 * edit is checked against the epochs in its own commit, and the sweep finds the rest.
 */
export class Revoker {
  /** Rises with every revocation: a connection that was being let in meanwhile is asked again. */
  count = 0
  private readonly stopListening: () => void

  constructor(private readonly parts: RevokerParts) {
    this.stopListening = subscribeJson(parts.bus, channel, areRevocations, (revocations) => {
      for (const revocation of revocations) void this.apply(revocation)
    })
  }

  /** After the commit that took the access away. Throws when a revocation names nothing: it would mean everybody. */
  revoke(revocations: readonly Revocation[]): void {
    if (revocations.some(({ id }) => id === '')) throw new Error('A revocation must name what it concerns.')
    publishJson(this.parts.bus, channel, revocations)
  }

  close(): void {
    this.stopListening()
  }

  private async apply(revocation: Revocation): Promise<void> {
    this.count += 1
    const started = this.parts.clock()
    if (revocation.scope === 'document') await this.reconsider(revocation.id)
    const concerned = [...this.parts.sessions].filter((session) => isConcerned(session, revocation))
    for (const session of concerned) {
      for (const { room, member } of session.places.values()) room.dropEdits((each) => each === member)
      session.end(codes[revocation.reason])
    }
    this.parts.report({ kind: 'revoked', connections: concerned.length, ms: this.parts.clock() - started })
  }

  private async reconsider(documentId: string): Promise<void> {
    const { joining, rooms, journal, report } = this.parts
    joining.accessChanged(documentId)
    const room = rooms.find(documentId)
    if (!room) return
    try {
      const stored = await journal.document(documentId)
      await joining.reconsider(room, stored?.isOpen ?? false)
    } catch (error) {
      report({ kind: 'trouble', what: 'access to a document could not be confirmed', error })
      // Everybody opens again, which asks again.
      room.evict()
    }
  }
}

const scopes: readonly string[] = ['login', 'person', 'accreditation', 'delegation', 'document', 'conference']

const areRevocations = (value: unknown): value is readonly Revocation[] =>
  Array.isArray(value) && value.every(isRevocation)

function isRevocation(value: unknown): value is Revocation {
  if (typeof value !== 'object' || value === null) return false
  const scope: unknown = Reflect.get(value, 'scope')
  const id: unknown = Reflect.get(value, 'id')
  const reason: unknown = Reflect.get(value, 'reason')
  return (
    typeof scope === 'string' &&
    scopes.includes(scope) &&
    typeof id === 'string' &&
    id !== '' &&
    typeof reason === 'string' &&
    reason in codes
  )
}
