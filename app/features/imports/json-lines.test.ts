import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isJsonFault, type JsonFault, readJson } from './json-lines.ts'

const faultOf = (text: string): JsonFault | null => {
  try {
    readJson(text)
    return null
  } catch (error) {
    if (isJsonFault(error)) return error
    throw error
  }
}

describe('JSON with its lines', () => {
  test('[IM-4] says on which line a value stands', () => {
    const { value, lineOf } = readJson('{\n  "a": [1,\n    {"b": "x"}\n  ]\n}')
    expect(value).toEqual({ a: [1, { b: 'x' }] })
    expect([lineOf([]), lineOf(['a']), lineOf(['a', 0]), lineOf(['a', 1, 'b'])]).toEqual([1, 2, 2, 3])
    expect(lineOf(['a', 1, 'missing', 'deeper'])).toBe(3)
  })

  test('[IM-4] reads whatever JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 1, 2), (value, spaces) => {
        const text = JSON.stringify(value, null, spaces)
        expect(readJson(text).value).toEqual(JSON.parse(text))
        expect(readJson(`\ufeff${text}\r\n`).value).toEqual(JSON.parse(text))
      }),
    )
  })

  test.each([
    ['{\n"a": 1,\n}', 3],
    ['{"a" 1}', 1],
    ['[1, 2', 1],
    ['{"a": "never closed\n}', 1],
    ['{"a": tru}', 1],
    ['{} {}', 1],
    ['', 1],
    ['"\\', 1],
  ])('[IM-5] where it stops being JSON: %j', (text, line) => {
    expect(faultOf(text)).toMatchObject({ reason: 'syntax', line })
  })

  test('[IM-5] a name given twice is refused, because one of the two would be lost', () => {
    expect(faultOf('{"a": 1,\n"a": 2}')).toMatchObject({ reason: 'named-twice', line: 2, key: 'a' })
  })

  test('[IM-5] nesting without end is refused, and a long text does not exhaust the stack', () => {
    expect(faultOf('['.repeat(100_000))).toMatchObject({ reason: 'too-deep' })
    expect(readJson(`${' '.repeat(2_000_000)}"${'x'.repeat(9_000)}"`).value).toHaveLength(9_000)
  })

  test('[IM-5] any text is read or refused with a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]":,\\ \n0a-e.tn'), maxLength: 60 }), (text) => {
        const fault = faultOf(text)
        if (fault) expect(fault.line).toBeGreaterThan(0)
        else expect(readJson(text).value).toEqual(JSON.parse(text))
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['names', `{\n${Array.from({ length: 300_000 }, (_, index) => `"k${index}": 1`).join(',')}}`, 'too-many', 2],
    ['entries', `[\n${'1,'.repeat(300_000)}1]`, 'too-many', 2],
    ['values', `[${`[${'1,'.repeat(9_000)}1],\n`.repeat(40)}1]`, 'too-many', 28],
    ['letters', `{"a":\n"${'x'.repeat(9_000_000)}"}`, 'too-long', 2],
    ['letters in a name', `{"${'x'.repeat(5_000_000)}": 1}`, 'too-long', 1],
    ['digits', `{"a": ${'9'.repeat(5_000_000)}}`, 'too-long', 1],
  ])('[IM-5] [REL-20] %s without end are refused with the line', (_name, text, reason, line) => {
    expect(faultOf(text)).toMatchObject({ reason, line })
  })
})
