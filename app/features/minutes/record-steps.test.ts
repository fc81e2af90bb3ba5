import { expect, test } from 'vitest'
import { type RecordStep, toPublish } from './record-steps.ts'

test('[MI-15] what waits for publication: approved records first, published ones not at all', () => {
  const record = (name: string, step: RecordStep) => ({ name, step })
  const records = [
    record('first', 'PUBLISHED'),
    record('second', 'DRAFT'),
    record('third', 'APPROVED'),
    record('fourth', 'CIRCULATED'),
    record('fifth', 'DRAFT'),
  ]
  expect(toPublish(records).map(({ name }) => name)).toEqual(['third', 'fourth', 'second', 'fifth'])
  expect(toPublish([record('first', 'PUBLISHED')])).toEqual([])
})
