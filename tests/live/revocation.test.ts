import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { confirmAccess } from '#server/access.ts'
import { documents } from '#server/live/documents.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { eventually } from '#tests/support/eventually.ts'
import { connect, type OpenPaper, openPaper, tryOpen } from '#tests/support/live-client.ts'
import { aLiveDesk, contextOf, type LiveDesk } from '#tests/support/live-desk.ts'

let desk: LiveDesk
let now = 0
let isDatabaseSilent = false
beforeAll(async () => {
  desk = await aLiveDesk({
    clock: () => now + performance.now(),
    confirm: async (keys) => {
      if (isDatabaseSilent) throw new Error('no answer')
      return confirmAccess(desk.database, keys, new Date())
    },
  })
})
afterAll(() => desk.close())

const sit = async (seat: string, paper: string) => openPaper(await connect(desk, seat), paper)
const ended = (paper: OpenPaper) => new Promise((resolve) => paper.socket.once('revoked', resolve))
const gone = (paper: OpenPaper) => eventually(() => expect(paper.socket.connected).toBe(false))

test('[LE-18] [SEC-044] a revocation closes the sockets it concerns within a second and no others', async () => {
  const paper = await desk.paper('IKD')
  const drafters = await Promise.all(Array.from({ length: 20 }, () => sit('IKD.drafter', paper)))
  const others = await Promise.all(
    Array.from({ length: 40 }, (_, place) => sit(place % 2 ? 'IKD.head' : 'IKD.deputy', paper)),
  )
  const before = desk.events.length
  desk.live.revoke([{ scope: 'accreditation', id: desk.seat('IKD.drafter').accreditationId, reason: 'access-changed' }])
  await eventually(() => expect(drafters.every(({ socket }) => !socket.connected)).toBe(true))
  const [done] = desk.events.slice(before).filter(({ kind }) => kind === 'revoked')
  expect(done).toMatchObject({ connections: 20, ms: expect.any(Number) })
  expect(done?.kind === 'revoked' && done.ms).toBeLessThan(1_000)
  const heard = drafters.map((each) => each.heard.length)
  const [first] = others
  await first?.type('After.')
  await eventually(() => expect(others.every(({ text }) => text.includes('After.'))).toBe(true))
  expect(drafters.map((each) => each.heard.length)).toEqual(heard)
  expect(others.every(({ socket }) => socket.connected)).toBe(true)
  for (const { socket } of others) socket.disconnect()
})

test.each([
  ['login', 'signed-out', 'signed-out'],
  ['person', 'access-changed', 'access'],
  ['accreditation', 'acting-changed', 'acting-changed'],
  ['delegation', 'access-changed', 'access'],
  ['conference', 'closed', 'access'],
] as const)('[SEC-044] by %s', async (scope, reason, code) => {
  const paper = await desk.paper('IKD')
  const drafter = await sit('IKD.drafter', paper)
  const bystander = scope === 'conference' ? null : await sit('ESM.head', await desk.paper('ESM'))
  const { loginId, personId, accreditationId } = desk.seat('IKD.drafter')
  const ids = {
    login: loginId,
    person: personId,
    accreditation: accreditationId,
    delegation: desk.delegation('IKD'),
    conference: desk.conferenceId,
  }
  const told = ended(drafter)
  desk.live.revoke([{ scope, id: ids[scope], reason }])
  expect(await told).toEqual({ scope: 'login', code })
  await gone(drafter)
  if (bystander) expect((await bystander.type('x')).kind).toBe('saved')
  bystander?.socket.disconnect()
})

test('[SEC-044] a revocation that names nothing is an error, not everybody', () => {
  expect(() => desk.live.revoke([{ scope: 'person', id: '', reason: 'signed-out' }])).toThrow()
})

describe('[SEC-045] a revocation whose message was lost', () => {
  const raise = (seat: string) =>
    desk.database.prisma.accreditation.update({
      where: { id: desk.seat(seat).accreditationId },
      data: { epoch: { increment: 1 } },
    })

  test('[SEC-045] lets no edit through: the commit itself checks', async () => {
    const paper = await desk.paper('IKD')
    const [drafter, head] = [await sit('IKD.drafter', paper), await sit('IKD.head', paper)]
    await raise('IKD.drafter')
    const told = ended(drafter)
    void drafter.type('Too late.')
    expect(await told).toEqual({ scope: 'login', code: 'access' })
    await gone(drafter)
    expect((await head.type('x')).kind).toBe('saved')
    expect(head.text).not.toContain('Too late')
    head.socket.disconnect()
  })

  test.each([
    ['the access epoch rose', 'access', () => raise('IKD.drafter')],
    [
      'the person was suspended',
      'access',
      () =>
        desk.database.prisma.person.update({
          where: { id: desk.seat('IKD.drafter').personId },
          data: { isSuspended: true },
        }),
    ],
    [
      'the login ran out',
      'signed-out',
      () =>
        desk.database.prisma.login.update({
          where: { id: desk.seat('IKD.drafter').loginId },
          data: { idleUntil: new Date(Date.now() - 1) },
        }),
    ],
    [
      'the login is gone',
      'signed-out',
      () => desk.database.prisma.login.deleteMany({ where: { id: desk.seat('IKD.drafter').loginId } }),
    ],
  ] as const)('[SEC-045] is found by the sweep when %s, and answered with %s', async (_name, code, take) => {
    const paper = await desk.paper('IKD')
    await desk.database.prisma.person.updateMany({ data: { isSuspended: false } })
    await desk.database.prisma.login.updateMany({ data: { idleUntil: new Date(Date.now() + 3_600_000) } })
    const [drafter, head] = [await sit('IKD.drafter', paper), await sit('IKD.head', paper)]
    const told = ended(drafter)
    await take()
    await desk.live.sweep.run()
    expect(await told).toEqual({ scope: 'login', code })
    await gone(drafter)
    expect(head.socket.connected).toBe(true)
    head.socket.disconnect()
  })
})

