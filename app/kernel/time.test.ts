import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldErrors } from './field-errors.ts'
import { calendarDate, instant } from './time.ts'

const codes = (schema: z.ZodType, at: string) => {
  const read = z.object({ at: schema }).safeParse({ at })
  return read.success ? [] : fieldErrors(read.error).map(({ path, code }) => [path, code])
}

test('a date is of the years in which conferences are held and planned', () => {
  for (const date of ['1900-01-01', '2026-10-21', '2200-12-31']) {
    expect(codes(calendarDate(), date)).toEqual([])
    expect(codes(instant(), `${date}T12:00:00+02:00`)).toEqual([])
  }
  for (const date of ['0000-01-01', '0001-01-01', '1899-12-31', '2201-01-01', '9999-12-31']) {
    expect(codes(calendarDate(), date)).toEqual([['at', 'field/year']])
    expect(codes(instant(), `${date}T12:00:00Z`)).toEqual([['at', 'field/year']])
  }
  expect(codes(calendarDate(), '2026-02-30')).toEqual([['at', 'field/date']])
})
