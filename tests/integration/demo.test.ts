import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agendaBoard, deskView, itemView, programmeView, todayView } from '#app/features/agenda/contract.ts'
import { ownDelegation, people, roster, shellView } from '#app/features/conference/contract.ts'
import { demoPassphrase, demoSignIns } from '#app/features/demo/sign-ins.ts'
import {
  draftComparison,
  draftList,
  draftView,
  revisionView,
  tabledList,
  tabledView,
  tablingReview,
} from '#app/features/drafts/contract.ts'
import { forceBoard, forceOwn, offerView } from '#app/features/force/contract.ts'
import { loadActor } from '#app/features/identity/actor.server.ts'
import { demoLogin } from '#app/features/identity/demonstration.server.ts'
import { createPasswords } from '#app/features/identity/passwords.server.ts'
import { publication, recordList, recordView } from '#app/features/minutes/contract.ts'
import { notesOnItem } from '#app/features/notes/contract.ts'
import type { Caller } from '#app/kernel/caller.ts'
import { isDomainError } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { loadDemonstration } from '#server/demo/loader.ts'
import { documents } from '#server/documents.ts'
import { registry } from '#server/features.ts'
import { refuseDemonstration } from '#server/real-installation.ts'
import { createRuntime } from '#server/runtime.ts'
import type { Database } from '#server/store/database.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { demoSecrets } from '#tests/support/demo-secrets.ts'

const now = new Date('2027-03-02T14:37:00.000Z')
let database: Database
let runtime: ReturnType<typeof createRuntime>
const said: string[] = []

beforeAll(async () => {
  database = await openTestDatabase()
  await loadDemonstration(database, (line) => void said.push(line), now)
  runtime = createRuntime({
    database,
    registry,
    documents,
    now: () => now,
    onChanged: () => {},
    onRevoked: () => {},
    onOutbox: () => {},
  })
}, 180_000)
afterAll(() => database.close())

/** Signed in in the place with this number. */
const as = async (badge: string): Promise<Caller> => {
  const actor = await inTransaction(database, 'engine', async (tx) => {
    const place = await tx.accreditation.findFirstOrThrow({ where: { badge } })
    return loadActor(tx, await demoLogin(tx, { personId: place.personId, accreditationId: place.id }, now), now)
  })
  return runtime.caller(must(actor))
}

