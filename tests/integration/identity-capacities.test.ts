import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { loadActor } from '#app/features/identity/actor.server.ts'
import { revokeAccess } from '#app/features/identity/api.server.ts'
import { actAs, myCapacities, setLanguage } from '#app/features/identity/contract.ts'
import { mutation } from '#app/kernel/contract.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { allowed } from '#app/kernel/policy.ts'
import { minutesMs } from '#app/kernel/time.ts'
import { handle } from '#app/kernel/work.server.ts'
import { createRegistry } from '#server/registry.ts'
import { createRuntime } from '#server/runtime.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { identityWorld } from '#tests/support/identity.ts'
import { refusal } from '#tests/support/refusal.ts'

let world: Awaited<ReturnType<typeof identityWorld>>
beforeAll(async () => {
  world = await identityWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.clock.pass(minutesMs(1))
  world.revocations.length = 0
})

async function login(seat: string) {
  const result = await world.signIn(seat)
  if (result.outcome !== 'signed-in') throw new Error(`${seat} was refused`)
  const cookie = world.cookieOf(result.token)
  const read = (activity: 'activity' | 'silent' = 'silent') => world.logins.authenticate(cookie, activity)
  const found = await read()
  if (!found) throw new Error('not signed in')
  return { token: result.token, read, loginId: found.actor.loginId, caller: world.runtime.caller(found.actor) }
}

describe('capacities', () => {
  /** The head of IKD also advises ESM. */
  async function twoHats() {
    const accreditationId = newId()
    await world.database.prisma.accreditation.upsert({
      where: { id: accreditationId },
      create: {
        id: accreditationId,
        conferenceId: world.conferenceId,
        personId: world.person('MQS.deputy'),
        delegationId: world.delegation('ESM'),
        side: 'state',
        role: 'MILITARY_ADVISER',
        createdAt: world.clock.now,
      },
      update: {},
    })
    return accreditationId
  }
  let second: string
  beforeAll(async () => {
    second = await twoHats()
  })

  test('[ID-11] [EC-1] with two accreditations one chooses, and then acts in that one alone', async () => {
    expect(await world.signIn('MQS.deputy')).toMatchObject({ mustChoose: true })
    const { caller, token } = await login('MQS.deputy')
    expect(caller.actor).toMatchObject({ acting: null })
    const { capacities } = await caller.ask(myCapacities, {})
    expect(capacities.map(({ delegationCode }) => delegationCode).sort()).toEqual(['ESM', 'MQS'])
    const { token: renewed } = await caller.mutate(actAs, { accreditationId: second })
    expect(await world.logins.authenticate(world.cookieOf(token), 'silent')).toBeNull()
    const found = await world.logins.authenticate(world.cookieOf(renewed ?? ''), 'silent')
    expect(found?.actor.acting).toMatchObject({ delegationId: world.delegation('ESM'), role: 'MILITARY_ADVISER' })
  })

  test('[EC-1] switching closes the connections of this login only, and the other login keeps its capacity', async () => {
    const tab = await login('MQS.deputy')
    const device = await login('MQS.deputy')
    const first = await device.caller.mutate(actAs, { accreditationId: world.accreditation('MQS.deputy') })
    world.revocations.length = 0
    await tab.caller.mutate(actAs, { accreditationId: second })
    expect(world.revocations).toEqual([{ scope: 'login', id: tab.loginId, reason: 'acting-changed' }])
    const other = await world.logins.authenticate(world.cookieOf(first.token ?? ''), 'silent')
    expect(other?.actor.acting?.delegationId).toBe(world.delegation('MQS'))
  })

  test('[EC-2] an act meant for one capacity is refused while acting in another, and the trail shows the capacity', async () => {
    const { caller, loginId } = await login('MQS.deputy')
    await caller.mutate(actAs, { accreditationId: second })
    const actor = await inTransaction(world.database, 'engine', (tx) => loadActor(tx, loginId, world.clock.now))
    if (!actor) throw new Error('not signed in')
    const now = world.runtime.caller(actor)
    const meant = { acting: world.accreditation('MQS.deputy') }
    await expect(now.mutate(setLanguage, { locale: 'fr' }, meant)).rejects.toThrow(refusal('acting-changed'))
    // The page of the first capacity, sent late: its caller is refused as well.
    await expect(caller.mutate(setLanguage, { locale: 'fr' })).rejects.toThrow(refusal('acting-changed'))
    await now.mutate(setLanguage, { locale: 'en' }, { acting: second })
    const line = await world.database.prisma.auditLine.findFirst({
      where: { act: 'identity.setLanguage' },
      orderBy: { at: 'desc' },
    })
    expect(line?.actor).toBe(second)
  })

  test('[ID-11] nobody acts in an accreditation that is not theirs, or has ended', async () => {
    const { caller } = await login('MQS.deputy')
    await expect(caller.mutate(actAs, { accreditationId: world.accreditation('ESM.head') })).rejects.toMatchObject({
      kind: 'missing',
    })
    await expect(caller.mutate(actAs, { accreditationId: newId() })).rejects.toMatchObject({ kind: 'missing' })
    const { prisma } = world.database
    await prisma.accreditation.update({ where: { id: second }, data: { step: 'ENDED', endedAt: world.clock.now } })
    await expect(caller.mutate(actAs, { accreditationId: second })).rejects.toMatchObject({ kind: 'missing' })
    await prisma.accreditation.update({ where: { id: second }, data: { step: 'ACTIVE', endedAt: null } })
  })
})

