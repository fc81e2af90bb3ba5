import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changePassword, mySecurity, reauthenticate, signIn } from '#app/features/identity/contract.ts'
import { hashOfToken } from '#app/features/identity/tokens.server.ts'
import { minutesMs } from '#app/kernel/time.ts'
import { aBrowser, identityWorld } from '#tests/support/identity.ts'
import { testPassword } from '#tests/support/seats.ts'

let world: Awaited<ReturnType<typeof identityWorld>>
beforeAll(async () => {
  world = await identityWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.pass(minutesMs(16))
  world.revocations.length = 0
  await world.database.prisma.signInAttempt.deleteMany()
})

async function tokenOf(seat: string, browser = {}) {
  const result = await world.signIn(seat, { browser })
  if (result.outcome !== 'signed-in') throw new Error(`${seat} was refused`)
  return result
}

describe('signing in', () => {
  test('[ID-1] by e-mail address and password, in the one capacity there is', async () => {
    const result = await tokenOf('IKD.drafter')
    expect(result).toMatchObject({ locale: 'en', mustChoose: false, isShared: false })
    const found = await world.logins.authenticate(world.cookieOf(result.token), 'activity')
    expect(found?.actor).toMatchObject({ name: 'IKD.drafter person', acting: { role: 'DRAFTER', side: 'state' } })
  })

  test('[ID-1] by accreditation number, in the capacity it names', async () => {
    const { prisma } = world.database
    await prisma.accreditation.update({ where: { id: world.accreditation('ESM.head') }, data: { badge: 'ESM-01' } })
    const result = await world.anonymous.mutate(signIn, {
      name: ' esm-01 ',
      password: testPassword,
      browser: aBrowser(),
    })
    expect(result.outcome).toBe('signed-in')
  })

  test('[SEC-027] in a database of its own nobody can sign in, and there is no account that everybody knows', async () => {
    for (const name of ['admin', 'root', 'admin@example.org', 'organiser', '']) {
      const tried = world.anonymous.mutate(signIn, { name, password: 'admin', browser: aBrowser() })
      if (name === '') await expect(tried).rejects.toMatchObject({ kind: 'invalid' })
      else expect(await tried).toMatchObject({ outcome: 'refused', reason: 'wrong' })
    }
  })

  test('[SEC-035] an unknown address, a wrong password, a suspended person and one without a password get one answer', async () => {
    const { prisma } = world.database
    await prisma.person.update({ where: { id: world.person('MQS.notetaker') }, data: { isSuspended: true } })
    await prisma.person.update({
      where: { id: world.person('MQS.drafter') },
      data: { passwordHash: null, passwordSetAt: null },
    })
    const answers = [
      await world.anonymous.mutate(signIn, { name: 'nobody@example.org', password: testPassword, browser: aBrowser() }),
      await world.signIn('MQS.head', { password: 'not the password' }),
      await world.signIn('MQS.notetaker'),
      await world.signIn('MQS.drafter'),
    ]
    for (const answer of answers) expect(answer).toEqual({ outcome: 'refused', reason: 'wrong', waitSeconds: 0 })
  })

  test('[SEC-042] every sign-in has a token of its own, and one brought along is never taken over', async () => {
    const first = await tokenOf('IKD.head')
    const second = await tokenOf('IKD.head')
    expect(second.token).not.toBe(first.token)
    // Somebody planted a cookie: it names no login before and none after.
    const planted = 'p'.repeat(43)
    const caller = world.anonymous
    await world.signIn('IKD.head', { caller })
    expect(await world.logins.authenticate(world.cookieOf(planted), 'activity')).toBeNull()
  })

  test('[SEC-042] signing in as somebody else in the same browser ends the login before it', async () => {
    const { token } = await tokenOf('ESM.deputy')
    const found = await world.logins.authenticate(world.cookieOf(token), 'activity')
    if (!found) throw new Error('not signed in')
    await world.signIn('ESM.drafter', { caller: world.runtime.caller(found.actor) })
    expect(await world.logins.authenticate(world.cookieOf(token), 'activity')).toBeNull()
    expect(world.revocations).toContainEqual({ scope: 'login', id: found.actor.loginId, reason: 'signed-out' })
  })

  test('[SEC-103] a sign-in and a refusal each leave one line in the trail, without a word of what was typed', async () => {
    const lines = () => world.database.prisma.auditLine.findMany({ where: { act: 'identity.signIn' } })
    const before = (await lines()).length
    await world.signIn('IKD.deputy')
    // Looks like an id: the field's name keeps it out of the trail.
    await world.signIn('IKD.deputy', { password: 'abcdefghijklmnopqrstuv' })
    const all = await lines()
    expect(all).toHaveLength(before + 2)
    expect(JSON.stringify(all)).not.toContain('abcdefghijklmnopqrstuv')
    expect(JSON.stringify(all)).not.toContain(testPassword)
  })
})

