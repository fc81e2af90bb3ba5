// The Socket.IO parser of both ends. Socket.IO's own sends a packet with bytes as a text frame plus one frame per
// attachment, which doubles what a fan-out costs; here every packet is exactly one frame. Text packets are a type digit,
// the acknowledgement number and JSON. Packets with bytes are one binary frame: the JSON without the fields that hold
// bytes, then those fields. Only the main namespace exists, and only fields of an argument may hold bytes.
// The browsers' build puts this in the place of `socket.io-parser`, which would be carried unused: hence its names.
import { ByteReader, ByteWriter } from './bytes.ts'

/** The revision of Socket.IO's protocol whose packets these are. */
export const protocol = 5
export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4 } as const
const { CONNECT, DISCONNECT, EVENT, ACK, CONNECT_ERROR } = PacketType

const MARK = 1
const MAX_BYTES_FIELDS = 10
const FIELD = /^[a-z][A-Za-z]{0,19}$/
const RESERVED = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener']

export interface Packet {
  type: number
  nsp: string
  data?: unknown
  id?: number
}

type Listener = (packet: Packet) => void

export class Encoder {
  encode(packet: Packet): (string | Uint8Array)[] {
    const carriesArguments = packet.type === EVENT || packet.type === ACK
    const fields = carriesArguments ? bytesFields(packet.data) : []
    if (fields.length > 0 && Array.isArray(packet.data)) return [encodeBytes(packet, packet.data, fields)]
    const id = packet.id === undefined ? '' : packet.id
    return [`${packet.type}${id}${packet.data === undefined ? '' : JSON.stringify(packet.data)}`]
  }
}

export class Decoder {
  private listeners: Listener[] = []

  on(_event: 'decoded', listener: Listener): void {
    this.listeners.push(listener)
  }

  off(_event: 'decoded', listener: Listener): void {
    this.listeners = this.listeners.filter((known) => known !== listener)
  }

  removeListener(event: 'decoded', listener: Listener): void {
    this.off(event, listener)
  }

  /** Throws on anything that is not a packet; Socket.IO then closes the connection. */
  add(frame: unknown): void {
    const packet = typeof frame === 'string' ? decodeText(frame) : decodeBytes(viewOf(frame))
    for (const listener of this.listeners) listener(packet)
  }

  destroy(): void {
    this.listeners = []
  }
}

interface BytesField {
  argument: number
  name: string
  bytes: Uint8Array
}

function bytesFields(data: unknown): BytesField[] {
  if (!Array.isArray(data)) return []
  const found: BytesField[] = []
  data.forEach((value, argument) => {
    const record = outputOf(value)
    if (!record) return
    for (const [name, bytes] of Object.entries(record)) {
      if (bytes instanceof Uint8Array) found.push({ argument, name, bytes })
    }
  })
  return found
}

// An acknowledgement wraps its record in { ok, output }: bytes may sit in the record itself.
function outputOf(value: unknown): Record<string, unknown> | null {
  if (!isRecord(value)) return null
  return isRecord(value.output) ? value.output : value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
}

function encodeBytes(packet: Packet, data: unknown[], fields: BytesField[]): Uint8Array {
  const bare = data.map((value) => {
    const record = outputOf(value)
    if (!record || !isRecord(value)) return value
    const rest = Object.fromEntries(Object.entries(record).filter(([, held]) => !(held instanceof Uint8Array)))
    return record === value ? rest : { ...value, output: rest }
  })
  const text = new TextEncoder()
  const writer = new ByteWriter().octet(MARK).octet(packet.type)
  writer.number(packet.id === undefined ? 0 : packet.id + 1).block(text.encode(JSON.stringify(bare)))
  writer.octet(fields.length)
  for (const field of fields) writer.octet(field.argument).block(text.encode(field.name)).block(field.bytes)
  return writer.finish()
}

function decodeText(frame: string): Packet {
  const type = Number(frame.charAt(0))
  const end = frame.slice(1, 20).search(/[^0-9]/) + 1
  const digits = frame.slice(1, end === 0 ? undefined : end)
  const json = end === 0 ? '' : frame.slice(end)
  return checked({
    type: frame === '' ? Number.NaN : type,
    nsp: '/',
    ...(digits === '' ? {} : { id: Number(digits) }),
    ...(json === '' ? {} : { data: JSON.parse(json) }),
  })
}

function decodeBytes(frame: Uint8Array): Packet {
  const reader = new ByteReader(frame)
  if (reader.octet() !== MARK) throw new RangeError('The frame is not a packet.')
  const type = reader.octet()
  const id = reader.number() - 1
  const data: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(reader.block()))
  const packet = checked({ type, nsp: '/', data, ...(id < 0 ? {} : { id }) })
  if ((type !== EVENT && type !== ACK) || !Array.isArray(data)) throw new RangeError('This packet carries no bytes.')
  const count = reader.octet()
  if (count > MAX_BYTES_FIELDS) throw new RangeError('The packet carries too many fields of bytes.')
  for (let place = 0; place < count; place++) {
    const record = outputOf(data[reader.octet()])
    const name = new TextDecoder().decode(reader.block())
    if (!record || !FIELD.test(name)) throw new RangeError('The bytes belong to no field.')
    record[name] = reader.block()
  }
  return packet
}

function checked(packet: Packet): Packet {
  const { type, data, id } = packet
  const fits =
    (type === CONNECT && (data === undefined || isRecord(data))) ||
    (type === DISCONNECT && data === undefined) ||
    (type === EVENT && Array.isArray(data) && typeof data[0] === 'string' && !RESERVED.includes(data[0])) ||
    (type === ACK && Array.isArray(data) && id !== undefined) ||
    (type === CONNECT_ERROR && (typeof data === 'string' || isRecord(data)))
  if (!fits || (id !== undefined && !Number.isSafeInteger(id))) throw new RangeError('The frame is not a packet.')
  return packet
}

function viewOf(frame: unknown): Uint8Array {
  if (frame instanceof ArrayBuffer) return new Uint8Array(frame)
  if (ArrayBuffer.isView(frame)) return new Uint8Array(frame.buffer, frame.byteOffset, frame.byteLength)
  throw new RangeError('The frame is neither text nor bytes.')
}
