import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#app/kernel/ids.server.ts'
import { minutesMs } from '#app/kernel/time.ts'
import * as capacity from '#app/routes/capacity.tsx'
import * as delegation from '#app/routes/delegation.tsx'
import * as invitationLink from '#app/routes/invitation.$token.ts'
import * as invitation from '#app/routes/invitation.tsx'
import * as language from '#app/routes/language.ts'
import * as loginClock from '#app/routes/login-clock.ts'
import * as reauthenticate from '#app/routes/reauthenticate.tsx'
import * as settings from '#app/routes/settings.tsx'
import * as signIn from '#app/routes/sign-in.tsx'
import * as signOut from '#app/routes/sign-out.ts'
import { identityWorld } from '#tests/support/identity.ts'
import { invited, sentence } from '#tests/support/invitations.ts'
import { aVisitor } from '#tests/support/request-context.ts'
import { testPassword } from '#tests/support/seats.ts'

let world: Awaited<ReturnType<typeof identityWorld>>
beforeAll(async () => {
  world = await identityWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.revocations.length = 0
})

async function signedIn(seat: string, path = '/sign-in') {
  const visitor = aVisitor(world)
  const form = { intent: 'identity.signIn', name: world.emailOf(seat), password: testPassword }
  return { visitor, response: await visitor.call(signIn.action, path, { form }) }
}

describe('the sign-in page', () => {
  test('[SEC-041] answers with one login cookie, bound to the host and closed to scripts', async () => {
    const { response } = await signedIn('IKD.head')
    expect(response.status).toBe(302)
    expect(response.headers.get('Location')).toBe('/')
    const cookies = response.headers.getSetCookie().filter((cookie) => cookie.includes('session'))
    expect(cookies).toEqual([
      expect.stringMatching(/^__Host-session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/),
    ])
  })

  test('[ID-8] on a shared computer nothing but the login is kept, until the browser closes', async () => {
    const visitor = aVisitor(world)
    const form = { name: world.emailOf('IKD.head'), password: testPassword, isShared: 'on' }
    const response = await visitor.call(signIn.action, '/sign-in', { form })
    expect([...visitor.jar.keys()].sort()).toEqual(['__Host-session', 'look'])
    expect(response.headers.getSetCookie()[0]).not.toContain('Max-Age')
  })

  test.each([
    ['/agenda?item=4', '/agenda?item=4'],
    ['//evil.example', '/'],
    ['https://evil.example/', '/'],
    ['/\\evil.example', '/'],
  ])('[SEC-085] leads on to %s only on this site', async (next, location) => {
    const { response } = await signedIn('IKD.head', `/sign-in?next=${encodeURIComponent(next)}`)
    expect(response.headers.get('Location')).toBe(location)
  })

  test('[SEC-035] a refusal is the same for a stranger and for a wrong password, and sends no password back', async () => {
    const refusalOf = async (name: string) => {
      const form = { name, password: 'not the password' }
      const response = await aVisitor(world, '198.51.100.1').call(signIn.action, '/sign-in', { form })
      return {
        status: response.status,
        cookies: response.headers.getSetCookie(),
        body: (await response.text()).replace(name, 'NAME'),
      }
    }
    const stranger = await refusalOf('nobody@example.org')
    expect(await refusalOf(world.emailOf('ESM.head'))).toEqual(stranger)
    expect(stranger).toMatchObject({ status: 422, cookies: [] })
    expect(stranger.body).not.toContain('not the password')
  })

  test('[ID-2] shows the conference while there is one, and nothing when there are several', async () => {
    const visitor = aVisitor(world)
    expect(await (await visitor.call(signIn.loader, '/sign-in')).json()).toMatchObject({
      door: { conference: { symbolRoot: 'TSF/PC.1' } },
    })
    expect(await (await visitor.call(signIn.loader, '/sign-in?signed-out')).json()).toMatchObject({
      wasSignedOut: true,
    })
    const { prisma } = world.database
    const { id: _, ...conference } = await prisma.conference.findFirstOrThrow()
    const other = { ...conference, id: newId(), names: { en: 'Another one' }, venue: {} }
    await prisma.conference.create({ data: other })
    expect(await (await visitor.call(signIn.loader, '/sign-in')).json()).toMatchObject({ door: { conference: null } })
    await prisma.conference.delete({ where: { id: other.id } })
  })
})