describe('the demonstration conference', () => {
  test('[DM-1] is the whole cast, imported', async () => {
    const { prisma } = database
    const kinds = await prisma.delegation.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } })
    expect(kinds.map(({ kind, _count }) => [kind, _count])).toEqual([
      ['OBSERVER', 2],
      ['STATE', 26],
    ])
    expect(await prisma.accreditation.count({ where: { delegationId: { not: null } } })).toBe(114)
    expect(await prisma.accreditation.count({ where: { side: 'secretariat' } })).toBe(14)
    const members = await prisma.accreditation.findMany({
      where: { delegationId: { not: null } },
      distinct: ['personId'],
    })
    expect(members).toHaveLength(113)
    expect([await prisma.agendaItem.count(), await prisma.meeting.count(), await prisma.room.count()]).toEqual([
      18, 9, 5,
    ])
    const { delegations } = await (await as('SEC-05')).ask(roster, {})
    expect(delegations.slice(0, 3).map(({ code }) => code)).toEqual(['LRV', 'MQS', 'NRV'])
    expect(delegations.slice(-2).map(({ code }) => code)).toEqual(['IRR', 'RCO'])
  })

  test('[DM-2] stands where the story stops: items, meetings, adoption', async () => {
    const board = await (await as('SEC-05')).ask(agendaBoard, {})
    expect(board.agenda).toMatchObject({ step: 'ADOPTED', symbol: 'TSF/PC.1/1/Rev.1' })
    const steps = Object.fromEntries(board.items.map(({ number, step }) => [number, step]))
    expect(steps).toEqual({
      '1': 'CLOSED',
      '2': 'CLOSED',
      '3': 'CLOSED',
      '4': 'SUSPENDED',
      '5': 'CLOSED',
      '6': 'OPEN',
      '6(a)': 'CLOSED',
      '6(b)': 'CLOSED',
      '6(c)': 'OPEN',
      '7': 'OPEN',
      '7(a)': 'CLOSED',
      '7(b)': 'OPEN',
      '7(c)': 'PENDING',
      '8': 'PENDING',
      '9': 'PENDING',
      '10': 'PENDING',
      '11': 'PENDING',
      '12': 'PENDING',
    })
    expect(board.meetings.map(({ step }) => step).sort()).toEqual([
      ...Array(5).fill('CLOSED'),
      'OPEN',
      'OPEN',
      'SCHEDULED',
      'SCHEDULED',
    ])
  })

  test('[DM-3] is moved to the moment of creation, with the times in its sentences', async () => {
    const board = await (await as('SEC-05')).ask(agendaBoard, {})
    const open = must(board.items.find(({ number }) => number === '7(b)'))
    // Resumed four minutes before the scene is frozen, at five minutes' precision: 14:35.
    expect(open.clock.runningSince).toBe('2027-03-02T14:31:00.000Z')
    const shell = await (await as('SEC-05')).ask(shellView, {})
    expect(shell.conference).toMatchObject({ startsOn: '2027-03-01', endsOn: '2027-03-02', isDemo: true })
    const { announcements } = await (await as('RCO-01')).ask(todayView, {})
    expect(announcements.map(({ texts }) => texts.en)).toEqual([
      'Silence on TSF/PC.1/L.1/Rev.1 ends at 20:15 venue time.',
    ])
  })

  test('[DM-4] holds tabled and issued texts under their symbols', async () => {
    const { texts } = await (await as('IKD-01')).ask(tabledList, {})
    expect(texts.map(({ symbol }) => symbol).sort()).toEqual([
      'TSF/PC.1/WG.1/CRP.1',
      'TSF/PC.1/WG.1/CRP.1/Rev.1',
      'TSF/PC.1/WG.1/CRP.1/Rev.2',
      ...[2, 3, 4, 5, 6].map((number) => `TSF/PC.1/WG.1/CRP.${number}`),
      'TSF/PC.1/WG.2/CRP.1',
      'TSF/PC.1/WG.2/CRP.1/Rev.1',
      ...[2, 3, 4].map((number) => `TSF/PC.1/WG.2/CRP.${number}`),
    ])
    expect((await (await as('RCO-01')).ask(tabledList, {})).texts).toHaveLength(1)
  })

  test('[DM-4] a later hand changes a few words, and the journal knows whose they are', async () => {
    const chair = await as('SEC-03')
    const { shared } = await chair.ask(draftList, {})
    const draft = must(shared.find(({ title }) => title.startsWith('Draft conclusions')))
    const { difference } = await chair.ask(draftComparison, { draftId: draft.draftId, from: 3, to: 0 })
    expect(JSON.stringify(difference)).toContain('the main')
    const iskandra = await as('IKD-01')
    const itemId = must((await iskandra.ask(agendaBoard, {})).items.find(({ number }) => number === '7(b)')).itemId
    const { notes } = await iskandra.ask(notesOnItem, { itemId })
    const note = must(notes.find(({ scope }) => scope === 'DELEGATION')?.documentId)
    const authors = await database.prisma.liveUpdate.findMany({
      where: { documentId: note },
      distinct: ['accreditationId'],
    })
    expect(authors.filter(({ accreditationId }) => accreditationId)).toHaveLength(3)
  })

  test('[DM-5] holds a published record with what observers do not read left out, and one that is circulated', async () => {
    const observer = await as('RCO-01')
    const { records } = await observer.ask(recordList, {})
    expect(records.map(({ symbol, step }) => [symbol, step])).toEqual([['TSF/PC.1/WG.1/SR.1', 'PUBLISHED']])
    const { shown, masthead } = await observer.ask(recordView, { minutesId: must(records[0]).minutesId })
    const paragraphs = shown.kind === 'edition' ? shown.paragraphs : []
    const numbered = paragraphs.filter(({ label }) => label !== null)
    expect(numbered.map(({ label }) => label)).toEqual(Array.from({ length: 27 }, (_, index) => String(index + 1)))
    expect(paragraphs.filter(({ label }) => label === null)).toHaveLength(3)
    expect(numbered.flatMap(({ label, blocks }) => (blocks ? [] : [Number(label)]))).toEqual([
      13, 15, 16, 18, 19, 20, 21, 26,
    ])
    expect([masthead.present.length, masthead.observers.map(({ code }) => code)]).toEqual([25, ['IRR']])
    expect(JSON.stringify(paragraphs[0])).toContain('called to order at 20:20.')
    const all = await (await as('SEC-05')).ask(recordList, {})
    expect(all.records.map(({ symbol, step }) => [symbol, step]).sort()).toEqual([
      ['TSF/PC.1/SR.2', 'CIRCULATED'],
      ['TSF/PC.1/WG.1/SR.1', 'PUBLISHED'],
    ])
  })

  test('[DM-6] lets everybody in with the one passphrase, and no real installation starts on it', async () => {
    const { prisma } = database
    expect(await prisma.login.count({ where: { device: 'demonstration', createdAt: { lt: now } } })).toBe(0)
    for (const { email, name } of demoSignIns()) {
      const person = await prisma.person.findUniqueOrThrow({ where: { email } })
      expect([person.name, person.isDemo]).toEqual([name, true])
    }
    const { passwordHash } = await prisma.person.findFirstOrThrow()
    expect((await createPasswords().verify(passwordHash, demoPassphrase)).matches).toBe(true)
    expect(await prisma.person.count({ where: { OR: [{ passwordHash: null }, { isDemo: false }] } })).toBe(0)
    await expect(refuseDemonstration(database)).rejects.toThrow('demonstration conference')
  })

  test('[DM-7] is left alone by a second start', async () => {
    const before = await database.prisma.auditLine.count()
    await loadDemonstration(database, () => {}, now)
    expect(await database.prisma.auditLine.count()).toBe(before)
    expect(said.at(-1)).toContain('is ready')
  })

  test('[DM-7] one that was interrupted is refused in words', async () => {
    const other = await openTestDatabase()
    const half = { id: 'half', email: 'half@way.example', name: 'Half', isDemo: true, createdAt: now }
    await other.prisma.person.create({ data: half })
    await expect(loadDemonstration(other, () => {}, now)).rejects.toThrow('was interrupted')
    await other.close()
  })
})

