import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#app/kernel/ids.server.ts'
import { cleaningJobs } from '#server/jobs/cleaning.ts'
import { giveBackLeases, takeLease } from '#server/jobs/lease.ts'
import type { Database } from '#server/store/database.ts'
import { openTestDatabase } from '#tests/support/database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.sql('DELETE FROM lease'))

const take = (holder: string, name = 'job:cleaning') => takeLease(database, name, holder, 60_000)
const timeIsOver = () => database.sql("UPDATE lease SET until = now() - interval '1 second'")

describe('[REL-25] a lease', () => {
  test('[REL-25] is one holder’s until its time is over', async () => {
    expect([await take('a'), await take('b'), await take('a')]).toEqual([true, false, true])
    await timeIsOver()
    expect([await take('b'), await take('a')]).toEqual([true, false])
  })

  test('[REL-25] goes to one of many who reach for it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => take(`holder ${index}`)))
    expect(answers.filter(Boolean)).toHaveLength(1)
    await timeIsOver()
    const again = await Promise.all(Array.from({ length: 12 }, (_, index) => take(`other ${index}`)))
    expect(again.filter(Boolean)).toHaveLength(1)
  })

  test('[REL-25] is given back by its holder and by nobody else', async () => {
    await take('a')
    await giveBackLeases(database, 'b')
    expect(await take('b')).toBe(false)
    await giveBackLeases(database, 'a')
    expect(await take('b')).toBe(true)
  })

  test('different leases have nothing to do with each other', async () => {
    expect([await take('a', 'x'), await take('b', 'y')]).toEqual([true, true])
  })
})

describe('what is only kept for a while', () => {
  const now = new Date('2026-10-21T12:00:00Z')
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const clean = async () => {
    const counts: Record<string, number> = {}
    for (const job of cleaningJobs(database)) counts[job.name] = await job.run(now)
    return counts
  }

  test('goes when its time is over, and not before', async () => {
    const person = { id: newId(), email: 'n@norway.example', name: 'N', createdAt: ago(400) }
    await database.prisma.person.create({ data: person })
    const login = (tokenHash: string, expiresAt: Date, idleUntil: Date) => ({
      id: newId(),
      tokenHash,
      personId: person.id,
      createdAt: ago(9),
      expiresAt,
      idleUntil,
      lastSeenAt: ago(9),
    })
    const logins = [
      login('a'.repeat(64), ago(-1), ago(-1)),
      login('b'.repeat(64), ago(-1), ago(1)),
      login('c'.repeat(64), ago(1), ago(1)),
    ]
    await database.prisma.login.createMany({ data: logins })
    const entry = (effectKey: string, deliveredAt: Date | null) => ({
      id: newId(),
      kind: 'mail',
      payload: {},
      effectKey,
      createdAt: ago(99),
      dueAt: ago(99),
      deliveredAt,
    })
    await database.prisma.outboxEntry.createMany({
      data: [entry('old', ago(31)), entry('new', ago(29)), entry('undelivered', null)],
    })
    const once = (key: string, at: Date) => ({ actorKey: 'x', key, act: 'x', output: {}, at })
    await database.prisma.actOnce.createMany({ data: [once('old', ago(3)), once('new', ago(1))] })
    const invitation = (letter: string, step: string, expiresAt: Date) => ({
      id: newId(),
      tokenHash: letter.repeat(64),
      purpose: 'ORGANISER',
      step,
      personId: person.id,
      email: `${letter}@norway.example`,
      name: 'N',
      invitedBy: person.id,
      invitedAt: ago(99),
      expiresAt,
      settledAt: step === 'OPEN' ? null : ago(98),
    })
    const invitations = [
      invitation('1', 'OPEN', ago(31)),
      invitation('2', 'OPEN', ago(29)),
      invitation('3', 'ACCEPTED', ago(90)),
    ]
    await database.prisma.invitation.createMany({ data: invitations })

    const expected = { 'ended logins': 2, 'delivered outbox entries': 1, 'acts done once': 1, 'expired invitations': 1 }
    expect(await clean()).toMatchObject(expected)
    expect(Object.values(await clean()).every((count) => count === 0)).toBe(true)
    expect(await database.prisma.login.count()).toBe(1)
    expect(await database.prisma.outboxEntry.count()).toBe(2)
  })
})
