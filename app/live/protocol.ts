// Every message of the socket as a schema. Change a shape here and in `messages.ts`, and raise PROTOCOL_VERSION: a page
// that was loaded before the change is then asked to load again. The browser must not import this file.
import { z } from 'zod'
import { LIMITS } from './messages.ts'

const token = z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const roomNumber = z.number().int().min(1).max(0xffffffff)
const clientId = z.number().int().min(1).max(0xffffffff)
const eventName = z.string().min(1).max(LIMITS.nameLength)
const anyBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const bytes = (most: number) => anyBytes.refine((value) => value.byteLength <= most)
const stateVector = bytes(LIMITS.updateBytes)

export const hello = z.strictObject({ version: z.number().int(), tab: token })

/** Every event a client may send, with the shape of its one message. */
export const clientMessages = {
  ask: z.strictObject({ name: eventName, input: z.unknown() }),
  mutate: z.strictObject({ name: eventName, input: z.unknown(), once: token.optional(), acting: token.optional() }),
  watch: z.strictObject({ query: eventName, input: z.unknown() }),
  unwatch: z.strictObject({ watch: whole }),
  open: z.strictObject({
    document: token,
    schema: z.number().int().min(0).max(100_000),
    stateVector: stateVector.optional(),
    resume: clientId.optional(),
    carry: z.array(clientId).max(LIMITS.resumedIds).optional(),
  }),
  leave: z.strictObject({ room: roomNumber }),
  push: z.strictObject({
    room: roomNumber,
    counter: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
    opId: token,
    update: bytes(LIMITS.bulkBytes),
    bulk: z.boolean().optional(),
  }),
  cursor: z.strictObject({ room: roomNumber, cursor: bytes(LIMITS.cursorBytes).nullable() }),
}

const params = z.record(z.string(), z.union([z.string(), z.number()]))
const fieldError = z.strictObject({
  path: z.string(),
  code: z.string(),
  sentence: z.string(),
  params: params.optional(),
})

export const refusal = z.strictObject({
  kind: z.enum(['invalid', 'missing', 'denied', 'conflict', 'reauthenticate', 'limited', 'unavailable', 'signed-out']),
  code: z.string(),
  sentence: z.string(),
  params: params.optional(),
  fields: z.array(fieldError).optional(),
  retryAfterMs: whole.optional(),
  requestId: z.string().optional(),
})

export const bearer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), name: z.string() }),
  z.strictObject({ kind: z.literal('delegation'), names: z.record(z.string(), z.string()) }),
  z.strictObject({ kind: z.literal('secretariat') }),
])
const peer = z.strictObject({ peer: whole, who: bearer, palette: whole, mayWrite: z.boolean() })
const readOnlyReason = z.enum(['reader', 'closed', 'editor-version', 'too-large', 'unconfirmed'])
const refusedCode = z.enum([
  'busy',
  'limited',
  'not-saved',
  'not-open',
  'reopen',
  'gap',
  'unconfirmed',
  'read-only',
  'closed',
  'too-large',
  'document-full',
  'malformed',
  'foreign-client',
  'forbidden-content',
  'op-id',
])
const watching = z.strictObject({ watch: whole, output: z.unknown() })
const patched = z.strictObject({ watch: whole, patch: z.unknown() })

const opened = z.strictObject({
  room: roomNumber,
  clientId: clientId.nullable(),
  carried: z.array(clientId),
  seq: whole,
  update: anyBytes,
  stateVector: anyBytes,
  mayWrite: z.boolean(),
  readOnly: readOnlyReason.nullable(),
  damaged: z.boolean(),
  peer: whole.nullable(),
  peers: z.array(peer),
  cursors: anyBytes,
})

const answer = <Output extends z.ZodType>(output: Output) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), output }),
    z.strictObject({ ok: z.literal(false), refusal }),
  ])

/** What each acknowledged event answers; the others are not acknowledged. */
export const answers = {
  ask: answer(z.unknown()),
  mutate: answer(z.unknown()),
  watch: answer(watching),
  open: answer(opened),
}

/** Every event the server may send. */
export const serverMessages = {
  result: watching,
  patch: patched,
  batch: z.strictObject({ room: roomNumber, seq: whole, update: anyBytes }),
  saved: z.strictObject({ room: roomNumber, counter: whole, seq: whole, at: whole }),
  refused: z.strictObject({ room: roomNumber, counter: whole, code: refusedCode, retryAfterMs: whole.optional() }),
  cursor: z.strictObject({
    room: roomNumber,
    joined: z.array(peer).optional(),
    left: z.array(whole).optional(),
    cursors: anyBytes.optional(),
  }),
  need: z.strictObject({ room: roomNumber, stateVector: anyBytes }),
  behind: z.strictObject({ room: roomNumber }),
  digest: z.strictObject({ room: roomNumber, seq: whole, digest: z.string() }),
  notice: z.discriminatedUnion('notice', [
    z.strictObject({ room: roomNumber, notice: z.literal('damaged') }),
    z.strictObject({ room: roomNumber, notice: z.literal('mass-deletion'), seq: whole, who: bearer.nullable() }),
    z.strictObject({ room: roomNumber, notice: z.literal('read-only'), reason: readOnlyReason }),
    z.strictObject({ room: roomNumber, notice: z.literal('writable') }),
  ]),
  revoked: z.discriminatedUnion('scope', [
    z.strictObject({
      scope: z.literal('room'),
      room: roomNumber,
      code: z.enum(['access', 'closed', 'taken-over', 'reload']),
    }),
    z.strictObject({ scope: z.literal('watch'), watch: whole }),
    z.strictObject({
      scope: z.literal('login'),
      code: z.enum(['signed-out', 'access', 'acting-changed', 'unconfirmed', 'rate', 'replaced']),
    }),
  ]),
  'going-away': z.strictObject({ withinMs: whole }),
}

export const clientMessage = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('ask'), message: clientMessages.ask }),
  z.strictObject({ event: z.literal('mutate'), message: clientMessages.mutate }),
  z.strictObject({ event: z.literal('watch'), message: clientMessages.watch }),
  z.strictObject({ event: z.literal('unwatch'), message: clientMessages.unwatch }),
  z.strictObject({ event: z.literal('open'), message: clientMessages.open }),
  z.strictObject({ event: z.literal('leave'), message: clientMessages.leave }),
  z.strictObject({ event: z.literal('push'), message: clientMessages.push }),
  z.strictObject({ event: z.literal('cursor'), message: clientMessages.cursor }),
])

export const serverMessage = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('result'), message: serverMessages.result }),
  z.strictObject({ event: z.literal('patch'), message: serverMessages.patch }),
  z.strictObject({ event: z.literal('batch'), message: serverMessages.batch }),
  z.strictObject({ event: z.literal('saved'), message: serverMessages.saved }),
  z.strictObject({ event: z.literal('refused'), message: serverMessages.refused }),
  z.strictObject({ event: z.literal('cursor'), message: serverMessages.cursor }),
  z.strictObject({ event: z.literal('need'), message: serverMessages.need }),
  z.strictObject({ event: z.literal('behind'), message: serverMessages.behind }),
  z.strictObject({ event: z.literal('digest'), message: serverMessages.digest }),
  z.strictObject({ event: z.literal('notice'), message: serverMessages.notice }),
  z.strictObject({ event: z.literal('revoked'), message: serverMessages.revoked }),
  z.strictObject({ event: z.literal('going-away'), message: serverMessages['going-away'] }),
])

export type ClientMessage = z.infer<typeof clientMessage>
export type ServerMessage = z.infer<typeof serverMessage>
