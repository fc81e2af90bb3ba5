import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { people } from '#app/features/conference/contract.ts'
import { conferenceFile } from '#app/features/imports/conference-file.ts'
import {
  conferenceFileView,
  confirmImport,
  discardImport,
  importPreview,
  importStart,
  receiveImport,
} from '#app/features/imports/contract.ts'
import { exampleFile } from '#app/features/imports/example-file.ts'
import { isDomainError } from '#app/kernel/errors.ts'
import { conferenceFiles, inOneOrder } from '#tests/builders/conference-files.ts'
import { aFile, confirm, sendFile } from '#tests/support/imports.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())
// Whoever imports acts in the new conference from then on; each test begins in the old one.
beforeEach(async () => {
  const accreditationId = world.accreditation('organiser')
  await world.database.prisma.login.update({ where: { id: world.login('organiser') }, data: { accreditationId } })
})

const rowsInAll = async () => {
  const { prisma } = world.database
  const tables = [prisma.conference, prisma.delegation, prisma.person, prisma.accreditation, prisma.room, prisma.body]
  const more = [prisma.agendaItem, prisma.meeting, prisma.programmeSlot]
  const counts = [...tables, ...more].map((table) => (table.count as () => Promise<number>)())
  return Promise.all(counts)
}

const theFile = async () => {
  const { text } = await (await world.as('organiser')).ask(conferenceFileView, {})
  const file = conferenceFile.parse(JSON.parse(text))
  // Whoever imported is in it as well.
  return inOneOrder({ ...file, people: file.people.filter(({ email }) => !email.startsWith('organiser@')) })
}

