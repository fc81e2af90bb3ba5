import type { Person } from '#app/kernel/actor.ts'
import { DomainError, isDomainError } from '#app/kernel/errors.ts'
import { type Opened, type OpenInput, TOO_MANY_OPENINGS } from '#app/live/messages.ts'
import type { Connection } from './connection.ts'
import { ownMemory } from './digest.ts'
import { frameOf } from './frame.ts'
import { type Admission, type Member, newMember } from './member.ts'
import type { Opening } from './opening.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'
import { Pace } from './turns.ts'

export interface Joined {
  readonly room: Room
  readonly member: Member
}

const attempts = 4
/** Of one person in one document at once (SEC-065). */
const mostLiveIds = 20
const answerWithinMs = 800

type Answered = Pick<Admission, 'access' | 'accessEpoch'> | 'none' | 'unknown'

/** An opening under way. Access may change before it ends; then it starts again (SEC-044). */
interface Attempt {
  isStale: boolean
}

export class Joining {
  private readonly pace = new Pace()
  private readonly underWay = new Map<string, Set<Attempt>>()

  constructor(private readonly parts: { readonly rooms: Rooms; readonly opening: Opening }) {}

  /** Calls `answer` in the same turn in which the state is taken, so that nothing comes between. */
  async join(connection: Connection, input: OpenInput, answer: (opened: Opened) => void): Promise<Joined> {
    for (let left = attempts; left > 0; left--) {
      const attempt = this.begin(input.document)
      try {
        this.insistOnFewIds(connection, input)
        const admission = await this.parts.opening.admit(connection.actor, input)
        const room = await this.roomFor(input)
        if (!connection.isOpen) throw unavailable()
        const { clientId, carried } = admission
        if (clientId !== null && liveIds(room, connection, [clientId, ...carried]).size > mostLiveIds)
          throw tooManyOpenings()
        if (!attempt.isStale && !room.isEvicted) return place(room, connection, admission, input, answer)
      } finally {
        this.underWay.get(input.document)?.delete(attempt)
        if (this.underWay.get(input.document)?.size === 0) this.underWay.delete(input.document)
      }
    }
    throw unavailable()
  }

  /** Access to this document may have changed: whoever is just opening it is asked again. */
  accessChanged(documentId: string): void {
    for (const attempt of this.underWay.get(documentId) ?? []) attempt.isStale = true
  }

  /** Asks again for everybody in the room and shows out who may not be there any more. */
  async reconsider(room: Room, isOpen: boolean): Promise<void> {
    room.setState({ isOpen })
    const asked = new Map<string, Promise<Answered>>()
    await Promise.all([...room.members].map((member) => this.reconsiderMember(room, member, asked)))
  }

  private async reconsiderMember(room: Room, member: Member, asked: Map<string, Promise<Answered>>): Promise<void> {
    const { actor } = member.connection
    const key = actor.acting?.accreditationId ?? actor.personId
    const question = asked.get(key) ?? this.ask(actor, room.documentId)
    asked.set(key, question)
    const answer = await question
    if (!room.members.has(member)) return
    if (answer === 'none') room.expel(member, 'access')
    // It opens again, which asks again, and gets nothing until that is answered.
    else if (answer === 'unknown') room.expel(member, 'reload')
    else {
      if (answer.access === 'read') room.dropEdits((each) => each === member)
      member.admission = { ...member.admission, ...answer }
      room.tellAccess(member)
    }
  }

  private async ask(actor: Person, documentId: string): Promise<Answered> {
    const late = new Promise<'unknown'>((resolve) => setTimeout(() => resolve('unknown'), answerWithinMs).unref())
    const asked = this.parts.opening
      .access(actor, documentId)
      .catch((error: unknown) => (isDomainError(error) ? ('none' as const) : ('unknown' as const)))
    return Promise.race([asked, late])
  }

  /** Before an id is issued. Asked again when the room is entered: several may be on their way. */
  private insistOnFewIds(connection: Connection, { document, resume, carry = [] }: OpenInput): void {
    const room = this.parts.rooms.find(document)
    const own = [...(resume === undefined ? [null] : [resume]), ...carry]
    if (room && liveIds(room, connection, own).size > mostLiveIds) throw tooManyOpenings()
  }

  private begin(documentId: string): Attempt {
    const attempt = { isStale: false }
    const attempts = this.underWay.get(documentId)
    if (attempts) attempts.add(attempt)
    else this.underWay.set(documentId, new Set([attempt]))
    return attempt
  }

  private async roomFor({ document, stateVector }: OpenInput): Promise<Room> {
    const room = await this.parts.rooms.open(document)
    if (room.mayLag) await room.catchUp()
    if (!stateVector) await this.pace.turn(room.text.size)
    return room
  }
}

/**
 * One step without a pause: the state is taken, and whoever is in the room from then on is told everything that follows
 * it (SEC-051).
 */
function place(
  room: Room,
  connection: Connection,
  admission: Admission,
  input: OpenInput,
  answer: (opened: Opened) => void,
): Joined {
  const text = textFor(room, input)
  for (const old of room.members) if (old.connection === connection) room.leave(old)
  const { who, bearerKey } = admission
  const readOnly = room.readOnlyReason({ admission })
  const mayWrite = readOnly === null
  const peer = who ? room.presence.join({ who, bearerKey, mayWrite }) : null
  const member = newMember(connection, admission, peer, text.state.length)
  answer({
    room: room.number,
    clientId: mayWrite ? admission.clientId : null,
    carried: mayWrite ? [...admission.carried] : [],
    seq: text.seq,
    update: text.state,
    stateVector: room.text.stateVector,
    mayWrite,
    readOnly,
    damaged: room.isDamaged,
    peer: peer?.peer ?? null,
    peers: peer ? room.presence.peers : [],
    cursors: peer ? room.presence.cursors() : noCursors,
  })
  if (text.since) connection.send(frameOf('batch', { room: room.number, seq: room.seq, update: text.since }))
  room.enter(member)
  return { room, member }
}

function textFor(room: Room, { stateVector }: OpenInput) {
  if (!stateVector) return room.text.encodeShared(room.seq)
  try {
    return { ...room.text.since(ownMemory(stateVector)), seq: room.seq }
  } catch {
    // Crafted bytes: whatever the decoder throws, it is no state vector.
    throw new DomainError(
      'invalid',
      'live/state-vector',
      'The page sent something that is not a document state. Reload it.',
    )
  }
}

const noCursors = new Uint8Array([0])

/** The client ids that a person would write with here: `own` by this connection, and those of their other ones. */
function liveIds(
  { members }: Pick<Room, 'members'>,
  connection: Connection,
  own: readonly (number | null)[],
): Set<number | null> {
  const ids = new Set(own)
  for (const other of members) {
    if (other.connection === connection || other.connection.actor.personId !== connection.actor.personId) continue
    for (const id of other.clientIds) ids.add(id)
  }
  return ids
}

const tooManyOpenings = () =>
  new DomainError(
    'limited',
    TOO_MANY_OPENINGS,
    'You have this text open in too many windows. Close one of them, and it opens here.',
  )

const unavailable = () =>
  new DomainError('unavailable', 'live/unavailable', 'The document cannot be opened at the moment. We keep trying.')
