import { z } from 'zod'
import { idPattern } from '#app/kernel/ids.ts'
import { type AmountRefusal, readAmount } from './money.ts'
import { readStrength, type StrengthRefusal } from './strengths.ts'

const sentences: Readonly<Record<StrengthRefusal | AmountRefusal, string>> = {
  'force/strength-negative': 'A strength is 0 or more.',
  'force/strength-decimal': 'A strength is a whole number of people.',
  'force/strength-exponent': 'Write the number in full, in digits.',
  'force/strength-too-many': 'This is more than a million people. Check the number.',
  'force/strength-ambiguous': 'This can be read in two ways. Write the number without separators.',
  'force/strength-unreadable': 'Enter a whole number, in digits.',
  'force/amount-empty': 'Enter the amount.',
  'force/amount-negative': 'An amount is 0 or more.',
  'force/amount-ambiguous':
    'This can be read in two ways. Write the amount without separators, and with two decimals: 1200.00.',
  'force/amount-too-large': 'This amount is too large. Check it.',
  'force/amount-unreadable': 'Write the amount in digits, with two decimals at most.',
}

/** Persons, as typed or as a number (EC-81). Nothing typed is nobody. */
export const strength = () =>
  z.preprocess((value, { addIssue }) => {
    if (typeof value !== 'string') return value
    const read = readStrength(value)
    if (read.ok) return read.strength
    addIssue({ code: 'custom', params: { code: read.code }, message: sentences[read.code] })
    return z.NEVER
  }, z.number().int().min(0).max(1_000_000))

/** Persons by phase id, as a form or a file gives them. */
export const figuresByPhase = () => z.record(z.string().regex(idPattern), strength())

/** An amount of money as typed; out comes a decimal with two places (EC-82). */
export const amount = () =>
  z
    .string()
    .max(60)
    .transform((typed, { addIssue }) => {
      const read = readAmount(typed)
      if (read.ok) return read.amount
      addIssue({ code: 'custom', params: { code: read.code }, message: sentences[read.code] })
      return z.NEVER
    })

/** A currency by its code, typed in large or small letters. */
export const currency = () =>
  z
    .string()
    .max(60)
    .transform((typed, { addIssue }) => {
      const code = typed.trim().toUpperCase()
      if (/^[A-Z]{3}$/.test(code)) return code
      const message = 'Name the currency by its three letters: EUR.'
      addIssue({ code: 'custom', params: { code: 'force/currency' }, message })
      return z.NEVER
    })

/** A list that a form sends as one value, several or none; each once. */
export const listOf = <Item extends z.ZodType>(item: Item, most = 200) =>
  z
    .preprocess((value) => (typeof value === 'string' ? [value] : (value ?? [])), z.array(item).max(most))
    .transform((all) => [...new Set(all)])

/** What the editor saw, as the page sends it back: JSON of the fields (O17). */
export const seenBefore = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .max(20_000)
    .transform((text, { addIssue }) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        addIssue({ code: 'custom', params: { code: 'form/unreadable' }, message: 'Reload the page and try again.' })
        return z.NEVER
      }
    })
    .pipe(schema)

/** A field of a form that may be left empty; empty is null. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())
