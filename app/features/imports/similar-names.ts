import { plainWord } from '#app/kernel/folded.ts'

/** A name prepared for being compared with many others. */
export interface Spelling {
  readonly plain: string
  readonly words: readonly string[]
}

export const spell = (name: string): Spelling => ({
  plain: plainWord(name),
  words: name.split(/\s+/).map(plainWord).filter(Boolean),
})

/** Two names that a chair in a hurry would confuse: one letter apart, or the same but for one word (EC-12). */
export function isSimilarName(one: Spelling, other: Spelling): boolean {
  if (one.plain === other.plain) return true
  if (Math.min(one.plain.length, other.plain.length) >= 5 && isOneLetterApart(one.plain, other.plain)) return true
  const differing = one.words.filter((word, place) => word !== other.words[place]).length
  return one.words.length > 1 && one.words.length === other.words.length && differing === 1
}

/** Codes of which one becomes the other by a slip: two letters swapped, or signs that look alike. */
export const isSimilarCode = (one: string, other: string): boolean =>
  one !== other && (lookalike(one) === lookalike(other) || isSwapped(one, other))

function isOneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  const start = [...long].findIndex((letter, place) => short[place] !== letter)
  const rest = long.slice(start + 1)
  return long.length === short.length ? short.slice(start + 1) === rest : short.slice(start) === rest
}

const lookalike = (code: string) =>
  code.replaceAll('0', 'O').replaceAll('1', 'I').replaceAll('L', 'I').replaceAll('5', 'S')

function isSwapped(one: string, other: string): boolean {
  const place = [...one].findIndex((letter, index) => letter !== other[index])
  const swapped = `${one.slice(0, place)}${one[place + 1] ?? ''}${one[place] ?? ''}${one.slice(place + 2)}`
  return one.length === other.length && swapped === other
}