describe('leaving', () => {
  test('[SEC-048] signing out ends the login and tells the browser to forget what it kept', async () => {
    const { visitor } = await signedIn('IKD.deputy')
    const token = visitor.jar.get('__Host-session') ?? ''
    const response = await visitor.call(signOut.action, '/sign-out', { form: {} })
    expect(response.headers.get('Clear-Site-Data')).toBe('"cache", "storage"')
    expect(visitor.jar.has('__Host-session')).toBe(false)
    expect(await world.logins.authenticate(world.cookieOf(token), 'silent')).toBeNull()
    expect(world.revocations).toEqual([expect.objectContaining({ scope: 'login', reason: 'signed-out' })])
  })

  test('[SEC-081] a link to it changes nothing', async () => {
    const { visitor } = await signedIn('IKD.deputy')
    const response = await visitor.call(signOut.loader, '/sign-out')
    expect(response.headers.get('Location')).toBe('/')
    expect(visitor.jar.has('__Host-session')).toBe(true)
    expect(world.revocations).toEqual([])
  })
})

describe('a link of invitation', () => {
  test('[SEC-029] scanners open it as often as they like; the person still gets in, and the address is clean', async () => {
    const { token } = await invited(await world.as('IKD.head'))
    const path = `/invitation/${token}`
    const params = { token }
    for (let look = 0; look < 5; look++) {
      const scanner = aVisitor(world)
      for (const method of ['HEAD', 'GET'] as const) await scanner.call(invitationLink.loader, path, { method, params })
      await scanner.call(invitation.loader, '/invitation')
    }
    const guest = aVisitor(world)
    const opened = await guest.call(invitationLink.loader, path, { params })
    expect(opened.headers.get('Location')).toBe('/invitation')
    expect(opened.headers.getSetCookie()).toEqual([
      `__Host-invitation=${token}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure`,
    ])
    expect(JSON.stringify(await (await guest.call(invitation.loader, '/invitation')).json())).not.toContain(token)
    const accepted = await guest.call(invitation.action, '/invitation', {
      form: { name: 'Omar Benraissi', password: sentence },
    })
    expect(accepted.headers.get('Location')).toBe('/')
    expect([...guest.jar.keys()]).toContain('__Host-session')
    expect(guest.jar.has('__Host-invitation')).toBe(false)
  })

  test('[SEC-029] without the cookie, and with a malformed token, there is nothing to accept', async () => {
    const guest = aVisitor(world)
    await guest.call(invitationLink.loader, '/invitation/x', { params: { token: "x'; DROP TABLE" } })
    expect(await (await guest.call(invitation.loader, '/invitation')).json()).toMatchObject({
      invitation: { state: 'gone' },
    })
    const response = await guest.call(invitation.action, '/invitation', { form: { name: 'Omar', password: sentence } })
    expect(response.status).toBe(422)
  })

  test('[ID-18] somebody known is led to sign in and back', async () => {
    const { token } = await invited(await world.as('organiser'), {
      email: world.emailOf('MQS.head'),
      role: 'LEGAL_OFFICER',
    })
    const { visitor } = await signedIn('ESM.head')
    await visitor.call(invitationLink.loader, `/invitation/${token}`, { params: { token } })
    expect((await visitor.call(invitation.action, '/invitation', { form: {} })).status).toBe(409)
    await visitor.call(signOut.action, '/sign-out', { form: {} })
    const led = await visitor.call(invitation.action, '/invitation', { form: { name: 'X', password: sentence } })
    expect(led.headers.get('Location')).toBe('/sign-in?next=/invitation')
  })
})

