import { describe, expect, test } from 'vitest'
import { anActing } from '#tests/support/acting.ts'
import { refusal } from '#tests/support/refusal.ts'
import { mayApprove, mayReadEdition, mayReadRecord, mayWriteRecord, type RecordState } from './policy.ts'
import { assertStep, maySucceed, type RecordStep, recordSteps } from './record-steps.ts'

const rapporteur = anActing('RAPPORTEUR')
const chair = anActing('CHAIR')
const floor = anActing('FLOOR_MANAGER')
const norway = anActing('HEAD', { delegationId: 'norway' })
const chile = anActing('HEAD', { delegationId: 'chile' })
const observer = anActing('OBSERVER', { delegationId: 'concord' })
const hidden = { ok: false, kind: 'missing' }

const record = (step: RecordStep): RecordState => ({
  conferenceId: 'conference',
  step,
  present: ['norway'],
  closedAt: '2026-10-20T14:00:00.000Z',
})

describe('who reads a record', () => {
  test('[MI-3] a draft is the secretariat’s', () => {
    expect(mayReadRecord(floor, record('DRAFT')).ok).toBe(true)
    expect(mayWriteRecord(rapporteur, record('DRAFT')).ok).toBe(true)
    expect(mayWriteRecord(floor, record('DRAFT'))).toMatchObject({ code: 'minutes/not-a-writer' })
    for (const other of [norway, observer]) expect(mayReadRecord(other, record('DRAFT'))).toEqual(hidden)
  })

  test('[MI-4] a circulated record is for the delegations that were present', () => {
    expect(mayReadRecord(norway, record('CIRCULATED')).ok).toBe(true)
    expect(mayReadRecord(chile, record('CIRCULATED'))).toEqual(hidden)
  })

  test('[MI-5] an approved record is for all states; the chair may enter the approval', () => {
    expect(mayReadRecord(chile, record('APPROVED')).ok).toBe(true)
    expect(mayApprove(chair, record('CIRCULATED')).ok).toBe(true)
    expect(mayApprove(rapporteur, record('CIRCULATED')).ok).toBe(true)
    expect(mayApprove(floor, record('CIRCULATED')).ok).toBe(false)
    expect(mayApprove(norway, record('CIRCULATED')).ok).toBe(false)
  })

  test('[MI-7][EC-94] for an observer nothing exists before publication, and never the record itself', () => {
    for (const step of recordSteps) expect(mayReadRecord(observer, record(step))).toEqual(hidden)
    for (const step of ['DRAFT', 'CIRCULATED', 'APPROVED'] as const) {
      expect(mayReadEdition(observer, record(step))).toEqual(hidden)
    }
    expect(mayReadEdition(observer, record('PUBLISHED')).ok).toBe(true)
  })

  test('[EC-95] a published record belongs to its conference: a guest of another one finds nothing', () => {
    expect(mayReadEdition({ ...observer, conferenceId: 'another' }, record('PUBLISHED'))).toEqual(hidden)
  })

  test('[EC-10] a meeting before an observer became a participant stays closed to it', () => {
    const late = anActing('HEAD', { delegationId: 'norway', readSince: '2026-10-21T09:00:00.000Z' })
    expect(mayReadRecord(late, record('APPROVED'))).toEqual(hidden)
  })
})

describe('the life of a record', () => {
  test('[MI-2] one step after the other, back only from circulated to draft', () => {
    const steps = recordSteps.flatMap((from) =>
      recordSteps.filter((to) => maySucceed(from, to)).map((to) => `${from}>${to}`),
    )
    expect(steps).toEqual(['DRAFT>CIRCULATED', 'CIRCULATED>DRAFT', 'CIRCULATED>APPROVED', 'APPROVED>PUBLISHED'])
  })

  test('[MI-2] what was approved is final and the refusal says how errors are corrected', () => {
    expect(() => assertStep('APPROVED', 'DRAFT')).toThrow(refusal('minutes/final'))
    expect(() => assertStep('PUBLISHED', 'CIRCULATED')).toThrow(refusal('minutes/final'))
    expect(() => assertStep('DRAFT', 'PUBLISHED')).toThrow(refusal('minutes/not-yet'))
  })
})
