import { describe, expect, test } from 'vitest'
import {
  bodyAtDesk,
  type DeskItem,
  familyOf,
  itemInHand,
  itemsAtDesk,
  meetingAtDesk,
  nextInRoom,
  permitsNow,
} from './desk-model.ts'
import type { ItemStep } from './item-states.ts'
import type { MeetingStep } from './meeting-states.ts'
import type { DeskAnswer, DeskBody, MeetingLine } from './views.ts'

const aBody = (bodyId: string): DeskBody => ({
  bodyId,
  kind: 'WORKING_GROUP',
  names: { en: bodyId },
  symbol: bodyId,
  openTo: 'STATES',
  chair: null,
  chairId: null,
  coChairId: null,
  rapporteurId: null,
  roomId: null,
  parentId: null,
})
const at = (clock: string) => `2026-10-21T${clock}:00.000Z`
const aMeeting = (
  meetingId: string,
  bodyId: string,
  step: MeetingStep,
  from: string,
  more: Partial<MeetingLine> = {},
): MeetingLine => ({
  meetingId,
  bodyId,
  step,
  number: 1,
  roomId: 'hall',
  room: 'Great Hall',
  startsAt: at(from),
  endsAt: at('23:00'),
  day: '2026-10-21',
  openedAt: null,
  closedAt: null,
  presiding: null,
  privacy: 'CLOSED',
  clock: { ranMs: 0, runningSince: null },
  version: 0,
  slots: [],
  ...more,
})
const anItem = (itemId: string, step: ItemStep, more: Partial<DeskItem> = {}): DeskItem => ({
  itemId,
  step,
  parentId: null,
  number: itemId,
  names: { en: itemId },
  kind: 'SUBSTANTIVE',
  outcome: null,
  since: null,
  bodyId: 'wg2',
  meetingId: null,
  allottedMinutes: null,
  isOpenToObservers: false,
  clock: { ranMs: 0, runningSince: null },
  version: 0,
  suggestedSubNumber: '',
  proposerId: null,
  ...more,
})
const aDesk = (more: Partial<DeskAnswer>): DeskAnswer => ({
  venue: { timeZone: 'UTC', place: '', name: '', startsOn: '2026-10-20', endsOn: '2026-10-21', symbolRoot: 'T' },
  agenda: { step: 'ADOPTED', symbol: null, adoptedAt: null },
  bodies: [aBody('wg1'), aBody('wg2')],
  rooms: [],
  delegations: [],
  items: [],
  suggestedNumber: '1',
  meetings: [],
  rollCalls: [],
  announcements: [],
  lastAct: null,
  officers: [],
  ...more,
})

describe('the desk', () => {
  const sitting = aMeeting('second', 'wg2', 'OPEN', '06:00', {
    slots: [{ slotId: 's', itemId: '9', startsAt: at('09:00'), endsAt: at('10:00') }],
  })
  const desk = aDesk({
    meetings: [aMeeting('first', 'wg2', 'CLOSED', '05:00'), sitting, aMeeting('third', 'wg2', 'SCHEDULED', '12:00')],
    items: [
      anItem('7', 'OPEN', { meetingId: 'second' }),
      anItem('7a', 'CLOSED', { parentId: '7' }),
      anItem('7b', 'OPEN', { parentId: '7', meetingId: 'second' }),
      anItem('9', 'PENDING', { bodyId: 'plenary' }),
      anItem('10', 'PENDING', { bodyId: 'plenary' }),
    ],
  })

  test('[AG-33] shows the body asked for, else one that sits, its own first', () => {
    expect(bodyAtDesk(desk, 'wg1', [])?.bodyId).toBe('wg1')
    expect(bodyAtDesk(desk, null, ['wg1'])?.bodyId).toBe('wg2')
    expect(bodyAtDesk(aDesk({}), null, ['wg2'])?.bodyId).toBe('wg2')
    expect(bodyAtDesk(aDesk({ bodies: [] }), null, [])).toBeNull()
  })

  test('[AG-33] is about the meeting in session, else the next one planned, else the last one held', () => {
    expect(meetingAtDesk(desk.meetings, 'wg2')?.meetingId).toBe('second')
    expect(meetingAtDesk([aMeeting('a', 'wg1', 'CLOSED', '05:00')], 'wg1')?.meetingId).toBe('a')
    expect(meetingAtDesk([], 'wg1')).toBeNull()
  })

  test('[AG-33] has its body’s items and what its meeting’s programme has besides', () => {
    expect(itemsAtDesk(desk, 'wg2', sitting).map(({ itemId }) => itemId)).toEqual(['7', '7a', '7b', '9'])
  })

  test('[AG-33] takes in hand the item chosen, else the one under discussion, else the next of the programme', () => {
    expect(itemInHand(desk, '10', sitting)?.itemId).toBe('10')
    expect(itemInHand(desk, null, sitting)?.itemId).toBe('7b')
    const waiting = aDesk({ items: [anItem('9', 'PENDING')] })
    expect(itemInHand(waiting, null, sitting)?.itemId).toBe('9')
  })

  test('[AG-33] keeps in hand what was suspended in this meeting until another item is opened', () => {
    const inSession = { ...sitting, openedAt: at('06:00') }
    const [heading, closed, , nine] = desk.items
    if (!heading || !closed || !nine) throw new Error('no items')
    const suspended = (itemId: string, clock: string) =>
      anItem(itemId, 'SUSPENDED', { parentId: '7', since: at(clock) })
    const among = (...items: DeskItem[]) => itemInHand(aDesk({ items: [heading, ...items] }), null, inSession)?.itemId
    expect(among(closed, suspended('7b', '07:00'), nine)).toBe('7b')
    expect(among(suspended('7b', '07:00'), suspended('7c', '08:00'))).toBe('7c')
    expect(among(suspended('7b', '07:00'), anItem('7c', 'OPEN', { parentId: '7', meetingId: 'second' }))).toBe('7c')
    expect(among(suspended('7b', '05:30'))).toBe('7')
  })

  test('[AG-33] knows an item’s family', () => {
    const [heading] = desk.items
    if (!heading) throw new Error('no item')
    expect(familyOf(desk.items, heading).subItems.map(({ number }) => number)).toEqual(['7a', '7b'])
  })

  test('[AG-15] [AG-33] knows what is possible now: a waiting item only where a meeting sits for it', () => {
    const [, , , nine, ten] = desk.items
    if (!nine || !ten) throw new Error('no items')
    expect(permitsNow('open', nine, desk)).toEqual({ ok: true })
    expect(permitsNow('open', ten, desk)).toMatchObject({ code: 'agenda/no-meeting' })
    expect(permitsNow('defer', ten, desk)).toEqual({ ok: true })
  })

  test('[AG-33] names the next meeting in the room, whoever holds it', () => {
    const other = aMeeting('plenary', 'plenary', 'SCHEDULED', '10:00')
    expect(nextInRoom([...desk.meetings, other], sitting)?.meetingId).toBe('plenary')
    expect(nextInRoom([{ ...other, roomId: 'elsewhere' }], sitting)).toBeNull()
  })
})