describe('a conference file', () => {
  test('[IM-1] the example becomes a conference in which its sender is the organiser', async () => {
    const organiser = await world.as('organiser')
    const preview = await sendFile(organiser, exampleFile)
    expect(preview.problems).toEqual([])
    expect(preview.counts).toMatchObject({ states: 2, observers: 1, people: 5, accreditations: 6, secretariat: 2 })
    expect(preview.counts).toMatchObject({ rooms: 1, bodies: 2, items: 2, subItems: 1, meetings: 2, slots: 2 })
    const before = await rowsInAll()
    const { conferenceId } = await confirm(organiser, preview)
    expect(await rowsInAll()).not.toEqual(before)
    const now = await world.as('organiser')
    expect(now.actor).toMatchObject({ acting: { conferenceId, role: 'ORGANISER' } })
    const { delegations } = await now.ask(people, {})
    expect(delegations.map(({ code, members }) => [code, members.length])).toEqual([
      ['STG', 1],
      ['IKD', 2],
      ['RCO', 1],
    ])
  })

  test('[IM-3] what was generated, written to a file and imported is what comes back', async () => {
    await fc.assert(
      fc.asyncProperty(conferenceFiles, async (file) => {
        const organiser = await world.as('organiser')
        const preview = await sendFile(organiser, file)
        expect(preview.problems).toEqual([])
        await confirm(organiser, preview)
        expect(await theFile()).toEqual(inOneOrder(file))
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  test('[IM-10] an importer whom the file names as organiser has one seat, with its number and bodies', async () => {
    const organiser = await world.as('organiser')
    const { email } = await world.database.prisma.person.findUniqueOrThrow({ where: { id: world.person('organiser') } })
    const own = {
      name: 'Any',
      email,
      accreditations: [{ role: 'ORGANISER' as const, bodies: ['PL'], badge: 'SEC-07' }],
    }
    const preview = await sendFile(organiser, { ...exampleFile, people: [...(exampleFile.people ?? []), own] })
    const { conferenceId } = await confirm(organiser, preview)
    const seats = await world.database.prisma.accreditation.findMany({
      where: { conferenceId, personId: world.person('organiser') },
    })
    expect(seats.map(({ role, badge, bodyIds }) => [role, badge, bodyIds.length])).toEqual([['ORGANISER', 'SEC-07', 1]])
  })
})

describe('people who are known', () => {
  test('[IM-11] keep their name, their language and their sign-in', async () => {
    const organiser = await world.as('organiser')
    const before = await world.database.prisma.person.findUniqueOrThrow({ where: { id: world.person('IKD.head') } })
    const known = {
      name: 'Somebody Else',
      email: before.email.toUpperCase(),
      language: 'ar' as const,
      accreditations: [{ delegation: 'RCO', role: 'OBSERVER' as const }],
    }
    await confirm(
      organiser,
      await sendFile(organiser, { ...exampleFile, people: [...(exampleFile.people ?? []), known] }),
    )
    expect(await world.database.prisma.person.findUniqueOrThrow({ where: { id: before.id } })).toEqual(before)
    expect(await world.database.prisma.accreditation.count({ where: { personId: before.id } })).toBe(2)
  })
})

describe('all or nothing', () => {
  test('[IM-2] nothing is written while something has to be corrected', async () => {
    const organiser = await world.as('organiser')
    const before = await rowsInAll()
    const [first, ...others] = exampleFile.delegations ?? []
    const preview = await sendFile(organiser, {
      ...exampleFile,
      delegations: [...(first ? [{ ...first, timeZone: 'Mars/Olympus' }] : []), ...others],
    })
    expect(preview.problems.map(({ code }) => code)).toEqual(['imports/time-zone'])
    await expect(confirm(organiser, preview)).rejects.toThrow(refusal('imports/still-to-correct'))
    expect(await rowsInAll()).toEqual(before)
    expect((await organiser.ask(importPreview, { uploadId: preview.uploadId })).problems).toHaveLength(1)
  })

  test('[IM-2] pressed twice it is written once', async () => {
    const organiser = await world.as('organiser')
    const preview = await sendFile(organiser, exampleFile)
    const before = await world.database.prisma.conference.count()
    const outcomes = await Promise.allSettled([confirm(organiser, preview), confirm(organiser, preview)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await world.database.prisma.conference.count()).toBe(before + 1)
  })

  test('[IM-2] [IM-5] whatever is broken in a file, nothing is written and it is refused in words', async () => {
    const sound = JSON.stringify(exampleFile, null, 1)
    const organiser = await world.as('organiser')
    const before = await rowsInAll()
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: sound.length - 1 }),
        fc.integer({ min: 0, max: 40 }),
        fc.string({ unit: 'binary', maxLength: 12 }),
        async (at, length, junk) => {
          const broken = sound.slice(0, at) + junk + sound.slice(at + length)
          try {
            const preview = await sendFile(organiser, broken)
            if (preview.problems.length > 0) await expect(confirm(organiser, preview)).rejects.toThrow()
          } catch (error) {
            if (!isDomainError(error)) throw error
            expect(error.sentence).not.toBe('')
          }
        },
      ),
      { numRuns: 60 },
    )
    expect(await rowsInAll()).toEqual(before)
  }, 120_000)
})

describe('files on their way in', () => {
  test('[IM-7] [SEC-004] are there for their sender alone', async () => {
    const preview = await sendFile(await world.as('organiser'), exampleFile)
    const { uploadId } = preview
    for (const other of ['secretary', 'IKD.head', 'RCO.head'] as const) {
      const caller = await world.as(other)
      await expect(caller.ask(importPreview, { uploadId })).rejects.toThrow(refusal('missing'))
      await expect(caller.mutate(confirmImport, { uploadId })).rejects.toThrow(refusal('missing'))
      await expect(caller.mutate(discardImport, { uploadId })).rejects.toThrow(refusal('missing'))
    }
    await expect(world.anonymous.ask(importPreview, { uploadId })).rejects.toThrow(refusal('signed-out'))
  })

  test('[IM-7] are gone after an hour, when they are replaced and when they are thrown away', async () => {
    const organiser = await world.as('organiser')
    const first = await sendFile(organiser, exampleFile)
    const second = await sendFile(organiser, exampleFile)
    await expect(organiser.ask(importPreview, { uploadId: first.uploadId })).rejects.toThrow(refusal('missing'))
    expect((await organiser.ask(importStart, {})).pending?.uploadId).toBe(second.uploadId)
    await organiser.mutate(discardImport, { uploadId: second.uploadId })
    expect((await organiser.ask(importStart, {})).pending).toBeNull()

    const third = await sendFile(organiser, exampleFile)
    const before = world.clock.now
    world.clock.pass(60 * 60_000)
    await expect(organiser.ask(importPreview, { uploadId: third.uploadId })).rejects.toThrow(refusal('missing'))
    await expect(organiser.mutate(confirmImport, { uploadId: third.uploadId })).rejects.toThrow(refusal('missing'))
    world.clock.now = before
  })

  test('[IM-7] what was typed about a new conference is kept with them, however often files are chosen again', async () => {
    const organiser = await world.as('organiser')
    const conference = {
      names: { en: 'Second Planning Conference', fr: 'Deuxième conférence' },
      shortName: 'SPC',
      symbolRoot: 'SPC/1',
      kind: 'INITIAL_PLANNING_CONFERENCE',
      venueName: 'Harbour Hall',
      city: 'Doha',
      timeZone: 'Asia/Qatar',
      startsOn: '2026-11-02',
      endsOn: '2026-11-05',
      quorum: 'HALF',
    } as const
    for (const text of ['Code,Name\nT,Tamarra\n', 'Code,Name\nT!,Tamarra\n']) {
      const files = [aFile('delegations', text)]
      const { uploadId } = await organiser.mutate(receiveImport, { into: 'NEW', conference, files })
      expect((await organiser.ask(importPreview, { uploadId })).problems).not.toEqual([])
      expect((await organiser.ask(importStart, {})).pending?.typed).toEqual({ ...conference, language: 'en' })
    }
    await sendFile(organiser, exampleFile)
    expect((await organiser.ask(importStart, {})).pending?.typed).toBeNull()
  })

  test.each([
    ['nothing', '', 'imports/empty-file'],
    ['JSON that breaks off', '{"format": "plenary-conference",', 'imports/json-syntax'],
    ['a name given twice', '{"version": 1,\n"version": 1}', 'imports/json-named-twice'],
  ])('[IM-5] %s is refused by its field', async (_name, text, code) => {
    const organiser = await world.as('organiser')
    const sent = organiser.mutate(receiveImport, { into: 'NEW', files: [aFile('conference', text)] })
    await expect(sent).rejects.toMatchObject({ fields: [{ path: 'file.conference', code }] })
  })

  test('[IM-8] who may set up a conference imports; everybody else finds no such page', async () => {
    const files = [aFile('conference', JSON.stringify(exampleFile))]
    const secretary = await world.as('secretary')
    await expect(secretary.mutate(receiveImport, { into: 'NEW', files })).rejects.toThrow(
      refusal('conference/not-an-organiser'),
    )
    expect(await secretary.ask(importStart, {})).toMatchObject({ mayFound: false, current: { symbolRoot: 'TSF/PC.1' } })
    for (const seat of ['IKD.head', 'RCO.head', 'chair', 'documents'] as const) {
      const caller = await world.as(seat)
      await expect(caller.ask(importStart, {})).rejects.toThrow(refusal('missing'))
      await expect(caller.mutate(receiveImport, { into: 'NEW', files })).rejects.toThrow()
    }
  })
})
