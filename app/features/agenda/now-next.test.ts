import { describe, expect, test } from 'vitest'
import type { ItemStep } from './item-states.ts'
import { comingNext, dayOf, underDiscussion } from './now-next.ts'

const anItem = (itemId: string, step: ItemStep, more: { parentId?: string; meetingId?: string } = {}) => ({
  itemId,
  step,
  parentId: more.parentId ?? null,
  meetingId: more.meetingId ?? null,
})
const at = (clock: string) => `2026-10-21T${clock}:00.000Z`
const aMeeting = (
  meetingId: string,
  step: 'OPEN' | 'SCHEDULED' | 'CLOSED',
  from: string,
  slots: [string, string][],
) => ({
  meetingId,
  bodyId: meetingId,
  step,
  day: '2026-10-21',
  startsAt: at(from),
  endsAt: at('18:00'),
  slots: slots.map(([itemId, startsAt]) => ({ slotId: itemId, itemId, startsAt: at(startsAt), endsAt: at('18:00') })),
})
const now = Date.parse(at('09:20'))
const ids = (entries: readonly { item: { itemId: string } | null }[]) => entries.map(({ item }) => item?.itemId)

describe('now', () => {
  test('[AG-31] [EC-28] is what is open in every body that sits, each with its own meeting', () => {
    const items = [
      anItem('6', 'OPEN', { meetingId: 'wg1' }),
      anItem('6c', 'OPEN', { parentId: '6', meetingId: 'wg1' }),
      anItem('7b', 'OPEN', { meetingId: 'wg2' }),
      anItem('8', 'PENDING'),
    ]
    const meetings = [aMeeting('wg1', 'OPEN', '06:00', []), aMeeting('wg2', 'OPEN', '06:00', [])]
    const found = underDiscussion(items, meetings)
    expect(ids(found)).toEqual(['6c', '7b'])
    expect(found.map(({ meeting }) => meeting?.meetingId)).toEqual(['wg1', 'wg2'])
  })
})

describe('next', () => {
  const items = [anItem('7b', 'OPEN', { meetingId: 'wg2' }), anItem('7c', 'PENDING'), anItem('8', 'PENDING')]

  test('[AG-31] is the next item of the programme that waits, in each body that sits', () => {
    const sitting = aMeeting('wg2', 'OPEN', '06:00', [
      ['7b', '06:00'],
      ['7c', '08:30'],
    ])
    expect(ids(comingNext(items, [sitting], now))).toEqual(['7c'])
  })

  test('[AG-31] is the meeting that begins first when none sits', () => {
    const later = aMeeting('plenary', 'SCHEDULED', '10:30', [['8', '10:30']])
    const much = aMeeting('fifth', 'SCHEDULED', '13:00', [])
    expect(ids(comingNext(items, [much, later], now))).toEqual(['8'])
    expect(comingNext(items, [much], now)).toMatchObject([{ item: null, at: at('13:00') }])
    expect(comingNext(items, [aMeeting('past', 'CLOSED', '06:00', [['8', '06:00']])], now)).toEqual([])
  })
})

test('[AG-31] days count from the first one', () => {
  const conference = { startsOn: '2026-10-20', endsOn: '2026-10-21' }
  expect(dayOf('2026-10-21', conference)).toEqual({ day: 2, total: 2 })
  expect(dayOf('2026-10-19', conference)).toBeNull()
  expect(dayOf('2026-11-01', { startsOn: '2026-10-31', endsOn: '2026-11-02' })).toEqual({ day: 2, total: 3 })
})
