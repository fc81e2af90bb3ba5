import { z } from 'zod'

// Controls (but tab and line feed), bidirectional overrides and isolates, zero-width characters, lone surrogates.
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not enter
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text as it may be stored: NFC, CRLF as LF, nothing that hides or reorders what is read (SEC-070). */
export const cleanText = (text: string) => text.replace(/\r\n?/g, '\n').normalize('NFC').replace(unwanted, '')

const cleaned = z.string().max(200_000).transform(cleanText)

/** One line for people: 1 to `max` characters after trimming. */
export const line = (max = 200) =>
  cleaned.transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().min(1).max(max))

/** One line that may be left empty; empty becomes null. */
export const optionalLine = (max = 200) =>
  cleaned
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(max))
    .nullish()
    .transform((text) => text || null)

/** Several lines, 1 to `max` characters after trimming. */
export const prose = (max = 5_000) => cleaned.transform((text) => text.trim()).pipe(z.string().min(1).max(max))

/** Several lines that may be left empty; empty becomes null. */
export const optionalProse = (max = 5_000) =>
  cleaned
    .transform((text) => text.trim())
    .pipe(z.string().max(max))
    .nullish()
    .transform((text) => text || null)

/** A whole number from a form or from JSON; Arabic-Indic and Persian digits are read, separators are not. */
export const wholeNumber = ({ min = 0, max = 1_000_000 }: { min?: number; max?: number } = {}) =>
  z.preprocess((value, { addIssue }) => {
    if (typeof value !== 'string') return value
    const latin = value
      .trim()
      .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
      .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    if (latin === '') return undefined
    if (/^-?\d+$/.test(latin)) return Number(latin)
    addIssue({ code: 'custom', params: { code: 'field/number' }, message: 'Enter a whole number, in digits.' })
    return z.NEVER
  }, z.number().int().min(min).max(max))

/** A check box: absent or empty is no. */
export const checkbox = () =>
  z.preprocess((value) => value === true || value === 'on' || value === 'true' || value === 'yes', z.boolean())

/** A text in several languages; English, French and Arabic are known, others are kept. At least one is given. */
export const multilingual = (max = 300) =>
  z
    .record(z.string().regex(/^[a-z]{2,3}$/), optionalLine(max))
    .transform((names) =>
      Object.fromEntries(Object.entries(names).filter((entry): entry is [string, string] => Boolean(entry[1]))),
    )
    .refine((names) => Object.keys(names).length > 0, { params: { code: 'field/required' } })

/** Names by language code as stored: `{ en: 'Plenary', fr: 'Plénière' }`. */
export type Names = Readonly<Record<string, string>>
export const names = () => z.record(z.string(), z.string())