/** Whatever a refusal says, as text: it may hold nothing either. */
async function answerTo(asking: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await asking)
  } catch (error) {
    if (!isDomainError(error)) throw error
    return error.sentence
  }
}

describe('what must never leak', () => {
  test('[SEC-012] the secrets are there, for those whose they are', async () => {
    expect(demoSecrets.length).toBeGreaterThan(20)
    const iskandra = await as('IKD-02')
    const own = demoSecrets.filter(({ owner }) => owner === 'IKD')
    const answers = await everythingPrivate(iskandra)
    expect(own.filter(({ text }) => !answers.includes(JSON.stringify(text).slice(1, -1)))).toEqual([])
  })

  test('[SEC-012] [SEC-013] no other delegation, no office and no observer is sent a word of them', async () => {
    const seats = await database.prisma.accreditation.findMany({
      where: { OR: [{ role: { in: ['HEAD', 'OBSERVER_HEAD'] } }, { side: 'secretariat' }, { badge: 'IKD-02' }] },
      select: { badge: true },
    })
    for (const badge of seats.flatMap((seat) => seat.badge ?? [])) {
      const caller = await as(badge)
      const own = badge.split('-')[0]
      const others = demoSecrets.filter(({ owner }) => owner !== own && owner !== badge)
      const answers = (await everythingPrivate(caller)) + (isOnePerSide(badge) ? await everythingOfASide(caller) : '')
      expect(others.filter(({ text }) => answers.includes(JSON.stringify(text).slice(1, -1)))).toEqual([])
    }
  }, 180_000)
})

const isOnePerSide = (badge: string) => ['SEC-05', 'ZMR-01', 'RCO-01'].includes(badge)

async function everythingPrivate(caller: Caller): Promise<string> {
  const { prisma } = database
  const items = await prisma.agendaItem.findMany({ where: { number: { in: ['6(c)', '7(b)'] } } })
  const drafts = await prisma.draft.findMany({ include: { revisions: true } })
  const answers = [
    answerTo(caller.ask(draftList, {})),
    answerTo(caller.ask(ownDelegation, {})),
    answerTo(caller.ask(recordList, {})),
    answerTo(caller.ask(forceBoard, {})),
    answerTo(caller.ask(forceOwn, {})),
  ]
  for (const { id } of await prisma.forceOffer.findMany())
    answers.push(answerTo(caller.ask(offerView, { offerId: id })))
  for (const { id } of items) answers.push(answerTo(caller.ask(notesOnItem, { itemId: id })))
  for (const { id, revisions } of drafts) {
    answers.push(answerTo(caller.ask(draftView, { draftId: id })))
    for (const revision of revisions) {
      answers.push(answerTo(caller.ask(revisionView, { draftId: id, number: revision.number })))
      answers.push(answerTo(caller.ask(tablingReview, { draftId: id, revisionId: revision.id })))
    }
  }
  return (await Promise.all(answers)).join('\n')
}

async function everythingOfASide(caller: Caller): Promise<string> {
  const { prisma } = database
  const items = await prisma.agendaItem.findMany()
  const texts = await prisma.tabledText.findMany()
  const minutes = await prisma.minutes.findMany()
  const lists = [agendaBoard, programmeView, todayView, deskView, tabledList, people, roster, shellView] as const
  const answers = [
    ...lists.map((query) => answerTo(caller.ask(query, {}))),
    ...items.map(({ id }) => answerTo(caller.ask(itemView, { itemId: id }))),
    ...texts.map(({ symbol }) => answerTo(caller.ask(tabledView, { symbol }))),
    ...minutes.flatMap(({ id }) => [
      answerTo(caller.ask(recordView, { minutesId: id })),
      answerTo(caller.ask(publication, { minutesId: id })),
    ]),
  ]
  return (await Promise.all(answers)).join('\n')
}