describe('access that ends', () => {
  const change = mutation('test.access', {
    input: z.strictObject({ accreditationId: z.string(), step: z.string() }),
    output: z.object({}),
  })
  const registry = createRegistry([
    {
      mutations: [
        handle(change, async (work, { accreditationId, step }) => {
          work.allow(allowed)
          await work.tx.accreditation.update({ where: { id: accreditationId }, data: { step } })
          await revokeAccess(work, accreditationId, 'access-changed')
          return {}
        }),
      ],
    },
  ])
  const runtimeOf = () =>
    createRuntime({
      database: world.database,
      registry,
      documents: world.documents,
      now: () => world.clock.now,
      onChanged: () => {},
      onRevoked: (more) => void world.revocations.push(...more),
      onOutbox: () => {},
    })

  test('[EC-6] [SEC-008] an accreditation that ends takes its logins along, and says so to their connections', async () => {
    const { read, loginId } = await login('ESM.notetaker')
    const elsewhere = await login('ESM.head')
    const organiser = runtimeOf().caller((await login('organiser')).caller.actor)
    await organiser.mutate(change, { accreditationId: world.accreditation('ESM.notetaker'), step: 'ENDED' })
    expect(await read()).toBeNull()
    expect(await elsewhere.read()).not.toBeNull()
    expect(world.revocations).toContainEqual({
      scope: 'accreditation',
      id: world.accreditation('ESM.notetaker'),
      reason: 'access-changed',
    })
    expect(world.revocations).toContainEqual({ scope: 'login', id: loginId, reason: 'access-changed' })
    // The person exists and has no capacity any more: signing in leads nowhere private.
    const again = await login('ESM.notetaker')
    expect(again.caller.actor).toMatchObject({ acting: null })
  })

  test('[SEC-045] a change of what somebody may do raises their epoch, so that a lost message leaves no door open', async () => {
    const { read } = await login('ESM.deputy')
    const before = (await read())?.actor.acting?.epoch ?? 0
    const organiser = runtimeOf().caller((await login('organiser')).caller.actor)
    await organiser.mutate(change, { accreditationId: world.accreditation('ESM.deputy'), step: 'ACTIVE' })
    expect((await read())?.actor.acting?.epoch).toBe(before + 1)
    expect(world.revocations).toEqual([
      { scope: 'accreditation', id: world.accreditation('ESM.deputy'), reason: 'access-changed' },
    ])
  })
})
