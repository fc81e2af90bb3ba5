import { conferenceById } from '#app/features/conference/api.server.ts'
import { byOrderKey, orderKeysAfter } from '#app/kernel/order-key.ts'
import type { Names } from '#app/kernel/text.ts'
import type { Tx, Work } from '#app/kernel/work.server.ts'
import { nextBodySymbol } from './body-symbols.ts'
import type { BodyKind, BodyOpenTo, ItemKind, Outcome, Privacy } from './item-kinds.ts'
import { lockAgenda } from './lock.server.ts'
import { tellAll } from './told.server.ts'

/** Rooms, bodies, items and meetings that stand together. References are ids, the given ones or of what is there. */
export interface AgendaSetUp {
  readonly symbol: string | null
  readonly rooms: readonly { readonly id: string; readonly name: string; readonly capacity: number | null }[]
  readonly bodies: readonly SetUpBody[]
  /** In their order; where a parent stands among them does not matter. */
  readonly items: readonly SetUpItem[]
  readonly meetings: readonly SetUpMeeting[]
}

export interface SetUpBody {
  readonly id: string
  readonly kind: BodyKind
  readonly names: Names
  /** Null: the next of the conference's own. */
  readonly symbol: string | null
  readonly parentId: string | null
  readonly roomId: string | null
  readonly openTo: BodyOpenTo
  readonly chairId: string | null
  readonly coChairId: string | null
  readonly rapporteurId: string | null
}

export interface SetUpItem {
  readonly id: string
  readonly parentId: string | null
  readonly bodyId: string
  readonly number: string
  readonly names: Names
  readonly kind: ItemKind
  readonly outcome: Outcome | null
  readonly allottedMinutes: number | null
  readonly isOpenToObservers: boolean
  readonly proposerId: string | null
}

export interface SetUpMeeting {
  readonly id: string
  readonly bodyId: string
  /** Null: the body's next. */
  readonly number: number | null
  readonly roomId: string | null
  readonly startsAt: Date
  readonly endsAt: Date
  readonly privacy: Privacy
  readonly slots: readonly { readonly itemId: string; readonly startsAt: Date; readonly endsAt: Date }[]
}

/** Writes a provisional agenda and its programme at once. Whether they fit together was checked, with the agenda locked. */
export async function setUpAgenda(work: Work, conferenceId: string, given: AgendaSetUp): Promise<void> {
  const { tx } = work
  await lockAgenda(tx, conferenceId)
  if (given.symbol) await tx.agenda.update({ where: { conferenceId }, data: { symbol: given.symbol } })
  await tx.room.createMany({ data: given.rooms.map((room) => ({ ...room, conferenceId })) })
  const bodies = await addBodies(tx, conferenceId, given.bodies)
  await addItems(work, conferenceId, given.items)
  await addMeetings(work, conferenceId, given.meetings, bodies)
  tellAll(work)
}

async function addBodies(tx: Tx, conferenceId: string, given: readonly SetUpBody[]) {
  const { symbolRoot } = await conferenceById(tx, conferenceId)
  const before = await tx.body.findMany({ where: { conferenceId } })
  const plenaryId = [...before, ...given].find(({ kind }) => kind === 'PLENARY')?.id ?? null
  const taken = [...before, ...given].flatMap(({ symbol }) => symbol ?? [])
  const keys = orderKeysAfter([...before].sort(byOrderKey).at(-1)?.orderKey ?? null, given.length)
  const rows = given.map((body, index) => {
    const symbol = body.symbol ?? nextBodySymbol(symbolRoot, body.kind, taken)
    taken.push(symbol)
    const parentId = body.parentId ?? (body.kind === 'PLENARY' ? null : plenaryId)
    return { ...body, names: { ...body.names }, conferenceId, symbol, parentId, orderKey: keys[index] ?? '' }
  })
  await tx.body.createMany({ data: rows })
  return [...before, ...rows]
}

async function addItems({ tx, now }: Work, conferenceId: string, given: readonly SetUpItem[]): Promise<void> {
  const before = await tx.agendaItem.findMany({ where: { conferenceId } })
  const parents = new Set(given.map(({ parentId }) => parentId))
  const keys = new Map<string, string>()
  for (const parentId of parents) {
    const siblings = given.filter((item) => item.parentId === parentId)
    const last =
      before
        .filter((item) => item.parentId === parentId)
        .sort(byOrderKey)
        .at(-1)?.orderKey ?? null
    orderKeysAfter(last, siblings.length).forEach((key, place) => {
      keys.set(siblings[place]?.id ?? '', key)
    })
  }
  await tx.agendaItem.createMany({
    data: given.map((item) => ({
      ...item,
      names: { ...item.names },
      conferenceId,
      orderKey: keys.get(item.id) ?? '',
      createdAt: now,
    })),
  })
}

interface Symbolled {
  readonly id: string
  readonly symbol: string
}

async function addMeetings(
  { tx, newId }: Work,
  conferenceId: string,
  given: readonly SetUpMeeting[],
  bodies: readonly Symbolled[],
): Promise<void> {
  const before = await tx.meeting.findMany({ where: { conferenceId }, select: { bodyId: true, number: true } })
  const last = new Map<string, number>()
  for (const { bodyId, number } of [...before, ...given]) {
    last.set(bodyId, Math.max(last.get(bodyId) ?? 0, number ?? 0))
  }
  const rows = given.map(({ slots, startsAt, endsAt, ...meeting }) => {
    const number = meeting.number ?? (last.get(meeting.bodyId) ?? 0) + 1
    last.set(meeting.bodyId, Math.max(number, last.get(meeting.bodyId) ?? 0))
    const symbol = bodies.find(({ id }) => id === meeting.bodyId)?.symbol ?? ''
    const recordSymbol = `${symbol}/SR.${number}`
    return { ...meeting, number, conferenceId, scheduledStart: startsAt, scheduledEnd: endsAt, recordSymbol }
  })
  await tx.meeting.createMany({ data: rows })
  await tx.programmeSlot.createMany({
    data: given.flatMap(({ id, slots }) =>
      slots.map((slot) => ({ ...slot, id: newId<'programmeSlot'>(), conferenceId, meetingId: id })),
    ),
  })
}
