import { expect, test } from 'vitest'
import { decode, mostBytes } from './decode.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const text = (words: string) => new TextEncoder().encode(words)

test.each([
  ['nothing', bytes(), 'imports/empty-file'],
  ['only spaces', text(' \r\n\t'), 'imports/empty-file'],
  ['a workbook', bytes(0x50, 0x4b, 0x03, 0x04, 1, 2), 'imports/spreadsheet'],
  ['an older workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 1), 'imports/spreadsheet'],
  ['a PDF', text('%PDF-1.7'), 'imports/binary'],
  ['bytes', bytes(0x61, 0, 0x62), 'imports/binary'],
  ['Windows letters', bytes(0x4e, 0x6f, 0xeb, 0x6c), 'imports/not-utf8'],
  ['“Unicode text” of a spreadsheet', bytes(0xff, 0xfe, 0x61, 0), 'imports/not-utf8'],
  ['too much', new Uint8Array(mostBytes + 1).fill(0x61), 'imports/too-large'],
])('[IM-5] %s is refused in words', (_name, sent, code) => {
  expect(decode(sent)).toMatchObject({ fault: { code } })
})

test('[IM-6] names in any script are read, with and without a BOM', () => {
  expect(decode(text('إسكندرا, Étienne'))).toEqual({ text: 'إسكندرا, Étienne' })
  expect(decode(new Uint8Array([0xef, 0xbb, 0xbf, ...text('code')]))).toEqual({ text: 'code' })
})
