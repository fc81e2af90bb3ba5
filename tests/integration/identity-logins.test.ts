import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  endLogin,
  mySecurity,
  setAppearance,
  setLanguage,
  signOut,
  signOutEverywhere,
} from '#app/features/identity/contract.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { hoursMs, minutesMs } from '#app/kernel/time.ts'
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

describe('what a login is', () => {
  test('[SEC-040] a copy of the database does not let anybody in', async () => {
    const { token, loginId } = await login('IKD.head')
    const row = await world.database.prisma.login.findUniqueOrThrow({ where: { id: loginId } })
    expect(JSON.stringify(row)).not.toContain(token)
    for (const stolen of [
      row.tokenHash,
      row.id,
      row.tokenHash.slice(0, 43),
      Buffer.from(row.tokenHash, 'hex').toString('base64url'),
    ]) {
      expect(await world.logins.authenticate(world.cookieOf(stolen), 'silent')).toBeNull()
    }
  })

  test('[ID-8] nothing else than the cookie of this host opens it', async () => {
    const { token } = await login('IKD.head')
    for (const header of [
      null,
      '',
      `session=${token}`,
      `__Host-session=${token.slice(1)}`,
      `__Host-session=${'A'.repeat(43)}`,
    ]) {
      expect(await world.logins.authenticate(header, 'silent')).toBeNull()
    }
  })

  test('[SEC-043] an hour without activity ends it; pages keep it, heartbeats do not', async () => {
    const { read } = await login('IKD.drafter')
    world.clock.pass(minutesMs(40))
    expect(await read('activity')).not.toBeNull()
    world.clock.pass(minutesMs(40))
    expect(await read('silent')).not.toBeNull()
    world.clock.pass(minutesMs(21))
    expect(await read('activity')).toBeNull()
  })

  test('[SEC-043] the secretariat has half an hour', async () => {
    const { read } = await login('rapporteur')
    world.clock.pass(minutesMs(29))
    expect(await read('activity')).not.toBeNull()
    world.clock.pass(minutesMs(31))
    expect(await read('activity')).toBeNull()
  })

  test('[SEC-043] after twelve hours it ends, however busy', async () => {
    const { read } = await login('ESM.drafter')
    for (let minutes = 0; minutes < 11 * 60 + 30; minutes += 30) {
      world.clock.pass(minutesMs(30))
      expect(await read('activity')).not.toBeNull()
    }
    world.clock.pass(minutesMs(30))
    expect(await read('activity')).toBeNull()
  })

  test('[SEC-043] edits on a connection keep it, and activity is written at most once a minute', async () => {
    const { read, loginId } = await login('IKD.drafter')
    world.clock.pass(minutesMs(50))
    await world.logins.noteActivity(loginId)
    world.clock.pass(minutesMs(50))
    expect(await read('activity')).not.toBeNull()
    const seen = async () =>
      (await world.database.prisma.login.findUniqueOrThrow({ where: { id: loginId } })).lastSeenAt
    const noted = await seen()
    world.clock.pass(30_000)
    await read('activity')
    expect(await seen()).toEqual(noted)
    world.clock.pass(30_000)
    await read('activity')
    expect(await seen()).toEqual(world.clock.now)
    expect((await read())?.endsAt).toEqual(new Date(world.clock.now.getTime() + hoursMs(1)))
  })

  test('[SEC-047] a person has at most ten; the one that was quiet the longest ends', async () => {
    const first = await login('MQS.head')
    world.clock.pass(1_000)
    for (let more = 0; more < 9; more++) await login('MQS.head')
    expect(await first.read()).not.toBeNull()
    // The seat of the test world is a login of its own, older than all of these.
    await login('MQS.head')
    expect(await first.read()).toBeNull()
    expect(world.revocations).toContainEqual({ scope: 'login', id: first.loginId, reason: 'signed-out' })
  })
})

describe('one’s own logins', () => {
  test('[SEC-046] a person sees where they are signed in, and nobody else’s', async () => {
    const other = await login('RCO.member')
    const { caller, loginId } = await login('RCO.member')
    await login('RCO.head')
    const { logins, email } = await caller.ask(mySecurity, {})
    expect(email).toBe(world.emailOf('RCO.member'))
    expect(logins.map((each) => each.loginId).sort()).toEqual([loginId, other.loginId].sort())
    expect(logins.find((each) => each.loginId === loginId)).toMatchObject({
      device: 'Firefox, Linux',
      startedAt: world.clock.now.toISOString(),
    })
  })

  test('[SEC-046] and ends one of them, but never somebody else’s by its id', async () => {
    const mine = await login('RCO.head')
    const other = await login('RCO.head')
    const foreign = await login('IRR.head')
    await expect(mine.caller.mutate(endLogin, { loginId: foreign.loginId })).rejects.toMatchObject({ kind: 'missing' })
    await expect(mine.caller.mutate(endLogin, { loginId: newId() })).rejects.toMatchObject({ kind: 'missing' })
    expect(await foreign.read()).not.toBeNull()
    await mine.caller.mutate(endLogin, { loginId: other.loginId })
    expect(await other.read()).toBeNull()
    expect(world.revocations).toEqual([{ scope: 'login', id: other.loginId, reason: 'signed-out' }])
  })

  test('[SEC-044] signing out and signing out everywhere else close the connections of exactly those logins', async () => {
    const [one, two, three] = [await login('IRR.member'), await login('IRR.member'), await login('IRR.member')]
    world.revocations.length = 0
    const { ended } = await one.caller.mutate(signOutEverywhere, {})
    expect(ended).toBeGreaterThanOrEqual(2)
    expect(await one.read()).not.toBeNull()
    expect(await two.read()).toBeNull()
    for (const { loginId } of [two, three]) {
      expect(world.revocations).toContainEqual({ scope: 'login', id: loginId, reason: 'signed-out' })
    }
    expect(world.revocations).not.toContainEqual(expect.objectContaining({ id: one.loginId }))
    await one.caller.mutate(signOut, {})
    expect(await one.read()).toBeNull()
    await expect(one.caller.mutate(signOut, {})).rejects.toThrow(refusal('signed-out'))
  })

  test('[ID-13] language and look belong to the person, on every device', async () => {
    const { caller, read } = await login('IKD.notetaker')
    await caller.mutate(setLanguage, { locale: 'ar' })
    await caller.mutate(setAppearance, { theme: 'dark', contrast: 'more', digits: 'arab' })
    expect((await read())?.actor.locale).toBe('ar')
    expect(await world.signIn('IKD.notetaker')).toMatchObject({
      locale: 'ar',
      appearance: { theme: 'dark', contrast: 'more', digits: 'arab' },
    })
  })
})