describe('a storm', () => {
  test('[SEC-034] a hundred and twenty who sign in at once neither fill the database’s line nor hold up who is at work', async () => {
    const drafter = await world.as('IKD.drafter')
    let answered = 0
    const storm = Array.from({ length: 120 }, (_, place) =>
      world
        .signIn('MQS.head', { password: 'a guess', browser: { network: `198.51.${place}.1` } })
        .then(() => 'answered')
        .catch((error: { kind: string; code: string }) => `${error.kind} ${error.code}`)
        .finally(() => {
          answered += 1
        }),
    )
    await drafter.ask(mySecurity, {})
    const turnedAway = 120 - 2 - 50
    expect(answered).toBeLessThan(turnedAway + 10)
    const answers = await Promise.all(storm)
    expect(answers.filter((answer) => answer === 'limited identity/busy')).toHaveLength(turnedAway)
    expect(answers.filter((answer) => answer === 'answered')).toHaveLength(52)
  })
})

describe('the throttle', () => {
  const wrong = (browser = {}) => world.signIn('IKD.notetaker', { password: 'not the password', browser })

  test('[SEC-036] after five failures even the right password waits, and it waits longer each time', async () => {
    for (let failure = 0; failure < 5; failure++) expect(await wrong()).toMatchObject({ reason: 'wrong' })
    expect(await world.signIn('IKD.notetaker')).toEqual({ outcome: 'refused', reason: 'wait', waitSeconds: 30 })
    world.clock.pass(30_000)
    expect(await wrong()).toEqual({ outcome: 'refused', reason: 'wrong', waitSeconds: 60 })
    world.clock.pass(60_000)
    expect(await world.signIn('IKD.notetaker')).toMatchObject({ outcome: 'signed-in' })
  })

  test('[SEC-036] attempts made at the same moment are counted one after the other', async () => {
    const results = await Promise.all(Array.from({ length: 12 }, () => wrong()))
    const reasons = results.map((result) => (result.outcome === 'refused' ? result.reason : 'in'))
    expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(5)
    expect(reasons.filter((reason) => reason === 'wait')).toHaveLength(7)
  })

  test('[SEC-036] a device that signed in before passes, whatever strangers do to the account', async () => {
    const { deviceToken } = await tokenOf('IKD.notetaker')
    for (let failure = 0; failure < 9; failure++) await wrong()
    expect(await world.signIn('IKD.notetaker')).toMatchObject({ reason: 'wait' })
    expect(await world.signIn('IKD.notetaker', { browser: { deviceToken } })).toMatchObject({
      outcome: 'signed-in',
      deviceToken,
    })
    // Known to this account only, and not without limit.
    expect(await world.signIn('IKD.head', { browser: { deviceToken: 'x'.repeat(43) } })).toMatchObject({
      outcome: 'signed-in',
    })
    for (let failure = 0; failure < 5; failure++) await wrong({ deviceToken })
    expect(await world.signIn('IKD.notetaker', { browser: { deviceToken } })).toMatchObject({ reason: 'wait' })
  })

  test('[SEC-036] thirty names tried from one network make it slow and lock nobody behind it out', async () => {
    const { deviceToken } = await tokenOf('RCO.head')
    const guess = (name: string, browser = {}) =>
      world.anonymous.mutate(signIn, { name, password: 'guess', browser: aBrowser(browser) })
    const timed = async (seat: string, browser = {}) => {
      const start = performance.now()
      expect(await world.signIn(seat, { browser })).toMatchObject({ outcome: 'signed-in' })
      return performance.now() - start
    }
    for (let failure = 0; failure < 30; failure++) await guess(`guess-${failure}@example.org`)
    const slowed = await timed('chair')
    expect(slowed).toBeGreaterThan(1_000)
    expect(slowed).toBeLessThan(4_000)
    expect(await timed('secretary', { network: '198.51.100.9' })).toBeLessThan(1_000)
    expect(await timed('RCO.head', { deviceToken })).toBeLessThan(1_000)
  })

  test('[SEC-036] one who mistypes again and again makes nobody else behind that network slow', async () => {
    for (const seat of ['MQS.head', 'MQS.deputy'])
      for (let failure = 0; failure < 18; failure++) {
        await world.signIn(seat, { password: 'not the password' })
        world.clock.pass(20_000)
      }
    const names = await world.database.prisma.signInAttempt.count({ where: { key: hashOfToken('network:192.0.2.7') } })
    expect(names).toBeLessThan(5)
  })

  test('[SEC-036] a stranger’s failures elsewhere do not keep the owner’s new device out, however they are renewed', async () => {
    const stranger = { network: '203.0.113.66' }
    for (let failure = 0; failure < 6; failure++) {
      await wrong(stranger)
      world.clock.pass(30_000 * 2 ** Math.max(0, failure - 4))
    }
    for (let failure = 0; failure < 5; failure++) await wrong(stranger)
    expect(await world.signIn('IKD.notetaker', { browser: stranger })).toMatchObject({ reason: 'wait' })
    expect(await world.signIn('IKD.notetaker', { browser: { network: '198.51.100.20' } })).toMatchObject({
      outcome: 'signed-in',
    })
  })

  test('[SEC-036] guesses at one account from many networks rest it for seconds, never for minutes', async () => {
    for (let failure = 0; failure < 50; failure++) await wrong({ network: `203.0.113.${failure}` })
    const elsewhere = { network: '198.51.100.21' }
    expect(await world.signIn('IKD.notetaker', { browser: elsewhere })).toEqual({
      outcome: 'refused',
      reason: 'wait',
      waitSeconds: 10,
    })
    world.clock.pass(10_000)
    expect(await world.signIn('IKD.notetaker', { browser: elsewhere })).toMatchObject({ outcome: 'signed-in' })
  })

  test('[SEC-036] three hundred failures from everywhere raise one alarm', async () => {
    const { prisma } = world.database
    const everywhere = { key: hashOfToken('everywhere:'), at: world.clock.now }
    await prisma.signInAttempt.createMany({
      data: Array.from({ length: 298 }, (_, index) => ({ id: `${index}`, ...everywhere })),
    })
    const alarms = () => prisma.outboxEntry.count({ where: { kind: 'security-alarm' } })
    await wrong({ network: '203.0.113.1' })
    expect(await alarms()).toBe(0)
    await wrong({ network: '203.0.113.2' })
    await wrong({ network: '203.0.113.3' })
    expect(await alarms()).toBe(1)
  })
})

