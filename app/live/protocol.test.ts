import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import {
  type Answer,
  type ClientToServer,
  type Hello,
  LIMITS,
  type Opened,
  PROTOCOL_VERSION,
  type ServerToClient,
  type Watching,
} from './messages.ts'
import { answers, clientMessage, clientMessages, hello, serverMessage, serverMessages } from './protocol.ts'

/** What the messages of each version look like. A page of another version is asked to load again. */
const fingerprints: Record<number, string> = { 1: 'ed8075f6672d1084', 2: '8e88b437deed2ee7' }

test('[LE-21] a change of any message is a new version of the protocol', () => {
  const shapes = [hello, clientMessage, serverMessage, ...Object.values(answers)].map((schema) =>
    z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }),
  )
  const fingerprint = createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16)
  expect(fingerprints[PROTOCOL_VERSION], `version ${PROTOCOL_VERSION} looks like ${fingerprint} now`).toBe(fingerprint)
})

test('[LE-21] the types the browser uses and the schemas the server uses are the same', () => {
  type Message<Events, Event extends keyof Events> = Events[Event] extends (message: infer M, ...rest: never[]) => void
    ? M
    : never
  type Read<Schemas, Event extends keyof Schemas> = Schemas[Event] extends z.ZodType ? z.output<Schemas[Event]> : never
  type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false
  expectTypeOf<Same<Hello, z.output<typeof hello>>>().toEqualTypeOf<true>()
  expectTypeOf<{
    [E in keyof ClientToServer]: Same<Message<ClientToServer, E>, Read<typeof clientMessages, E>>
  }>().toEqualTypeOf<{ [E in keyof ClientToServer]: true }>()
  expectTypeOf<{
    [E in keyof ServerToClient]: Same<Message<ServerToClient, E>, Read<typeof serverMessages, E>>
  }>().toEqualTypeOf<{ [E in keyof ServerToClient]: true }>()
  expectTypeOf<z.output<typeof answers.open>>().toExtend<Answer<Opened>>()
  expectTypeOf<z.output<typeof answers.watch>>().toExtend<Answer<Watching>>()
  expect(clientMessage.options.map((option) => option.shape.event.value)).toEqual(Object.keys(clientMessages))
  expect(serverMessage.options.map((option) => option.shape.event.value)).toEqual(Object.keys(serverMessages))
})

test('[SEC-011] a message with a field we do not know is refused', () => {
  const cursor = { room: 1, cursor: null }
  expect(clientMessages.cursor.safeParse(cursor).success).toBe(true)
  expect(clientMessages.cursor.safeParse({ ...cursor, name: 'SPOOFED' }).success).toBe(false)
})

test.each([
  ['open', { document: '../../etc/passwd', schema: 1 }],
  ['open', { document: 'x'.repeat(22), schema: 1, carry: Array.from({ length: LIMITS.resumedIds + 1 }, () => 1) }],
  ['open', { document: 'x'.repeat(22), schema: 1, resume: 2 ** 32 }],
  ['push', { room: 0, counter: 1, opId: 'x'.repeat(22), update: new Uint8Array(1) }],
  ['push', { room: 1, counter: 1, opId: 'x'.repeat(22), update: 'text' }],
  ['push', { room: 1, counter: 1, opId: 'x'.repeat(22), update: new Uint8Array(LIMITS.bulkBytes + 1) }],
  ['cursor', { room: 1, cursor: new Uint8Array(LIMITS.cursorBytes + 1) }],
  ['watch', { query: 'x'.repeat(LIMITS.nameLength + 1), input: null }],
] as const)('[SEC-053] %s is bounded (%#)', (event, message) => {
  expect(clientMessages[event].safeParse(message).success).toBe(false)
})

test('[LE-21] nothing the browser loads of the protocol reaches Zod', () => {
  const reached = new Set<string>()
  const follow = (file: string) => {
    if (reached.has(file)) return
    reached.add(file)
    const source = readFileSync(new URL(file, import.meta.url), 'utf8')
    for (const [, kind, path = ''] of source.matchAll(/^(import|export)(?! type).* from '([^']+)'/gm)) {
      if (kind && path.startsWith('./')) follow(path)
      else expect(path, file).not.toBe('zod')
    }
  }
  for (const file of ['./messages.ts', './packet-parser.ts', './cursors.ts', './state-digest.ts']) follow(file)
  expect(reached).not.toContain('./protocol.ts')
})
