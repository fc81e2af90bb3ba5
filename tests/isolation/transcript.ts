import * as Y from 'yjs'
import { Decoder, type Packet } from '#app/live/packet-parser.ts'
import type { HeardFrame } from '#tests/support/tapped-socket.ts'
import type { Reply } from '#tests/support/visitor.ts'

/** One thing that reached somebody: on which way it came, which one it was on that way, and what it said. */
export interface Entry {
  readonly step: string
  readonly way: string
  readonly says: unknown
}

/** What differs between two runs of the same server, and why it tells nobody anything. Whatever else differs is a leak. */
const byChance: Readonly<Record<string, string>> = {
  room: 'numbers of rooms are drawn at random',
  clientId: 'ids to write with are drawn at random',
  at: 'the clock of the database',
  digest: 'made of the ids to write with',
}

/** A packet as its fields; what is written in bytes is spelt out. */
export function readFrame({ data }: HeardFrame): { way: string; says: unknown } {
  const packets: Packet[] = []
  const decoder = new Decoder()
  decoder.on('decoded', (packet) => packets.push(packet))
  decoder.add(typeof data === 'string' ? data : new Uint8Array(data))
  const [packet] = packets
  if (!packet) throw new Error('a frame without a packet')
  return { way: wayOf(packet), says: { ...packet, data: spellOut(packet.data, '') } }
}

/** Sent twice a minute to everybody who has a document open, whatever happens in it. */
export const isByTheClock = ({ way }: Pick<Entry, 'way'>) => way === 'digest'

/** Answers to one question come in order; answers to two that are worked out at the same time, as it happens. */
function wayOf({ id, data }: Packet): string {
  if (id !== undefined) return `answer ${id}`
  const [event, message] = Array.isArray(data) ? data : []
  const number: unknown = typeof message === 'object' && message ? Reflect.get(message, 'watch') : undefined
  return number === undefined ? String(event ?? 'connection') : `${event} ${number}`
}

function spellOut(value: unknown, name: string): unknown {
  if (value instanceof Uint8Array) return bytesAsText(value, name)
  if (Array.isArray(value)) return value.map((each) => spellOut(each, name))
  if (typeof value !== 'object' || value === null)
    return typeof value === 'number' && name in byChance ? `any ${name}` : name === 'digest' ? 'any digest' : value
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, spellOut(inside, key)]))
}

/** Updates are the same when they add and delete the same in the same order, whoever was given which id to write with. */
function bytesAsText(bytes: Uint8Array, name: string): unknown {
  const known = new Map<number, string>()
  const writer = (client: number) => {
    const before = known.get(client) ?? `writer ${known.size + 1}`
    known.set(client, before)
    return before
  }
  if (name === 'stateVector') return [...Y.decodeStateVector(bytes).values()].sort((a, b) => a - b)
  if (name !== 'update') return Buffer.from(bytes).toString('hex')
  const { structs, ds } = Y.decodeUpdate(bytes)
  return {
    adds: structs.map((struct) => [writer(struct.id.client), struct.id.clock, struct.length, contentOf(struct)]),
    deletes: [...ds.clients].map(([client, ranges]) => [writer(client), ranges.map(({ clock, len }) => [clock, len])]),
  }
}

function contentOf(struct: object): unknown {
  const content: unknown = Reflect.get(struct, 'content')
  if (typeof content !== 'object' || content === null) return struct.constructor.name
  const type: unknown = Reflect.get(content, 'type')
  if (typeof type === 'object' && type !== null) return ['element', Reflect.get(type, 'nodeName')]
  return JSON.parse(JSON.stringify(content))
}

/** Every byte of an answer but its nonce, the hour, and where this server happens to listen. */
export function readReply({ status, headers, rawHeaders, body }: Reply, host: string) {
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1]
  const blank = (text: string) => (nonce ? text.replaceAll(nonce, 'any nonce') : text).replaceAll(host, 'this server')
  const kept = rawHeaders.map((text, place) => (rawHeaders[place - 1] === 'Date' ? 'any hour' : blank(text)))
  return { status, headers: kept, body: blank(body) }
}

const id = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])/g

export type Transcript = readonly Entry[]

/** What one person got, by step, way and place on that way, to compare: ids that only one of the two runs knows count by when they came. */
export function toCompare(mine: Transcript, known: ReadonlySet<string>): Map<string, string> {
  const places = new Map<string, string>()
  const place = (text: string) => {
    if (known.has(text)) return text
    const before = places.get(text) ?? `id ${places.size + 1}`
    places.set(text, before)
    return before
  }
  const counts = new Map<string, number>()
  const lines = inSteps(mine).map(({ step, way, says }): [string, string] => {
    const count = (counts.get(`${step} ${way}`) ?? 0) + 1
    counts.set(`${step} ${way}`, count)
    return [`${step} / ${way} #${count}`, JSON.stringify(says).replace(id, place)]
  })
  return new Map(lines)
}

/** Within one step each way keeps its order; the ways stand side by side. */
function inSteps(transcript: Transcript): Entry[] {
  const steps = [...new Set(transcript.map(({ step }) => step))]
  return transcript.toSorted(
    (a, b) => steps.indexOf(a.step) - steps.indexOf(b.step) || (a.way < b.way ? -1 : a.way > b.way ? 1 : 0),
  )
}

export const idsIn = (transcripts: Iterable<Transcript>): Set<string> =>
  new Set([...transcripts].flatMap((each) => JSON.stringify(each).match(id) ?? []))
