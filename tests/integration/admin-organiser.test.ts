import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitationShown } from '#app/features/identity/invitation-contract.ts'
import type { AdminCommand } from '#server/admin/command.ts'
import { createOrganiserCommand, resetPasswordCommand } from '#server/admin/create-organiser.ts'
import { identityWorld } from '#tests/support/identity.ts'

let world: Awaited<ReturnType<typeof identityWorld>>
beforeAll(async () => {
  world = await identityWorld()
})
afterAll(() => world.close())

async function run(command: AdminCommand, given: string[], options: Record<string, string> = {}) {
  const said: string[] = []
  const place = {
    database: world.database,
    now: () => world.clock.now,
    seals: { keys: [], note: () => null },
    origin: 'https://plenary.example',
    say: (line: string) => void said.push(line),
    readFile: () => '',
  }
  const code = await command.run({ given, options }, place)
  return { code, text: said.join('\n') }
}
const tokenIn = (text: string) => /https:\/\/plenary\.example\/invitation\/([\w-]{43})\b/.exec(text)?.[1] ?? ''
const shown = (token: string) => world.anonymous.ask(invitationShown, { token })

test('[SEC-027] the operator names the first organiser, who gets a link and no password', async () => {
  const made = await run(createOrganiserCommand, [], { email: ' Ingrid@Example.org', name: 'Ingrid Falkenrath' })
  expect(made.code).toBe(0)
  expect(await shown(tokenIn(made.text))).toMatchObject({
    state: 'open',
    purpose: 'ORGANISER',
    email: 'ingrid@example.org',
  })
  const again = await run(createOrganiserCommand, [], { email: 'ingrid@example.org', name: 'Ingrid Falkenrath' })
  expect(await shown(tokenIn(made.text))).toEqual({ state: 'gone' })
  expect(await shown(tokenIn(again.text))).toMatchObject({ state: 'open' })
})

test('[SEC-027] somebody who has a password becomes an organiser without a link', async () => {
  const { code, text } = await run(createOrganiserCommand, [], { email: world.emailOf('chair'), name: 'The Chair' })
  expect(code).toBe(0)
  expect(tokenIn(text)).toBe('')
  expect((await world.as('chair')).actor).toMatchObject({ isOrganiser: true, name: 'chair person' })
})

test.each([[{}], [{ email: 'x', name: 'Y' }], [{ email: 'a@example.org', name: '' }]])(
  '[SEC-027] %j is answered with what is missing, and nobody is made',
  async (options) => {
    const before = await world.database.prisma.person.count()
    expect(await run(createOrganiserCommand, [], options)).toMatchObject({
      code: 2,
      text: expect.stringContaining('--email'),
    })
    expect(await world.database.prisma.person.count()).toBe(before)
  },
)

test('[SEC-038] the operator starts a new password for somebody who lost theirs, and for nobody else', async () => {
  const made = await run(resetPasswordCommand, [world.emailOf('MQS.head')])
  expect(await shown(tokenIn(made.text))).toMatchObject({ purpose: 'RESET', email: world.emailOf('MQS.head') })
  expect(await run(resetPasswordCommand, ['nobody@example.org'])).toMatchObject({
    code: 2,
    text: expect.stringContaining('Nobody'),
  })
  expect(await run(resetPasswordCommand, [])).toMatchObject({ code: 2 })
  const lines = await world.database.prisma.auditLine.findMany({ where: { act: 'admin.resetPassword' } })
  expect(lines).toHaveLength(1)
})