describe('[SEC-063] access to one document', () => {
  const asHead = async (work: Parameters<typeof inTransaction<void>>[2]) =>
    inTransaction(desk.database, contextOf(await desk.actor('ESM.head')), work)

  test('[SEC-063] when it is closed, everybody in it may read and nobody write, and when it is opened again they may', async () => {
    const paper = await desk.paper('ESM')
    const [head, drafter] = [await sit('ESM.head', paper), await sit('ESM.drafter', paper)]
    await asHead((tx) => documents.close(tx, paper, 'tabled'))
    desk.live.revoke([{ scope: 'document', id: paper, reason: 'closed' }])
    await eventually(() => expect(drafter.heardOf('notice')).toMatchObject([{ notice: 'read-only', reason: 'closed' }]))
    expect(await head.type('x')).toMatchObject({ kind: 'refused', code: 'closed' })
    expect(head.socket.connected && drafter.socket.connected).toBe(true)
    await asHead((tx) => documents.reopen(tx, paper))
    desk.live.revoke([{ scope: 'document', id: paper, reason: 'access-changed' }])
    await eventually(() => expect(drafter.heardOf('notice').at(-1)).toMatchObject({ notice: 'writable' }))
    expect((await drafter.type('y')).kind).toBe('saved')
    for (const { socket } of [head, drafter]) socket.disconnect()
  })

  test('[SEC-063] who may not open it any more is shown out of it and of nothing else', async () => {
    const [paper, other] = [await desk.paper('ESM'), await desk.paper('ESM')]
    const [head, drafter] = [await sit('ESM.head', paper), await sit('ESM.drafter', paper)]
    await asHead((tx) => documents.accessChanged(tx, paper))
    desk.allow('ESM.drafter', { access: 'none', caret: 'none' })
    desk.live.revoke([{ scope: 'document', id: paper, reason: 'access-changed' }])
    await eventually(() => expect(drafter.heardOf('revoked')).toMatchObject([{ scope: 'room', code: 'access' }]))
    const heard = drafter.heard.length
    expect((await head.type('Private again.')).kind).toBe('saved')
    expect(drafter.heard.length).toBe(heard)
    expect(await tryOpen(drafter.socket, paper)).toEqual({ code: 'missing' })
    desk.allow('ESM.drafter', { access: 'write', caret: 'person' })
    expect((await (await openPaper(drafter.socket, other)).type('x')).kind).toBe('saved')
    for (const { socket } of [head, drafter]) socket.disconnect()
  })

  test('[SEC-063] an edit admitted before access changed is refused even when the message is lost', async () => {
    const paper = await desk.paper('ESM')
    const drafter = await sit('ESM.drafter', paper)
    await asHead((tx) => documents.accessChanged(tx, paper))
    expect(await drafter.type('x')).toMatchObject({ kind: 'refused', code: 'reopen' })
    drafter.socket.disconnect()
  })
})

test('[SEC-045] when the database does not answer, writing stops after a minute and everything closes after five', async () => {
  const paper = await desk.paper('MQS')
  const head = await sit('MQS.head', paper)
  await desk.live.sweep.run()
  isDatabaseSilent = true
  now += 59_000
  await desk.live.sweep.run()
  expect(head.heardOf('notice')).toEqual([])
  now += 2_000
  await desk.live.sweep.run()
  await eventually(() => expect(head.heardOf('notice')).toMatchObject([{ notice: 'read-only', reason: 'unconfirmed' }]))
  expect(await head.type('x')).toMatchObject({ kind: 'refused', code: 'unconfirmed' })
  isDatabaseSilent = false
  await desk.live.sweep.run()
  await eventually(() => expect(head.heardOf('notice').at(-1)).toMatchObject({ notice: 'writable' }))
  isDatabaseSilent = true
  const told = ended(head)
  now += 301_000
  await desk.live.sweep.run()
  expect(await told).toEqual({ scope: 'login', code: 'unconfirmed' })
  await gone(head)
})
