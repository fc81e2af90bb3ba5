import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { createItem, openItem } from '#app/features/agenda/contract.ts'
import { conveneMeeting, scheduleMeeting } from '#app/features/agenda/meeting-contract.ts'
import { agendaMutations } from '#app/features/agenda/mutations.server.ts'
import { agendaQueries } from '#app/features/agenda/queries.server.ts'
import type { InputOf } from '#app/kernel/contract.ts'
import { must } from '#app/kernel/must.ts'
import { createRegistry } from '#server/registry.ts'
import { aWorld, type World } from './world.ts'

/** An agenda item; states only what the test is about. */
export async function anItem(world: World, more: Partial<InputOf<typeof createItem>> = {}) {
  const secretary = await world.as('secretary')
  return secretary.mutate(createItem, { bodyId: world.bodies.plenary, names: { en: 'Mandate' }, ...more })
}

/** A meeting of that body in session, for three hours from now. */
export async function aMeetingInSession(world: World, bodyId = world.bodies.plenary) {
  const secretary = await world.as('secretary')
  const endsAt = new Date(world.clock.now.getTime() + 3 * 3_600_000).toISOString()
  return secretary.mutate(conveneMeeting, { bodyId, endsAt, knowingly: true })
}

/** A meeting to come; times on the wall of the venue, on 21 October. */
export async function aScheduledMeeting(world: World, from: string, to: string, bodyId = world.bodies.plenary) {
  const secretary = await world.as('secretary')
  return secretary.mutate(scheduleMeeting, { bodyId, startsAt: `2026-10-21T${from}`, endsAt: `2026-10-21T${to}` })
}

/** An item under discussion in a meeting of its body, which is opened when none sits. */
export async function anOpenItem(world: World, more: Partial<InputOf<typeof createItem>> = {}) {
  const secretary = await world.as('secretary')
  const made = await anItem(world, more)
  const bodyId = more.bodyId ?? world.bodies.plenary
  const sits = await world.database.prisma.meeting.findFirst({ where: { bodyId, step: 'OPEN' } })
  const meetingId = sits?.id ?? (await aMeetingInSession(world, bodyId)).meetingId
  await secretary.mutate(openItem, { itemId: made.itemId })
  return { ...made, meetingId }
}

/** A world with the agenda alone, empty again before each test; ask for it inside the test. */
export function agendaForTests() {
  let made: Awaited<ReturnType<typeof agendaWorld>> | undefined
  beforeAll(async () => {
    made = await agendaWorld()
  })
  afterAll(() => made?.world.close())
  beforeEach(() => empty(must(made).world))
  return () => must(made)
}

async function agendaWorld() {
  const registry = createRegistry([{ mutations: agendaMutations, queries: agendaQueries }])
  const world = await aWorld({ registry })
  return {
    world,
    secretary: await world.as('secretary'),
    chair: await world.as('chair'),
    floor: await world.as('floor'),
    head: await world.as('IKD.head'),
    observer: await world.as('RCO.head'),
  }
}

const start = new Date('2026-10-21T08:20:00.000Z')

async function empty({ database: { prisma }, clock, changes }: World) {
  clock.now = start
  await prisma.programmeSlot.deleteMany({})
  await prisma.meetingPresence.deleteMany({})
  await prisma.agendaItem.deleteMany({})
  await prisma.meeting.deleteMany({})
  await prisma.room.deleteMany({})
  await prisma.announcement.deleteMany({})
  await prisma.agenda.updateMany({ data: { step: 'PROVISIONAL', adoptedAt: null } })
  changes.length = 0
}

/** A refusal that belongs to one field of the form. */
export const badField = (path: string, code: string) =>
  expect.objectContaining({ kind: 'invalid', fields: [expect.objectContaining({ path, code })] })
