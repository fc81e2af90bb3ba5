import { latinDigits } from '#app/i18n/digits.ts'

/** More than this is a slip of the finger: no statement asks for a million and one. */
const most = 1_000_000

export type StrengthRefusal =
  `force/strength-${'negative' | 'decimal' | 'exponent' | 'too-many' | 'ambiguous' | 'unreadable'}`
export type StrengthRead =
  | { readonly ok: true; readonly strength: number }
  | { readonly ok: false; readonly code: StrengthRefusal }

/**
 * What people type, in one form: Latin digits, one kind of space, minus, apostrophe and comma, without the marks that
 * only turn the direction of reading. The Arabic separators of thousands and decimals stay: they say which they are.
 */
export const asTyped = (text: string): string =>
  latinDigits(text)
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s/g, ' ')
    .replace(/[\u2212\u2013\u2010\u2011]/g, '-')
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/\u060c/g, ',')
    .trim()

export const isNegative = (text: string): boolean => /^-\s*[\d.,]|^[\d.,]*\d\s*-$/.test(text)

/** Groups of three, all behind one kind of separator: comma, point, Arabic separator, apostrophe or space. */
const grouped = /^[1-9]\d{0,2}([.,\u066c' ])\d{3}(?:\1\d{3})*$/

/** What can only be meant as a fraction: behind a decimal sign, a nought, ungrouped thousands or whole groups; one or two digits are no group. */
const fractions = [
  /^[\d.,\u066c' ]*\u066b\d+$/,
  /^0[.,]\d+$/,
  /^\d+[.,]\d{1,2}$/,
  /^\d{4,}[.,]\d+$/,
  /^[1-9]\d{0,2}([.,\u066c' ])\d{3}(?:\1\d{3})*(?!\1)[.,]\d+$/,
]

/** A strength as it is typed (FS-1, EC-81). Nothing typed is nobody; what could be read in two ways is refused. */
export function readStrength(typed: string): StrengthRead {
  const text = asTyped(typed)
  if (text === '') return { ok: true, strength: 0 }
  if (isNegative(text)) return { ok: false, code: 'force/strength-negative' }
  if (/^\d[\d.,]*e[+-]?\d+$/i.test(text)) return { ok: false, code: 'force/strength-exponent' }
  if (fractions.some((fraction) => fraction.test(text))) return { ok: false, code: 'force/strength-decimal' }
  if (!/^\d[\d.,\u066c' ]*$/.test(text)) return { ok: false, code: 'force/strength-unreadable' }
  if (!/^\d+$/.test(text) && !grouped.test(text)) return { ok: false, code: 'force/strength-ambiguous' }
  const strength = Number(text.replace(/\D/g, ''))
  return strength > most ? { ok: false, code: 'force/strength-too-many' } : { ok: true, strength }
}
