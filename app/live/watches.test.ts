import { expect, test } from 'vitest'
import { FakeClock } from '#tests/support/fake-clock.ts'
import type { Answer, WatchInput, Watching } from './messages.ts'
import { Watches, watchKey } from './watches.ts'

interface Asked extends WatchInput {
  answered(answer: Answer<Watching>): void
}

function aPage() {
  const clock = new FakeClock()
  const asked: Asked[] = []
  const unwatched: number[] = []
  const line = { isUp: true }
  const watches = new Watches({
    clock,
    isConnected: () => line.isUp,
    watch: (message, answered) => asked.push({ ...message, answered }),
    unwatch: (watch) => unwatched.push(watch),
  })
  return { clock, asked, unwatched, line, watches }
}

function aScreen() {
  const shown: unknown[] = []
  return { shown, output: (output: unknown) => shown.push(output), gone: () => shown.push('gone') }
}

const board = watchKey('agenda.board', { conferenceId: 'c' })
const yes = (watch: number, output: unknown): Answer<Watching> => ({ ok: true, output: { watch, output } })

test('[LV-19] two screens of one query are one watch, and the second is told at once', () => {
  const { watches, asked, unwatched } = aPage()
  const [first, second] = [aScreen(), aScreen()]
  const leaveFirst = watches.add(board, first)
  asked[0]?.answered(yes(1, 'opened'))
  const leaveSecond = watches.add(board, second)
  expect(asked).toHaveLength(1)
  expect(second.shown).toEqual(['opened'])
  watches.result({ watch: 1, output: 'closed' })
  expect(first.shown).toEqual(['opened', 'closed'])
  leaveFirst()
  expect(unwatched).toEqual([])
  leaveSecond()
  expect(unwatched).toEqual([1])
  expect(watches.count).toBe(0)
})

test('[LV-13] a screen that is gone before the answer comes leaves no watch behind on the server', () => {
  const { watches, asked, unwatched } = aPage()
  watches.add(board, aScreen())()
  asked[0]?.answered(yes(1, 'opened'))
  expect(unwatched).toEqual([1])
})

test('[LV-19] a page that brought another answer than the last one asks which is true; the same answer asks nothing', () => {
  const { watches, asked, unwatched } = aPage()
  const screen = aScreen()
  watches.add(board, screen)
  watches.settle(board, 'opened')
  asked[0]?.answered(yes(1, 'opened'))
  watches.settle(board, 'opened')
  expect(asked).toHaveLength(1)
  watches.settle(board, 'suspended')
  expect(unwatched).toEqual([1])
  asked[1]?.answered(yes(2, 'closed'))
  watches.result({ watch: 1, output: 'an old story' })
  expect(screen.shown).toEqual(['opened', 'closed'])
})

test('[LV-21] what was asked over a lost connection is asked again, and a late answer is not heard', () => {
  const { watches, asked, line } = aPage()
  const screen = aScreen()
  watches.add(board, screen)
  line.isUp = false
  watches.disconnected()
  line.isUp = true
  watches.connected()
  asked[0]?.answered(yes(7, 'of the old connection'))
  asked[1]?.answered(yes(1, 'opened'))
  expect(screen.shown).toEqual(['opened'])
})

test('a server that is busy is asked again; a refusal for good ends the watch', () => {
  const { watches, asked, clock } = aPage()
  const screen = aScreen()
  watches.add(board, screen)
  const sentence = 'Not now.'
  asked[0]?.answered({ ok: false, refusal: { kind: 'unavailable', code: 'unavailable', sentence } })
  clock.advance(1_999)
  expect(asked).toHaveLength(1)
  clock.advance(1)
  asked[1]?.answered({ ok: false, refusal: { kind: 'missing', code: 'missing', sentence } })
  clock.advance(60_000)
  expect(asked).toHaveLength(2)
  expect(screen.shown).toEqual(['gone'])
})

test('[LV-23] a query that is taken away is said, and heard no more', () => {
  const { watches, asked } = aPage()
  const screen = aScreen()
  watches.add(board, screen)
  asked[0]?.answered(yes(1, 'opened'))
  watches.revoked(1)
  watches.result({ watch: 1, output: 'not yours' })
  expect(screen.shown).toEqual(['opened', 'gone'])
})

test('[LE-27] what an answer has become is told like any other, and of an answer that is not here it is nothing', () => {
  const { watches, asked } = aPage()
  const screen = aScreen()
  watches.add(board, screen)
  watches.patch({ watch: 1, patch: ['=', 'too early'] })
  asked[0]?.answered(yes(1, { items: ['a', 'b'], open: 1 }))
  watches.patch({ watch: 1, patch: ['o', { items: ['a', 1, 1, ['c', 'd']] }, ['open']] })
  watches.patch({ watch: 2, patch: ['=', 'of another'] })
  expect(screen.shown).toEqual([{ items: ['a', 'b'], open: 1 }, { items: ['a', 'c', 'd'] }])
})
