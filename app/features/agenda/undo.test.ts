import { describe, expect, test } from 'vitest'
import { type Line, standing } from './record.ts'
import { lastUndoable, mayStandAgain, mayUndo } from './undo.ts'

const start = new Date('2026-10-21T09:00:00Z').getTime()
const aLine = (place: number, kind: string, more: Partial<Line> = {}): Line => ({
  id: `line ${place}`,
  place,
  kind,
  at: new Date(start + place * 1000),
  itemId: 'item 6',
  meetingId: 'second',
  detail: { act: `line ${place}` },
  ...more,
})
const opened = aLine(1, 'item-opened')
const closed = aLine(2, 'item-closed')
const soon = new Date(start + 30_000)

describe('undoing the last act', () => {
  test('[AG-19] a slip is taken back within a minute', () => {
    expect(mayUndo(closed, [opened, closed], soon)).toEqual({ ok: true })
    const late = new Date(closed.at.getTime() + 60_001)
    expect(mayUndo(closed, [opened, closed], late)).toMatchObject({ code: 'agenda/undo-too-late' })
  })

  test('[AG-19] what something was built on stays', () => {
    expect(mayUndo(opened, [opened, closed], soon)).toMatchObject({ code: 'agenda/undo-overtaken' })
    const elsewhere = aLine(3, 'item-opened', { itemId: 'item 7' })
    expect(mayUndo(closed, [opened, closed, elsewhere], soon)).toEqual({ ok: true })
  })

  test('[AG-19] an act about a meeting is built on by anything in that meeting', () => {
    const meeting = aLine(0, 'meeting-opened', { itemId: null })
    expect(mayUndo(meeting, [meeting], soon)).toEqual({ ok: true })
    expect(mayUndo(meeting, [meeting, opened], soon)).toMatchObject({ code: 'agenda/undo-overtaken' })
  })

  test('[AG-19] an act undone is not undone twice, and does not stand', () => {
    const undone = aLine(3, 'act-undone', { detail: { lines: ['line 2'] } })
    expect(mayUndo(closed, [opened, closed, undone], soon)).toMatchObject({ code: 'agenda/already-undone' })
    expect(standing([opened, closed, undone])).toEqual([opened])
  })

  test('[AG-19] after an undo the act before it is the last one again', () => {
    const undone = aLine(3, 'act-undone', { detail: { lines: ['line 2'] } })
    expect(lastUndoable([opened, closed])).toBe(closed)
    expect(lastUndoable([opened, closed, undone])).toBe(opened)
  })

  test('[AG-19] announcements, presence and tabled texts are not undone', () => {
    expect(mayUndo(aLine(1, 'announcement'), [], soon)).toMatchObject({ code: 'agenda/cannot-undo' })
    expect(lastUndoable([aLine(1, 'delegation-present'), aLine(2, 'text-tabled')])).toBeNull()
  })

  test('[AG-19] the lines that came along with an act are not the act', () => {
    const along = aLine(3, 'item-suspended', { detail: { act: 'line 4' } })
    const meeting = aLine(4, 'meeting-closed', { itemId: null, detail: { act: 'line 4' } })
    expect(lastUndoable([opened, along, meeting])).toBe(meeting)
    expect(mayUndo(meeting, [opened, along, meeting], soon)).toEqual({ ok: true })
  })
})

test('[AG-19] [EC-31] undoing never leaves an open sub-item under a closed item', () => {
  const parent = { number: '6', step: 'CLOSED' } as const
  const open = { number: '6(a)', step: 'OPEN' } as const
  expect(mayStandAgain('OPEN', { parent, subItems: [] })).toMatchObject({ code: 'agenda/undo-overtaken' })
  expect(mayStandAgain('CLOSED', { parent: null, subItems: [open] })).toMatchObject({ code: 'agenda/undo-overtaken' })
  expect(mayStandAgain('PENDING', { parent: null, subItems: [open] })).toEqual({ ok: true })
  expect(mayStandAgain('OPEN', { parent: { ...parent, step: 'OPEN' }, subItems: [open] })).toEqual({ ok: true })
})