describe('one’s own pages', () => {
  test('[ID-11] choosing a capacity replaces the cookie and leads on', async () => {
    const { visitor } = await signedIn('RCO.head')
    const before = visitor.jar.get('__Host-session')
    const form = { accreditationId: world.accreditation('RCO.head') }
    const same = await visitor.call(capacity.action, '/capacity?next=/agenda', { form })
    expect(same.headers.get('Location')).toBe('/agenda')
    expect(visitor.jar.get('__Host-session')).toBe(before)
    const foreign = await visitor.call(capacity.action, '/capacity', {
      form: { accreditationId: world.accreditation('IRR.head') },
    })
    expect(foreign.status).toBe(404)
  })

  test('[ID-13] the language is kept for the browser, and for the person who is signed in', async () => {
    const stranger = aVisitor(world)
    const led = await stranger.call(language.action, '/language', { form: { locale: 'ar', next: '/sign-in' } })
    expect(led.headers.get('Location')).toBe('/sign-in')
    expect(stranger.jar.get('locale')).toBe('ar')
    expect(
      (
        await stranger.call(language.action, '/language', { form: { locale: 'xx', next: '//evil.example' } })
      ).headers.get('Location'),
    ).toBe('/')
    const { visitor } = await signedIn('RCO.member')
    await visitor.call(language.action, '/language', { form: { locale: 'fr', next: '/' } })
    expect(await (await visitor.call(settings.loader, '/settings')).json()).toMatchObject({ locale: 'fr' })
  })

  test('[ID-7] a changed password comes with a new cookie; a wrong one is said by its field and never sent back', async () => {
    const { visitor } = await signedIn('IRR.member')
    const change = (currentPassword: string) =>
      visitor.call(settings.action, '/settings', {
        form: { intent: 'identity.changePassword', currentPassword, newPassword: sentence },
        headers: { 'Sec-Fetch-Dest': 'document' },
      })
    const wrong = await change('a wrong guess')
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).not.toMatch(/a wrong guess|grey ferry/)
    const before = visitor.jar.get('__Host-session')
    const done = await change(testPassword)
    expect(done.headers.get('Location')).toContain('/settings')
    expect(visitor.jar.get('__Host-session')).not.toBe(before)
    expect((await visitor.call(settings.loader, '/settings')).status).toBe(200)
  })

  test('[ID-11] [EC-1] a form that does not say in which capacity it was filled in changes nothing', async () => {
    const { visitor } = await signedIn('ESM.head')
    const email = 'unsaid@example.org'
    const sent = (acting?: string) =>
      visitor.call(delegation.action, '/delegation', {
        form: { intent: 'identity.invite', email, name: 'N', role: 'DRAFTER', ...(acting ? { acting } : {}) },
      })
    const invitations = () => world.database.prisma.invitation.count({ where: { email } })
    for (const acting of [undefined, '', world.accreditation('IKD.head')]) {
      const response = await sent(acting)
      expect([response.status, (await response.json()).refusal.code]).toEqual([409, 'acting-changed'])
    }
    expect(await invitations()).toBe(0)
    expect((await sent(world.accreditation('ESM.head'))).status).toBe(200)
    expect(await invitations()).toBe(1)
  })

  test('[ID-10] confirming with the password leads back, only within this site', async () => {
    const { visitor } = await signedIn('MQS.deputy')
    const confirm = (path: string) =>
      visitor.call(reauthenticate.action, path, { form: { intent: 'identity.reauthenticate', password: testPassword } })
    expect((await confirm('/reauthenticate?next=/positions')).headers.get('Location')).toBe('/positions')
    const stayed = await confirm('/reauthenticate?next=//evil.example')
    expect(await stayed.json()).toMatchObject({ ok: true })
    expect((await visitor.call(settings.loader, '/settings')).status).toBe(200)
  })

  test('[SEC-043] looking at the clock does not keep a login alive, and saying that one is there does', async () => {
    const { visitor } = await signedIn('MQS.head')
    const endsAt = async (handler: unknown, method: 'GET' | 'POST') => {
      const response = await visitor.call(handler, '/login-clock', method === 'POST' ? { form: {} } : {})
      return Date.parse((await response.json()).endsAt)
    }
    const first = await endsAt(loginClock.loader, 'GET')
    world.clock.pass(minutesMs(30))
    expect(await endsAt(loginClock.loader, 'GET')).toBe(first)
    expect(await endsAt(loginClock.action, 'POST')).toBe(first + minutesMs(30))
    world.clock.pass(minutesMs(61))
    expect(await (await visitor.call(loginClock.loader, '/login-clock')).json()).toMatchObject({ endsAt: null })
    expect((await visitor.call(settings.loader, '/settings')).headers.get('Location')).toBe('/sign-in?next=%2Fsettings')
  })
})
