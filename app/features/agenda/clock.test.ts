import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClockLine, clockText, elapsedMs, itemClock, meetingClock, remainingMs, standsSince } from './clock.ts'

const at = (clock: string) => new Date(`2026-10-21T${clock}:00Z`)
const line = (kind: string, clock: string, meetingId = 'second'): ClockLine => ({ kind, at: at(clock), meetingId })
const minutes = (count: number) => count * 60_000

describe('since when an item stands as it does', () => {
  const opened = line('item-opened', '09:00')
  const suspended = line('item-suspended', '09:20')
  const resumed = line('item-resumed', '10:00')

  test('[AG-36] under discussion since it was first taken up in its meeting, not since a break', () => {
    expect(standsSince([opened, suspended, resumed])).toEqual(at('09:00'))
    expect(standsSince([opened, suspended])).toEqual(at('09:20'))
    expect(standsSince([])).toBeNull()
  })

  test('[AG-36] in the next meeting since it was taken up there', () => {
    const next = [line('item-resumed', '14:00', 'third'), line('item-suspended', '14:30', 'third')]
    expect(standsSince([opened, suspended, ...next, line('item-resumed', '14:40', 'third')])).toEqual(at('14:00'))
  })

  test('[AG-36] after a closing since it was reopened', () => {
    const closed = line('item-closed', '10:30')
    expect(standsSince([opened, suspended, resumed, closed, line('item-reopened', '10:45')])).toEqual(at('10:45'))
    expect(standsSince([opened, closed])).toEqual(at('10:30'))
  })
})

describe('the clock of an item', () => {
  test('[AG-9] runs from its opening', () => {
    const clock = itemClock([line('item-opened', '09:00')])
    expect(clock).toEqual({ ranMs: 0, runningSince: at('09:00') })
    expect(elapsedMs(clock, at('09:25').getTime())).toBe(minutes(25))
  })

  test('[AG-9] stands while the item is suspended, and adds up', () => {
    const clock = itemClock([
      line('item-opened', '09:00'),
      line('item-suspended', '09:20'),
      line('item-resumed', '10:00'),
      line('item-closed', '10:10'),
    ])
    expect(clock).toEqual({ ranMs: minutes(30), runningSince: null })
  })

  test('[AG-9] stands while the meeting in which the item is open is suspended', () => {
    const clock = itemClock([
      line('item-opened', '09:00'),
      line('meeting-suspended', '09:30'),
      line('meeting-resumed', '10:00'),
    ])
    expect(clock).toEqual({ ranMs: minutes(30), runningSince: at('10:00') })
  })

  test('[AG-9] a coffee break in another meeting does not stop it', () => {
    const clock = itemClock([line('item-opened', '09:00'), line('meeting-suspended', '09:30', 'elsewhere')])
    expect(clock.runningSince).toEqual(at('09:00'))
  })

  test('[AG-9] an item suspended by itself does not run again because the meeting resumes', () => {
    const clock = itemClock([
      line('item-opened', '09:00'),
      line('meeting-suspended', '09:10'),
      line('item-suspended', '09:20'),
      line('meeting-resumed', '09:30'),
    ])
    expect(clock).toEqual({ ranMs: minutes(10), runningSince: null })
  })

  test('[AG-9] [EC-26] a reopened item runs on from what it had', () => {
    const clock = itemClock([
      line('item-opened', '09:00'),
      line('item-closed', '09:10'),
      line('item-reopened', '11:00'),
    ])
    expect(elapsedMs(clock, at('11:05').getTime())).toBe(minutes(15))
  })

  test('[AG-9] whatever happens, it never runs backwards and never outruns the wall', () => {
    const kinds = [
      'item-opened',
      'item-suspended',
      'item-resumed',
      'meeting-suspended',
      'meeting-resumed',
      'item-closed',
    ]
    const story = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 0, max: 90_000 })), { maxLength: 30 })
    fc.assert(
      fc.property(story, (acts) => {
        let time = 0
        const lines = acts.map(([kind, later]) => {
          time += later
          return { kind, at: new Date(time), meetingId: 'second' }
        })
        const elapsed = elapsedMs(itemClock(lines), time)
        expect(elapsed).toBeGreaterThanOrEqual(0)
        expect(elapsed).toBeLessThanOrEqual(time)
      }),
    )
  })
})

test('[AG-9] a meeting’s clock counts the time in session', () => {
  const clock = meetingClock([
    line('meeting-opened', '09:00'),
    line('meeting-suspended', '10:00'),
    line('meeting-resumed', '10:30'),
    line('meeting-closed', '12:00'),
  ])
  expect(clock).toEqual({ ranMs: minutes(150), runningSince: null })
})

test('[AG-9] what is left goes below zero when the time is over, and is unknown without an allotted time', () => {
  expect(remainingMs(30, minutes(10))).toBe(minutes(20))
  expect(remainingMs(30, minutes(35))).toBe(minutes(-5))
  expect(remainingMs(null, minutes(35))).toBeNull()
})

test('[AG-9] a device whose clock is behind shows nothing run', () => {
  expect(elapsedMs({ ranMs: 0, runningSince: at('09:00') }, at('08:55').getTime())).toBe(0)
})

test('[AG-9] it is written with hours once there are any, and with a minus when the time is over', () => {
  expect(clockText(minutes(45) + 51_900)).toBe('45:51')
  expect(clockText(minutes(135) + 51_000)).toBe('2:15:51')
  expect(clockText(minutes(-5))).toBe('\u22125:00')
  expect(clockText(-400)).toBe('0:00')
})
