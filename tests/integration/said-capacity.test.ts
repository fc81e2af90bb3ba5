import { afterAll, beforeAll, expect, test } from 'vitest'
import * as newConference from '#app/routes/conferences.new.tsx'
import * as importPreview from '#app/routes/organiser.import.preview.tsx'
import * as importing from '#app/routes/organiser.import.tsx'
import * as settings from '#app/routes/settings.tsx'
import * as signIn from '#app/routes/sign-in.tsx'
import { registry } from '#server/features.ts'
import { identityWorld } from '#tests/support/identity.ts'
import { aVisitor } from '#tests/support/request-context.ts'
import { testPassword } from '#tests/support/seats.ts'

let world: Awaited<ReturnType<typeof identityWorld>>
beforeAll(async () => {
  world = await identityWorld(registry)
})
afterAll(() => world.close())

async function signedIn(seat: string) {
  const visitor = aVisitor(world)
  const form = { intent: 'identity.signIn', name: world.emailOf(seat), password: testPassword }
  await visitor.call(signIn.action, '/sign-in', { form })
  return visitor
}

const unknown = 'x'.repeat(22)
test.each([
  ['conference.create', newConference.action, {}],
  ['imports.receive', importing.action, { into: 'CURRENT' }],
  ['imports.discard', importing.action, { uploadId: unknown }],
  ['imports.confirm', importPreview.action, { uploadId: unknown }],
])('[ID-11] [EC-1] %s needs no capacity, but whoever has one says it', async (intent, action, fields) => {
  const visitor = await signedIn('organiser')
  const sent = async (acting: Record<string, string>) => {
    const response = await visitor.call(action, '/organiser/import', { form: { intent, ...fields, ...acting } })
    return [response.status, (await response.json()).refusal.code]
  }
  const unsaid: Record<string, string>[] = [{}, { acting: '' }, { acting: world.accreditation('secretary') }]
  for (const acting of unsaid) {
    expect(await sent(acting)).toEqual([409, 'acting-changed'])
  }
  const [status, code] = await sent({ acting: world.accreditation('organiser') })
  expect([404, 422]).toContain(status)
  expect(code).not.toBe('acting-changed')
})

test('[ID-11] whoever sets up conferences and holds no seat has none to say', async () => {
  const { personId } = await world.database.prisma.accreditation.findUniqueOrThrow({
    where: { id: world.accreditation('organiser') },
  })
  await world.database.prisma.login.updateMany({ where: { personId }, data: { accreditationId: null } })
  await world.database.prisma.accreditation.updateMany({
    where: { personId },
    data: { step: 'ENDED', endedAt: world.clock.now },
  })
  const visitor = await signedIn('organiser')
  const response = await visitor.call(newConference.action, '/conferences/new', {
    form: { intent: 'conference.create', symbolRoot: 'TSF/PC.9' },
  })
  expect([response.status, (await response.json()).refusal.code]).toEqual([422, 'invalid'])
})

test('[ID-11] what concerns a person in every capacity alike is said in none', async () => {
  const visitor = await signedIn('IKD.notetaker')
  const form = { intent: 'identity.setAppearance', theme: 'dark', contrast: 'system', digits: 'latn' }
  const response = await visitor.call(settings.action, '/settings', { form })
  expect(response.headers.getSetCookie().join()).toContain('look=')
})
