import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStrength } from './strengths.ts'

const read = (typed: string) => {
  const answer = readStrength(typed)
  return answer.ok ? answer.strength : answer.code
}

describe('[FS-1] [EC-81] a strength as people type it', () => {
  test.each([
    ['', 0],
    ['   ', 0],
    ['0', 0],
    ['007', 7],
    ['700', 700],
    ['1200', 1_200],
    ['1,200', 1_200],
    ['1.200', 1_200],
    ['1 200', 1_200],
    ['1\u00a0200', 1_200],
    ['1\u202f200', 1_200],
    ["1'200", 1_200],
    ['1’200', 1_200],
    ['١٢٠٠', 1_200],
    ['۱۲۰۰', 1_200],
    ['١٬٢٠٠', 1_200],
    ['١،٢٠٠', 1_200],
    ['\u200f١٢٠٠\u200f', 1_200],
    ['1,000,000', 1_000_000],
  ])('[EC-81] “%s” is read as %i', (typed, strength) => {
    expect(read(typed)).toBe(strength)
  })

  test.each([
    ['-5', 'force/strength-negative'],
    ['−5', 'force/strength-negative'],
    ['٥-', 'force/strength-negative'],
    ['0.5', 'force/strength-decimal'],
    ['1.5', 'force/strength-decimal'],
    ['1,20', 'force/strength-decimal'],
    ['12.5', 'force/strength-decimal'],
    ['700,0', 'force/strength-decimal'],
    ['1,2000', 'force/strength-ambiguous'],
    ['1200.5', 'force/strength-decimal'],
    ['1,200.5', 'force/strength-decimal'],
    ['1.200,5', 'force/strength-decimal'],
    ['١٢٫٥', 'force/strength-decimal'],
    ['1e9', 'force/strength-exponent'],
    ['1.5E+3', 'force/strength-exponent'],
    ['1000001', 'force/strength-too-many'],
    ['1,000,000,000', 'force/strength-too-many'],
    ['9'.repeat(400), 'force/strength-too-many'],
    ['1,200,5', 'force/strength-ambiguous'],
    ['12 00', 'force/strength-ambiguous'],
    ['1,200 300', 'force/strength-ambiguous'],
    ['1200,', 'force/strength-ambiguous'],
    ['a company', 'force/strength-unreadable'],
    ['120 men', 'force/strength-unreadable'],
    ['0x10', 'force/strength-unreadable'],
    ['+5', 'force/strength-unreadable'],
    ['½', 'force/strength-unreadable'],
    ['∞', 'force/strength-unreadable'],
  ])('[EC-81] “%s” is refused: %s', (typed, code) => {
    expect(read(typed)).toBe(code)
  })

  test('[EC-81] a number written in any usual way is read as itself', () => {
    const separators = ['', ',', '.', ' ', '\u00a0', '\u202f', '\u066c', "'"]
    const digits = ['0', '\u0660', '\u06f0']
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.constantFrom(...separators),
        fc.constantFrom(...digits),
        (strength, separator, zero) => {
          const written = String(strength)
            .replace(/\B(?=(\d{3})+$)/g, separator)
            .replace(/\d/g, (digit) => String.fromCharCode(zero.charCodeAt(0) + Number(digit)))
          expect(read(written)).toBe(strength)
        },
      ),
    )
  })

  test('[EC-81] whatever is typed, it is a whole number from 0 to a million or refused', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0159.,-e ٫٬٣۴\u00a0x') })
    fc.assert(
      fc.property(typed, (text) => {
        const answer = readStrength(text)
        if (!answer.ok) return
        expect(Number.isInteger(answer.strength) && answer.strength >= 0 && answer.strength <= 1_000_000).toBe(true)
      }),
    )
  })
})
