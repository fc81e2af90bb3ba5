import { expect, test } from 'vitest'
import { undoneShownMs, undoPlace } from './undo-place.ts'

const start = Date.parse('2026-10-21T09:00:00Z')
const anAct = (number: string, at = start) => ({ number, at: new Date(at).toISOString() })
const [moved, opened] = [anAct('6(b)'), anAct('7')]
const quiet = { lastAct: moved, asked: null, isActing: false, now: start + 10_000 }

test('[AG-19] the last act is offered by its name for a minute', () => {
  expect(undoPlace(quiet)).toEqual({ kind: 'offered', act: moved, leftMs: 50_000 })
  expect(undoPlace({ ...quiet, now: start + 60_000 })).toEqual({ kind: 'nothing' })
  expect(undoPlace({ ...quiet, lastAct: null })).toEqual({ kind: 'nothing' })
})

test('[AG-19] while the next act is on its way the one before it is not offered any more', () => {
  expect(undoPlace({ ...quiet, isActing: true })).toEqual({ kind: 'acting' })
  expect(undoPlace({ ...quiet, lastAct: null, isActing: true })).toEqual({ kind: 'nothing' })
})

test('[AG-19] the act that is being undone keeps its place, whatever came to be the last one meanwhile', () => {
  const asked = { act: moved, doneAt: null }
  expect(undoPlace({ ...quiet, lastAct: opened, asked, isActing: true })).toEqual({ kind: 'undoing', act: moved })
  expect(undoPlace({ ...quiet, lastAct: null, asked })).toEqual({ kind: 'undoing', act: moved })
})

test('[AG-19] after an undo it is said what was undone, and only then is the act before it offered', () => {
  const asked = { act: moved, doneAt: quiet.now }
  const after = { ...quiet, lastAct: opened, asked }
  expect(undoPlace(after)).toEqual({ kind: 'undone', act: moved })
  expect(undoPlace({ ...after, now: quiet.now + undoneShownMs })).toMatchObject({ kind: 'offered', act: opened })
  expect(undoPlace({ ...after, isActing: true })).toEqual({ kind: 'acting' })
})
