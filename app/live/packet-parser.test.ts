import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decoder, Encoder, type Packet } from './packet-parser.ts'

function decoded(frame: unknown): Packet {
  const packets: Packet[] = []
  const decoder = new Decoder()
  decoder.on('decoded', (packet) => packets.push(packet))
  decoder.add(frame)
  const [packet] = packets
  if (!packet || packets.length > 1) throw new Error(`${packets.length} packets`)
  return packet
}

const through = (packet: Packet): Packet => {
  const [frame, ...more] = new Encoder().encode(packet)
  expect(more).toEqual([])
  return decoded(frame)
}

const event = (...data: unknown[]): Packet => ({ type: 2, nsp: '/', data })

describe('[LE-10] one packet is one frame', () => {
  test.each<[string, Packet]>([
    ['a greeting', { type: 0, nsp: '/', data: { version: 1, tab: 'x' } }],
    ['a welcome', { type: 0, nsp: '/', data: { sid: 'abc' } }],
    ['a farewell', { type: 1, nsp: '/' }],
    ['a refusal', { type: 4, nsp: '/', data: { message: 'no', data: { code: 'reload' } } }],
    ['an event', event('leave', { room: 7 })],
    ['an event that wants an answer', { ...event('ask', { name: 'a', input: [1, null, '٤'] }), id: 0 }],
    ['an answer', { type: 3, nsp: '/', id: 12, data: [{ ok: true, output: 5 }] }],
    ['an event with bytes', event('push', { room: 7, counter: 1, update: new Uint8Array([1, 2, 3]) })],
    ['an event with no bytes in its bytes', event('cursor', { room: 7, cursor: new Uint8Array(0) })],
    [
      'an answer with bytes',
      {
        type: 3,
        nsp: '/',
        id: 300,
        data: [{ ok: true, output: { update: new Uint8Array(300), stateVector: new Uint8Array([9]) } }],
      },
    ],
  ])('%s', (_name, packet) => expect(through(packet)).toEqual(packet))

  test('a Node buffer arrives as bytes', () => {
    const packet = through(event('batch', { room: 1, update: Buffer.from('abc') }))
    expect(packet.data).toEqual(['batch', { room: 1, update: new Uint8Array([97, 98, 99]) }])
  })

  test('any JSON and any bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 300 })
    fc.assert(
      fc.property(
        fc.jsonValue(),
        bytes,
        bytes,
        fc.option(fc.nat(), { nil: undefined }),
        (value, update, stateVector, id) => {
          // JSON has one zero.
          const input: unknown = JSON.parse(JSON.stringify(value))
          const packet = { ...event('x', { input, update, stateVector }), ...(id === undefined ? {} : { id }) }
          expect(through(packet)).toEqual(packet)
        },
      ),
    )
  })
})

describe('[SEC-053] what is no packet throws, and only that', () => {
  const json = (text: string) => new TextEncoder().encode(text)
  const binary = (...parts: (number | Uint8Array)[]) =>
    new Uint8Array(parts.flatMap((part) => (typeof part === 'number' ? [part] : [part.length, ...part])))

  test.each<[string, unknown]>([
    ['nothing', ''],
    ['an unknown type', '9["x"]'],
    ['a namespace', '0/admin,'],
    ['an event of the transport itself', '2["disconnect"]'],
    ['an event without a name', '2[{}]'],
    ['an event with a number for a name', '2[5]'],
    ['an answer to nothing', '3[1]'],
    ['broken JSON', '2["x"'],
    ['a number too large to be one', '29999999999999999999["x"]'],
    ['eleven attachments in the usual form', '511-["x"]'],
    ['neither text nor bytes', 5],
    ['null', null],
    ['no bytes', new Uint8Array(0)],
    ['another format', new Uint8Array([0, 1, 2])],
    ['bytes of a greeting', binary(1, 0, 0, json('{}'), 0)],
    ['bytes for a field of nothing', binary(1, 2, 0, json('["x"]'), 1, 1, json('update'), json('1'))],
    ['bytes for a prototype', binary(1, 2, 0, json('["x",{}]'), 1, 1, json('__proto__'), json('1'))],
    ['eleven fields of bytes', binary(1, 2, 0, json('["x",{}]'), 11)],
    ['fewer bytes than announced', binary(1, 2, 0, json('["x",{}]'), 1, 1, json('update'), 200)],
    ['a length beyond everything', new Uint8Array([1, 2, 0, 255, 255, 255, 255, 255, 255, 255, 255, 127])],
  ])('%s', (_name, frame) => expect(() => decoded(frame)).toThrow())

  test('random frames either are packets or throw', () => {
    const frame = fc.oneof(
      fc.string(),
      fc.uint8Array(),
      fc.uint8Array().map((rest) => new Uint8Array([1, 2, 0, ...rest])),
    )
    fc.assert(
      fc.property(frame, (given) => {
        try {
          expect(decoded(given).nsp).toBe('/')
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
