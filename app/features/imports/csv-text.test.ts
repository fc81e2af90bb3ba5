import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRows } from './csv-rows.server.ts'
import { csvText } from './csv-text.ts'

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  '＠x',
  '=HYPERLINK("http://x";"y")',
  "=cmd|' /C calc'!A0",
])('[IM-13] [SEC-099] %j is no formula any more', (cell) => {
  const line = csvText([[cell]]).replace('\ufeff', '')
  expect(line.replace(/^"/, '')).toMatch(/^'/)
})

test('[IM-13] cells are quoted where they must be, and the letters survive', () => {
  expect(csvText([['a,b', 'c"d', 'إسكندرا', 7, null]])).toBe('\ufeff"a,b","c""d",إسكندرا,7,\r\n')
})

/** One that was written by hand before what is a formula cannot be told from ours. */
const withoutApostrophe = (text: string) => text.replace(/^'(?=[=+\-@\t＝＋－＠])/, '')

test('[IM-13] what leaves is read back as it was, but for the apostrophe', () => {
  const cell = fc.string({ maxLength: 12 }).map((text) => text.replace(/[\ufeff\r]/g, '').trim())
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 2, maxLength: 4 }),
      fc.constantFrom(',' as const, ';' as const),
      (cells, delimiter) => {
        const read = csvRows(
          csvText(
            [
              ['one', 'two', ...cells.slice(2)],
              ['x', ...cells],
            ],
            delimiter,
          ),
          10,
        )
        const back = 'rows' in read ? (read.rows[1]?.cells.slice(1) ?? []) : []
        expect(back.map(withoutApostrophe)).toEqual(cells.map(withoutApostrophe))
      },
    ),
  )
})
