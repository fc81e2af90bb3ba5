import { DomainError } from '#app/kernel/errors.ts'

export const recordSteps = ['DRAFT', 'CIRCULATED', 'APPROVED', 'PUBLISHED'] as const
export type RecordStep = (typeof recordSteps)[number]

const after: Record<RecordStep, readonly RecordStep[]> = {
  DRAFT: ['CIRCULATED'],
  CIRCULATED: ['DRAFT', 'APPROVED'],
  APPROVED: ['PUBLISHED'],
  PUBLISHED: [],
}

export const maySucceed = (from: RecordStep, to: RecordStep): boolean => after[from].includes(to)

/** MI-2. Throws with what has to happen first. */
export function assertStep(from: RecordStep, to: RecordStep): void {
  if (maySucceed(from, to)) return
  if (from === 'PUBLISHED' || (from === 'APPROVED' && to !== 'PUBLISHED')) {
    throw new DomainError(
      'conflict',
      'minutes/final',
      'This record has been approved. Errors found later are corrected by a corrigendum.',
    )
  }
  throw new DomainError(
    'conflict',
    'minutes/not-yet',
    'A record is circulated, then approved, then published. Take the next step first.',
  )
}

/** Writing: only while the record is a draft (MI-3). */
export function assertDraft(step: RecordStep): void {
  if (step === 'DRAFT') return
  throw new DomainError(
    'conflict',
    'minutes/not-a-draft',
    'This record has been circulated. Take it back to draft to change its text.',
  )
}

/** MI-15. The further a record is on its way, the sooner it can be published. */
export const toPublish = <R extends { readonly step: RecordStep }>(records: readonly R[]): R[] =>
  records
    .filter(({ step }) => step !== 'PUBLISHED')
    .sort((a, b) => recordSteps.indexOf(b.step) - recordSteps.indexOf(a.step))
