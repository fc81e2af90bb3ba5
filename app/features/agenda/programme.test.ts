import { describe, expect, test } from 'vitest'
import {
  clashes,
  collisions,
  covering,
  dayOfMeeting,
  followOrder,
  knockOn,
  type MeetingTimes,
  moved,
  type Slot,
} from './programme.ts'

const at = (clock: string, day = 21) => new Date(`2026-10-${day}T${clock}:00+03:00`)
const aSlot = (itemId: string, from: string, to: string): Slot => ({
  id: `slot ${itemId}`,
  itemId,
  startsAt: at(from),
  endsAt: at(to),
})
const afternoon = [aSlot('8', '13:30', '14:30'), aSlot('9', '14:30', '15:30'), aSlot('10', '15:45', '16:00')]
const clockOf = (date: Date) => new Date(date.getTime() + 3 * 3_600_000).toISOString().slice(11, 16)
const times = (slots: readonly Slot[]) =>
  slots.map(({ itemId, startsAt, endsAt }) => `${itemId} ${clockOf(startsAt)}-${clockOf(endsAt)}`)
const aMeeting = (id: string, from: string, to: string, more: Partial<MeetingTimes> = {}): MeetingTimes => ({
  id,
  bodyId: id,
  roomId: 'great hall',
  startsAt: at(from),
  endsAt: at(to),
  ...more,
})

describe('knock-on times', () => {
  const change = { slotId: 'slot 8', startsAt: at('13:30'), endsAt: at('14:50') }

  test('[AG-10] later slots of the meeting move by as much as the end did; pauses stay', () => {
    expect(times(knockOn(afternoon, change, 'move'))).toEqual(['8 13:30-14:50', '9 14:50-15:50', '10 16:05-16:20'])
  })

  test('[AG-10] later slots keep their times when the organiser says so, and the clash is named', () => {
    const kept = knockOn(afternoon, change, 'keep')
    expect(times(kept)).toEqual(['8 13:30-14:50', '9 14:30-15:30', '10 15:45-16:00'])
    expect(clashes(kept).map((pair) => pair.map(({ itemId }) => itemId))).toEqual([['8', '9']])
  })

  test('[AG-10] an earlier end draws the later slots forward', () => {
    const shorter = { slotId: 'slot 8', startsAt: at('13:30'), endsAt: at('14:00') }
    expect(times(knockOn(afternoon, shorter, 'move'))).toEqual(['8 13:30-14:00', '9 14:00-15:00', '10 15:15-15:30'])
  })

  test('[AG-10] what moves is named before it happens, and nothing else', () => {
    const after = knockOn(afternoon, { slotId: 'slot 9', startsAt: at('14:30'), endsAt: at('15:40') }, 'move')
    expect(moved(afternoon, after).map(({ slot }) => slot.itemId)).toEqual(['9', '10'])
  })

  test('[AG-11] a meeting grows with its slots', () => {
    const meeting = aMeeting('fourth', '13:30', '16:00')
    expect(covering(meeting, knockOn(afternoon, change, 'move')).endsAt).toEqual(at('16:20'))
    expect(covering(meeting, afternoon)).toEqual(meeting)
  })
})

describe('collisions', () => {
  const fourth = aMeeting('fourth', '13:30', '15:30')

  test('[AG-11] [EC-27] a meeting that now runs into the next one of its room is named, never silently', () => {
    const fifth = aMeeting('fifth', '16:00', '17:15')
    expect(collisions(fourth, [fifth])).toEqual([])
    expect(collisions({ ...fourth, endsAt: at('16:20') }, [fifth])).toEqual([fifth])
  })

  test('[AG-11] a body cannot hold two meetings at once, in whichever rooms', () => {
    const elsewhere = aMeeting('fifth', '15:00', '16:00', { bodyId: 'fourth', roomId: 'lantern room' })
    expect(collisions(fourth, [elsewhere])).toEqual([elsewhere])
  })

  test('[AG-11] [EC-28] two bodies in two rooms meet at one time', () => {
    expect(collisions(fourth, [aMeeting('wg', '13:30', '15:30', { roomId: 'lantern room' })])).toEqual([])
    expect(collisions({ ...fourth, roomId: null }, [aMeeting('wg', '13:30', '15:30', { roomId: null })])).toEqual([])
  })
})

describe('[EC-27] the day of a meeting', () => {
  const zone = 'Asia/Qatar'

  test('[AG-12] [EC-27] a meeting past midnight belongs to the day it opened', () => {
    const opened = { openedAt: at('23:10', 20), startsAt: at('23:00', 20) }
    expect(dayOfMeeting(opened, zone)).toBe('2026-10-20')
    expect(dayOfMeeting({ openedAt: at('00:20', 21), startsAt: at('23:30', 20) }, zone)).toBe('2026-10-21')
  })

  test('[AG-12] a meeting that has not opened belongs to the day it is planned for, in venue time', () => {
    const planned = { openedAt: null, startsAt: '2026-10-20T22:30:00.000Z' }
    expect(dayOfMeeting(planned, zone)).toBe('2026-10-21')
    expect(dayOfMeeting(planned, 'UTC')).toBe('2026-10-20')
  })
})

describe('slots after the agenda was reordered', () => {
  const order = ['9', '8', '10']

  test('[AG-13] [EC-14] the slot of the moved item goes where the item went; durations and pauses stay', () => {
    const uneven = [aSlot('8', '13:30', '14:00'), aSlot('9', '14:00', '15:30'), aSlot('10', '15:45', '16:00')]
    const after = followOrder(uneven, { itemId: '9', order, fixed: new Set() })
    expect(times(after)).toEqual(['9 13:30-15:00', '8 15:00-15:30', '10 15:45-16:00'])
  })

  test('[AG-13] [EC-14] a slot that has begun keeps its time', () => {
    const after = followOrder(afternoon, { itemId: '9', order, fixed: new Set(['slot 8']) })
    expect(times(after)).toEqual(times(afternoon))
  })

  test('[AG-13] a programme that departs from the agenda elsewhere is left alone', () => {
    const departing = [aSlot('12', '13:00', '13:30'), ...afternoon]
    const after = followOrder(departing, { itemId: '10', order: ['8', '10', '9', '12'], fixed: new Set() })
    expect(times(after)).toEqual(['12 13:00-13:30', '8 13:30-14:30', '10 14:30-14:45', '9 15:00-16:00'])
  })
})