describe('the password', () => {
  const next = 'the grey ferry leaves at noon'
  const callerOf = async (seat: string, browser = {}) => {
    const { token } = await tokenOf(seat, browser)
    const found = await world.logins.authenticate(world.cookieOf(token), 'activity')
    if (!found) throw new Error('not signed in')
    return { token, caller: world.runtime.caller(found.actor), loginId: found.actor.loginId }
  }

  test('[ID-7] changing it needs the present one, ends every other login and gives this one a new token', async () => {
    const other = await callerOf('ESM.notetaker')
    const own = await callerOf('ESM.notetaker')
    const result = await own.caller.mutate(changePassword, { currentPassword: testPassword, newPassword: next })
    if (result.outcome !== 'done') throw new Error('refused')
    expect(world.revocations).toContainEqual({ scope: 'login', id: other.loginId, reason: 'signed-out' })
    expect(world.revocations).not.toContainEqual(expect.objectContaining({ id: own.loginId }))
    expect(await world.logins.authenticate(world.cookieOf(other.token), 'silent')).toBeNull()
    expect(await world.logins.authenticate(world.cookieOf(own.token), 'silent')).toBeNull()
    expect(await world.logins.authenticate(world.cookieOf(result.token), 'silent')).not.toBeNull()
    expect(await world.signIn('ESM.notetaker')).toMatchObject({ reason: 'wrong' })
    expect(await world.signIn('ESM.notetaker', { password: next })).toMatchObject({ outcome: 'signed-in' })
    expect(await own.caller.ask(mySecurity, {})).toMatchObject({ passwordSetAt: world.clock.now.toISOString() })
  })

  test('[ID-7] a wrong present one changes nothing, and guessing it is throttled', async () => {
    const { caller } = await callerOf('ESM.head')
    const wrong = () => caller.mutate(changePassword, { currentPassword: 'a guess', newPassword: next })
    for (let guess = 0; guess < 5; guess++) expect(await wrong()).toMatchObject({ outcome: 'refused', reason: 'wrong' })
    expect(await caller.mutate(changePassword, { currentPassword: testPassword, newPassword: next })).toMatchObject({
      reason: 'wait',
    })
    // Somebody at an unlocked screen does not lock the owner out elsewhere.
    expect(await world.signIn('ESM.head')).toMatchObject({ outcome: 'signed-in' })
  })

  test('[SEC-033] a new one that is too short or well known is refused at its field, with the reason', async () => {
    const { caller } = await callerOf('ESM.head')
    const change = (newPassword: string) =>
      caller.mutate(changePassword, { currentPassword: testPassword, newPassword })
    await expect(change('too short')).rejects.toMatchObject({
      fields: [{ path: 'newPassword', code: 'identity/password-short' }],
    })
    await expect(change('Test Planning Conference')).rejects.toMatchObject({
      fields: [{ code: 'identity/password-context' }],
    })
    await expect(change('Estmark Estmark 2026')).rejects.toMatchObject({ kind: 'invalid' })
    await expect(change(testPassword)).rejects.toMatchObject({ fields: [{ code: 'identity/password-same' }] })
  })

  test('[ID-10] [SEC-042] proving it again renews the proof and the token, and the login goes on', async () => {
    const { caller, token, loginId } = await callerOf('IKD.head')
    world.clock.pass(minutesMs(11))
    const result = await caller.mutate(reauthenticate, { password: testPassword })
    if (result.outcome !== 'done') throw new Error('refused')
    expect(await world.logins.authenticate(world.cookieOf(token), 'silent')).toBeNull()
    const found = await world.logins.authenticate(world.cookieOf(result.token), 'silent')
    expect(found?.actor).toMatchObject({ loginId, reauthenticatedAt: world.clock.now })
    expect(world.revocations).toEqual([])
    expect(await caller.mutate(reauthenticate, { password: 'wrong' })).toMatchObject({ outcome: 'refused' })
  })
})
