import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterSaveEvent, nextLook, nothingEdited, type SaveEvent, type SaveFacts, saveState } from './save-state.ts'

const noon = Date.parse('2026-10-21T12:00:00Z')
const factsAfter = (...events: SaveEvent[]): SaveFacts => events.reduce(afterSaveEvent, nothingEdited(true))
const opened: SaveEvent = { type: 'opened' }
const edited: SaveEvent = { type: 'edited', at: noon }
const kept = (through: number): SaveEvent => ({ type: 'kept', through, unkeptSince: noon })
const acknowledged = (through: number, unsavedSince: number | null = noon): SaveEvent => ({
  type: 'acknowledged',
  through,
  at: '2026-10-21T12:00:01Z',
  unsavedSince,
})
const offline: SaveEvent = { type: 'disconnected', at: noon }
const refused: SaveEvent = { type: 'refused', because: 'closed' }

describe('the words for saving', () => {
  test('[LV-1] saved is said with the time of the acknowledgement of the last local edit', () => {
    expect(saveState(factsAfter(opened, edited, edited, acknowledged(1)), noon).kind).toBe('saving')
    expect(saveState(factsAfter(opened, edited, edited, acknowledged(2)), noon)).toEqual({
      kind: 'saved',
      at: '2026-10-21T12:00:01Z',
    })
  })

  test('[LV-1] a page nobody has typed in says it is up to date, not that something was saved', () => {
    expect(saveState(factsAfter(), noon).kind).toBe('opening')
    expect(saveState(factsAfter(opened), noon).kind).toBe('up-to-date')
    expect(saveState(factsAfter(opened, acknowledged(7)), noon).kind).toBe('up-to-date')
  })

  test('[LV-3] an edit that waits two seconds, or a busy server, is slow and counted', () => {
    expect(saveState(factsAfter(opened, edited), noon + 1_999).kind).toBe('saving')
    expect(saveState(factsAfter(opened, edited, edited), noon + 2_000)).toEqual({ kind: 'slow', unsaved: 2 })
    expect(saveState(factsAfter(opened, edited, { type: 'busy' }), noon)).toEqual({ kind: 'slow', unsaved: 1 })
    expect(saveState(factsAfter(opened, edited, edited, { type: 'busy' }, acknowledged(1)), noon).kind).toBe('saving')
  })

  test('[LV-3] the age is that of the oldest edit still waiting, however many were answered', () => {
    const facts = factsAfter(opened, edited, edited, acknowledged(1, noon + 500))
    expect(saveState(facts, noon + 2_400).kind).toBe('saving')
    expect(saveState(facts, noon + 2_500).kind).toBe('slow')
    expect(nextLook(facts, noon + 600)).toBe(noon + 2_500)
    expect(nextLook(facts, noon + 3_000)).toBeNull()
  })

  test('[LV-4] offline counts only what is confirmed on this device', () => {
    expect(saveState(factsAfter(opened, offline, edited, edited), noon)).toEqual({
      kind: 'offline',
      since: noon,
      kept: 0,
    })
    expect(saveState(factsAfter(opened, offline, edited, edited, kept(1)), noon)).toEqual({
      kind: 'offline',
      since: noon,
      kept: 1,
    })
    expect(saveState(factsAfter(opened, edited, acknowledged(1), kept(1), offline, edited, kept(2)), noon)).toEqual({
      kind: 'offline',
      since: noon,
      kept: 1,
    })
  })

  test('[LV-5] offline without storage is at risk, and so is storage that never answers', () => {
    expect(saveState(factsAfter(opened, offline, edited, { type: 'not-kept' }), noon).kind).toBe('at-risk')
    expect(saveState(factsAfter(opened, offline, edited), noon + 2_000)).toEqual({ kind: 'at-risk', unsaved: 1 })
    expect(saveState([opened, offline, edited].reduce(afterSaveEvent, nothingEdited(false)), noon).kind).toBe('at-risk')
    expect(saveState(factsAfter(opened, offline, { type: 'not-kept' }), noon).kind).toBe('offline')
  })

  test('[LV-6] a refusal stays until somebody deals with it', () => {
    const facts = factsAfter(opened, edited, edited, refused, acknowledged(1), offline, { type: 'connected' })
    expect(saveState(facts, noon)).toEqual({ kind: 'rejected', unsaved: 1, because: 'closed' })
  })

  test('a closed document is read only, once nothing of one’s own is under way', () => {
    const closed: SaveEvent = { type: 'read-only', because: 'closed' }
    expect(saveState(factsAfter(opened, closed), noon)).toEqual({ kind: 'read-only', because: 'closed' })
    expect(saveState(factsAfter(opened, edited, closed), noon).kind).toBe('saving')
    expect(saveState(factsAfter(opened, closed, { type: 'writable' }), noon).kind).toBe('up-to-date')
  })

  test('what an earlier visit left on this device is unsaved until it is acknowledged', () => {
    const facts = factsAfter({ type: 'restored', edits: 3, at: noon }, opened)
    expect(saveState(facts, noon).kind).toBe('saving')
    expect(saveState(afterSaveEvent(facts, acknowledged(3)), noon).kind).toBe('saved')
  })
})

const instants = fc.integer({ min: noon, max: noon + 10_000 })
const anyEvent: fc.Arbitrary<SaveEvent> = fc.oneof(
  fc.constant(opened),
  { weight: 4, arbitrary: fc.record({ type: fc.constant('edited' as const), at: instants }) },
  fc.record({ type: fc.constant('restored' as const), edits: fc.nat(4), at: instants }),
  fc.record({ type: fc.constant('kept' as const), through: fc.nat(12), unkeptSince: fc.option(instants) }),
  fc.constant<SaveEvent>({ type: 'not-kept' }),
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('acknowledged' as const),
      through: fc.nat(12),
      at: fc.constant('2026-10-21T12:00:01Z'),
      unsavedSince: fc.option(instants),
    }),
  },
  fc.constant<SaveEvent>({ type: 'busy' }),
  fc.record({ type: fc.constant('disconnected' as const), at: instants }),
  fc.constant<SaveEvent>({ type: 'connected' }),
  fc.constant(refused),
  fc.constant<SaveEvent>({ type: 'read-only', because: 'closed' }),
  fc.constant<SaveEvent>({ type: 'writable' }),
)

/** The ledger the reducer is checked against: which edits exist, and which of them the server has answered for. */
function ledgerOf(events: SaveEvent[]) {
  const answered: boolean[] = []
  for (const event of events) {
    if (event.type === 'edited') answered.push(false)
    if (event.type === 'restored') for (let each = 0; each < event.edits; each++) answered.push(false)
    if (event.type === 'acknowledged')
      for (let at = 0; at < event.through && at < answered.length; at++) answered[at] = true
  }
  return answered
}

test('[LV-2] saved is impossible without an acknowledgement of every edit, whatever happens in whatever order', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), instants, (events, now) => {
      const state = saveState(factsAfter(...events), now)
      const answered = ledgerOf(events)
      if (state.kind === 'saved') {
        expect(answered.length).toBeGreaterThan(0)
        expect(answered.every(Boolean)).toBe(true)
      }
      if (state.kind === 'up-to-date') expect(answered).toHaveLength(0)
      if (state.kind === 'slow' || state.kind === 'at-risk') {
        expect(state.unsaved).toBe(answered.filter((isAnswered) => !isAnswered).length)
      }
      if (state.kind === 'offline') {
        expect(state.kept).toBeLessThanOrEqual(answered.filter((isAnswered) => !isAnswered).length)
      }
    }),
    { numRuns: 2_000 },
  )
})
