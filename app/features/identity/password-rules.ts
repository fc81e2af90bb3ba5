import type { Params } from '#app/kernel/errors.ts'

export const shortestPassword = 15
export const longestPassword = 128
/** How much must be left of a password when everything well known in it is taken together (ID-4). */
const leastOwn = 9
const costOfKnown = 2
/** Of tens of thousands of these, the joining of three is a password of one's own again. */
const costOfBreached = 3
const longestKnown = 48

export interface PasswordProblem {
  readonly code: `identity/password-${'short' | 'long' | 'context' | 'common' | 'pattern'}`
  readonly sentence: string
  readonly params?: Params
}

export interface Known {
  /** Common passwords and phrases: lower case, letters and digits only. */
  readonly common: ReadonlySet<string>
  /** Passwords of people whose passwords became public, in the same form. */
  readonly breached: ReadonlySet<string>
  /** Names that anybody would try for this person: their own, their delegation's, the conference's, the product's. */
  readonly context: readonly string[]
}

/** The form in which a password is hashed and compared: NFC, once, and otherwise exactly as typed (SEC-032). */
export const normalPassword = (typed: string) => typed.normalize('NFC')

/** Why this password is not taken, or null. Length and being well known count; kinds of characters do not. */
export function passwordProblem(typed: string, known: Known): PasswordProblem | null {
  const length = [...normalPassword(typed)].length
  if (length < shortestPassword) return tooShort
  if (length > longestPassword) return tooLong
  const letters = compact(typed)
  if (isRepetition(letters)) return pattern
  const { cost, found } = cheapest(letters, known)
  if (cost + distinctSigns(typed) >= leastOwn) return null
  const context = found.find(({ kind }) => kind === 'context')
  if (context) return { ...contextual, params: { word: context.text } }
  return found.some(({ kind }) => kind === 'common' || kind === 'breached') ? common : pattern
}

const tooShort: PasswordProblem = {
  code: 'identity/password-short',
  sentence: `Use at least ${shortestPassword} characters. A sentence of your own is easy to remember.`,
  params: { minimum: shortestPassword },
}
const tooLong: PasswordProblem = {
  code: 'identity/password-long',
  sentence: `Use at most ${longestPassword} characters.`,
  params: { maximum: longestPassword },
}
const common: PasswordProblem = {
  code: 'identity/password-common',
  sentence: 'This is made of words and phrases that many people use as passwords. Choose a sentence of your own.',
}
const contextual: PasswordProblem = {
  code: 'identity/password-context',
  sentence: 'This is little more than “{word}”, which anybody would try here. Choose a sentence of your own.',
}
const pattern: PasswordProblem = {
  code: 'identity/password-pattern',
  sentence: 'This is a repetition or follows the keyboard. Choose a sentence of your own.',
}

/** Letters and digits in lower case: capitals, spaces and signs hide nothing from those who guess. */
export const compact = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')

const distinctSigns = (text: string) => new Set(text.normalize('NFKC').replace(/[\p{L}\p{M}\p{N}\s]/gu, '')).size

function isRepetition(text: string): boolean {
  for (let unit = 1; unit <= text.length / 2; unit++) {
    if (text.startsWith(text.slice(unit))) return true
  }
  return false
}

interface Found {
  readonly kind: 'context' | 'common' | 'run' | 'breached'
  readonly text: string
}
interface Reading {
  readonly cost: number
  readonly found: readonly Found[]
}

/** The cheapest way to spell the text: a character costs one, anything known two or three, however long it is. */
function cheapest(text: string, known: Known): Reading {
  const context = new Set(known.context.flatMap(namesIn))
  const readings: Reading[] = [{ cost: 0, found: [] }]
  const spellings = spellingsOf(text)
  for (let end = 1; end <= text.length; end++) {
    let best: Reading = { cost: costAt(readings, end - 1) + 1, found: readings[end - 1]?.found ?? [] }
    for (let start = Math.max(0, end - longestKnown); start <= end - 3; start++) {
      const before = costAt(readings, start)
      if (before + costOfKnown >= best.cost) continue
      const found = wellKnown(spellings, start, end, known, context)
      const cost = before + (found?.kind === 'breached' ? costOfBreached : costOfKnown)
      if (found && cost < best.cost) best = { cost, found: [...(readings[start]?.found ?? []), found] }
    }
    readings.push(best)
  }
  return readings[text.length] ?? { cost: 0, found: [] }
}

/** A name as a whole and each of its words. */
const namesIn = (name: string) =>
  [name, ...name.split(/[^\p{L}\p{M}\p{N}]+/u)].map(compact).filter((word) => word.length >= 3)

const costAt = (readings: readonly Reading[], at: number) => readings[at]?.cost ?? 0

function wellKnown(
  spellings: readonly string[],
  start: number,
  end: number,
  { common, breached }: Known,
  context: ReadonlySet<string>,
): Found | null {
  for (const spelling of spellings) {
    const text = spelling.slice(start, end)
    if (context.has(text)) return { kind: 'context', text }
    if (common.has(text)) return { kind: 'common', text }
  }
  const text = spellings[0]?.slice(start, end) ?? ''
  if (isRun(text)) return { kind: 'run', text }
  return spellings.some((spelling) => breached.has(spelling.slice(start, end))) ? { kind: 'breached', text } : null
}

/** The text itself and with digits read as the letters they stand for: p4ssw0rd. */
function spellingsOf(text: string): string[] {
  const read = (one: string) =>
    text.replace(/[013457]/g, (digit) => ({ 0: 'o', 1: one, 3: 'e', 4: 'a', 5: 's', 7: 't' })[digit] ?? digit)
  return [...new Set([text, read('i'), read('l')])]
}

const rows = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertzuiop',
  'yxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  'ضصثقفغعهخحجد',
  'شسيبلاتنمكط',
  'ئءؤرلاىةوزظ',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
]
const walks = rows.flatMap((row) => [row, [...row].reverse().join('')])
const date = /^(19|20)\d\d((0[1-9]|1[0-2])([0-2]\d|3[01]))?$|^([0-2]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d$/

/** One character again and again, a walk along the keyboard or the alphabet, a year, a date. */
const isRun = (text: string) =>
  /^(.)\1+$/u.test(text) || (text.length >= 4 && (date.test(text) || walks.some((row) => row.includes(text))))
