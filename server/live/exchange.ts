import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { ByteReader, ByteWriter } from '#app/live/bytes.ts'
import { decodeCursors, encodeCursors } from '#app/live/cursors.ts'
import { bearer } from '#app/live/protocol.ts'
import { type Bus, busRecovered, publishJson, subscribeJson } from '#server/bus/bus.ts'
import { ownMemory } from './digest.ts'
import type { FarPeer } from './presence.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'
import type { CommittedEdit } from './row.ts'

const editsChannel = 'live.edits'
const presenceChannel = 'live.presence'
const reachedChannel = 'live.reached'
const beatMs = 5_000
const silentMs = 3 * beatMs

const farPeers = z.array(z.object({ far: z.number().int(), who: bearer, bearerKey: z.string(), mayWrite: z.boolean() }))
const text = {
  encode: (words: string) => new TextEncoder().encode(words),
  decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
}

const reached = z.array(z.object({ documentId: z.string(), seq: z.number().int() }))
export type Reached = z.output<typeof reached>
const isReached = (value: unknown): value is Reached => reached.safeParse(value).success

/**
 * Tells other processes what was committed and who is present here, and this one what they tell. Hints: the journal is
 * the truth, and whoever is not told of any more is gone.
 */
export class Exchange {
  private readonly process = randomBytes(8).toString('hex')
  private readonly stop: (() => void)[] = []

  constructor(
    private readonly bus: Bus,
    private readonly isShared: boolean,
    private readonly clock: () => number,
  ) {}

  publish(documentId: string, edits: readonly CommittedEdit[]): void {
    if (!this.isShared) return
    const writer = this.about(documentId).number(edits.length)
    for (const { seq, bytes } of edits) writer.number(seq).block(bytes)
    this.bus.publish(editsChannel, writer.finish())
  }

  /** Who is here, and how far this process has got: whoever has got less far has missed something. */
  publishPresence({ documentId, presence, seq }: Pick<Room, 'documentId' | 'presence' | 'seq'>): void {
    if (!this.isShared) return
    const near = presence.near()
    const peers = near.map(({ far, who, bearerKey, mayWrite }) => ({ far, who, bearerKey, mayWrite }))
    const cursors = encodeCursors(near.map(({ far, cursor }) => ({ peer: far, cursor })))
    this.bus.publish(
      presenceChannel,
      this.about(documentId)
        .number(seq)
        .block(text.encode(JSON.stringify(peers)))
        .block(cursors)
        .finish(),
    )
  }

  /** Documents that an act, and no room, has edited: every process, this one too, looks into the journal. */
  announce(edits: Reached): void {
    publishJson(this.bus, reachedChannel, edits)
  }

  listen(rooms: Rooms): void {
    this.stop.push(
      subscribeJson(this.bus, reachedChannel, isReached, (edits) => {
        for (const { documentId, seq } of edits) void rooms.reach(documentId, seq).catch(() => {})
      }),
    )
    if (!this.isShared) return
    const beat = setInterval(() => this.beat(rooms), beatMs)
    beat.unref()
    this.stop.push(
      this.bus.subscribe(editsChannel, (message) => this.hearEdits(message, rooms)),
      this.bus.subscribe(presenceChannel, (message) => this.hearPresence(message, rooms)),
      this.bus.subscribe(busRecovered, () => rooms.catchUp()),
      () => clearInterval(beat),
    )
  }

  close(): void {
    for (const stop of this.stop.splice(0)) stop()
  }

  private about(documentId: string): ByteWriter {
    return new ByteWriter().block(text.encode(this.process)).block(text.encode(documentId))
  }

  private beat(rooms: Rooms): void {
    for (const room of rooms.all) {
      this.publishPresence(room)
      room.presence.forgetSilent(this.clock() - silentMs)
      room.fanOut.wake()
    }
  }

  private hearEdits(message: Uint8Array, rooms: Rooms): void {
    const reader = new ByteReader(message)
    if (text.decode(reader.block()) === this.process) return
    const documentId = text.decode(reader.block())
    const edits: CommittedEdit[] = []
    for (let left = reader.number(); left > 0; left--) {
      const seq = reader.number()
      edits.push({ seq, bytes: ownMemory(reader.block()) })
    }
    rooms.receive(documentId, edits)
  }

  private hearPresence(message: Uint8Array, rooms: Rooms): void {
    const reader = new ByteReader(message)
    const process = text.decode(reader.block())
    const room = process === this.process ? null : rooms.find(text.decode(reader.block()))
    if (!room) return
    if (reader.number() > room.seq) void room.catchUp()
    const peers = farPeers.parse(JSON.parse(text.decode(reader.block())))
    const cursors = new Map(decodeCursors(ownMemory(reader.block())).map(({ peer, cursor }) => [peer, cursor]))
    const told: FarPeer[] = peers.map((each) => ({ ...each, cursor: cursors.get(each.far) ?? null }))
    if (room.presence.follow(process, told, this.clock())) this.publishPresence(room)
    room.fanOut.wake()
  }
}
