import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRows, longestRow } from './csv-rows.server.ts'

const cellsOf = (text: string) => {
  const read = csvRows(text, 100)
  return 'rows' in read ? read.rows.map(({ cells }) => cells) : read
}

test.each([
  ['comma', 'code,name\nIKD,Iskandra\n'],
  ['semicolon', 'code;name\r\nIKD;Iskandra\r\n'],
  ['tab', 'code\tname\nIKD\tIskandra'],
  ['BOM', '\ufeffcode,name\r\nIKD,Iskandra\r\n'],
  ['quotes', '"code","name"\n"IKD","Iskandra"\n'],
  ['what Excel says of itself', 'sep=;\r\ncode;name\r\nIKD;Iskandra\r\n'],
])('[IM-6] reads a table with %s', (_name, text) => {
  expect(cellsOf(text)).toEqual([
    ['code', 'name'],
    ['IKD', 'Iskandra'],
  ])
})

test('[IM-6] a comma in the quoted cells of a semicolon table separates nothing', () => {
  expect(cellsOf('"code, short";name\n"a, b, c";"x;y"\n')).toEqual([
    ['code, short', 'name'],
    ['a, b, c', 'x;y'],
  ])
})

test('[IM-4] rows are counted as the spreadsheet does: empty ones too, a cell of two lines as one', () => {
  const read = csvRows('code,name\n\nIKD,"Isk\nandra"\n,\nESM,Estmark\n', 100)
  expect('rows' in read && read.rows.map(({ row }) => row)).toEqual([1, 3, 5])
})

test('[IM-5] a quotation mark that is never closed is named with its row', () => {
  expect(csvRows('code,name\nIKD,Iskandra\nESM,"Estmark\nMQS,Marqesh\n', 100)).toEqual({ unclosedIn: 3 })
})

test('[IM-6] Arabic names and quotation marks inside them survive', () => {
  expect(cellsOf('code,name\nIKD,"إسكندرا ""الكبرى"""\n')).toEqual([
    ['code', 'name'],
    ['IKD', 'إسكندرا "الكبرى"'],
  ])
})

const cell = fc
  .string({
    unit: fc.oneof(fc.constantFrom(',', ';', '\t', '"', '\n', ' ', 'é', 'ا'), fc.string({ maxLength: 3 })),
    maxLength: 6,
  })
  .map((text) => text.replace(/[\ufeff\r]/g, '').trim())
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))

test('[IM-6] random quoting, delimiters, line ends and BOM give the same rows', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.infiniteStream(fc.boolean()),
      (cells, delimiter, end, hasMark, quoting) => {
        const header = cells[0]?.map((_, index) => `column ${index}`) ?? []
        const write = (text: string) =>
          quoting.next().value || /[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
        const text = [header, ...cells].map((row) => row.map(write).join(delimiter)).join(end)
        const kept = cells.filter((row) => row.some((each) => each !== ''))
        expect(cellsOf((hasMark ? '\ufeff' : '') + text)).toEqual([header, ...kept])
      },
    ),
    { numRuns: 300 },
  )
})

test('[IM-5] whatever is sent is read or refused with a row', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'",;\t\n\ra '), maxLength: 40 }), (text) => {
      const read = csvRows(text, 100)
      if ('unclosedIn' in read) expect(read.unclosedIn).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['one endless cell', 'x'.repeat(9_000_000)],
  ['one endless cell in quotes', `"${'x'.repeat(9_000_000)}"`],
  ['quotation marks without end', '"'.repeat(3_000_000)],
  ['digits without end', '9'.repeat(5_000_000)],
  ['separators without end', `${','.repeat(9_000_000)}x`],
  ['one cell of many lines', `"${'x\n'.repeat(longestRow)}"`],
])('[IM-5] [REL-20] a row with %s is named and not read', (_name, row) => {
  expect(csvRows(`code,name\n${row}\n`, 100)).toEqual({ tooLongIn: 2 })
})

test('[IM-5] [REL-20] too many rows, and too many cells, are not read', () => {
  expect(csvRows('a,b\n'.repeat(101), 100)).toEqual({ tooManyRows: true })
  expect(csvRows('a,b\n'.repeat(100), 100)).toMatchObject({ rows: { length: 100 } })
  expect(csvRows(`${','.repeat(5_000)}x\n`.repeat(200), 1_000)).toEqual({ tooMuchIn: 101 })
})

test('[IM-6] empty rows after the last one are not counted', () => {
  expect(cellsOf(`code,name\nIKD,Iskandra,\n${',,\r\n'.repeat(200_000)}`)).toEqual([
    ['code', 'name'],
    ['IKD', 'Iskandra', ''],
  ])
})
