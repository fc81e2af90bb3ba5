import { describe, expect, test } from 'vitest'
import { anActing } from '#tests/support/acting.ts'
import { circleOf, mayReadNote, mayWriteNote } from './policy.ts'

const head = anActing('HEAD', { delegationId: 'norway' })
const colleague = anActing('DRAFTER', { delegationId: 'norway' })
const reader = anActing('NOTE_TAKER', { delegationId: 'norway', rights: [] })
const chile = anActing('HEAD', { delegationId: 'chile' })
const secretary = anActing('SECRETARY')
const observer = anActing('OBSERVER_HEAD', { delegationId: 'concord' })

const note = (scope: Parameters<typeof circleOf>[1], whose = head) => {
  const circle = circleOf(whose, scope)
  if (!circle) throw new Error('no circle')
  return circle
}

describe('who may open a note', () => {
  test('[NO-1] a delegation’s note is hidden from other delegations, the secretariat and observers', () => {
    const ours = note('DELEGATION')
    expect(mayReadNote(colleague, ours)).toEqual({ ok: true })
    for (const other of [chile, secretary, observer]) {
      expect(mayReadNote(other, ours)).toEqual({ ok: false, kind: 'missing' })
      expect(mayWriteNote(other, ours)).toEqual({ ok: false, kind: 'missing' })
    }
  })

  test('[NO-1] the same delegation in another conference is another circle', () => {
    expect(mayReadNote({ ...head, conferenceId: 'next' }, note('DELEGATION')).ok).toBe(false)
  })

  test('[NO-2] a personal note is hidden from one’s own head of delegation', () => {
    const own = note('PERSONAL', colleague)
    expect(mayWriteNote(colleague, own).ok).toBe(true)
    expect(mayReadNote(head, own)).toEqual({ ok: false, kind: 'missing' })
    expect(mayReadNote(secretary, own)).toEqual({ ok: false, kind: 'missing' })
  })

  test('[NO-3] states read the session notes, the secretariat writes them', () => {
    const session = note('SESSION', secretary)
    expect(mayWriteNote(secretary, session).ok).toBe(true)
    expect(mayReadNote(chile, session).ok).toBe(true)
    expect(mayWriteNote(chile, session)).toMatchObject({ kind: 'denied', code: 'notes/secretariat-writes' })
    expect(mayReadNote(observer, session)).toEqual({ ok: false, kind: 'missing' })
    expect(mayReadNote(chile, note('SECRETARIAT', secretary))).toEqual({ ok: false, kind: 'missing' })
  })

  test('[NO-6] a member without the right to edit reads and does not write', () => {
    expect(mayReadNote(reader, note('DELEGATION')).ok).toBe(true)
    expect(mayWriteNote(reader, note('DELEGATION'))).toMatchObject({ code: 'notes/no-right-to-edit' })
    expect(mayWriteNote(reader, note('PERSONAL', reader)).ok).toBe(true)
  })

  test('[NO-7] an observer has no circle in any scope', () => {
    for (const scope of ['DELEGATION', 'PERSONAL', 'SESSION', 'SECRETARIAT'] as const) {
      expect(circleOf(observer, scope)).toBeNull()
    }
  })
})
