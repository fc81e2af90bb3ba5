import { type Segmenters, wordSegments } from './word-segments.ts'

/** Divides a text into words, spaces and signs, which together are exactly the text; null where that would take too long. */
export type Divide = (text: string, language?: string) => readonly string[] | null

/**
 * How many letters of one comparison a segmenter may divide. It takes a thousandth of a millisecond for each where a
 * language writes without spaces; counted and not timed, so that two texts always compare alike.
 */
const mostLetters = 50_000

/** For the texts of one comparison: the segmenter of a language is made once, and a text is divided once. */
export function createDivide(most = mostLetters): Divide {
  const segmenters: Segmenters = new Map()
  const divided = new Map<string, Map<string, readonly string[]>>()
  let left = most
  return (text, language = '') => {
    const known = divided.get(language) ?? new Map<string, readonly string[]>()
    divided.set(language, known)
    const before = known.get(text)
    if (before) return before
    const { parts, unclear } = partsOf(text)
    left -= unclear.reduce((sum, place) => sum + (parts[place]?.length ?? 0), 0)
    if (left < 0) return null
    const words = unclear.length === 0 ? parts : segmented(parts, new Set(unclear), { language, segmenters })
    known.set(text, words)
    return words
  }
}

/** The words, spaces and signs of one text, however long it takes. */
export const wordsOf = (text: string, language?: string): readonly string[] =>
  createDivide(Number.POSITIVE_INFINITY)(text, language) ?? []

function segmented(
  parts: readonly string[],
  unclear: ReadonlySet<number>,
  { language, segmenters }: { readonly language: string; readonly segmenters: Segmenters },
): string[] {
  return parts.flatMap((part, place) =>
    unclear.has(place) ? Array.from(wordSegments(part, language, segmenters), ({ segment }) => segment) : part,
  )
}

/**
 * Letters and digits between two spaces are one word in every language, and a stop or comma after them is a sign; only the
 * rest, at these places, is worth a segmenter. It gets the spaces around it, because a mark may belong to one.
 */
function partsOf(text: string): { readonly parts: string[]; readonly unclear: number[] } {
  const parts: string[] = []
  const unclear: number[] = []
  let [settled, at] = [0, 0]
  const settle = (end: number) => {
    if (settled === end) return
    const part = text.slice(settled, end)
    if (!onlySpaces.test(part)) unclear.push(parts.length)
    parts.push(part)
  }
  for (const chunk of text.split(' ')) {
    const end = at + chunk.length
    if (clear.test(chunk)) {
      settle(at)
      if (sign.test(chunk)) parts.push(chunk.slice(0, -1), chunk.slice(-1))
      else parts.push(chunk)
      settled = end
    }
    at = end + 1
  }
  settle(text.length)
  return { parts, unclear }
}

const letters = '0-9A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ӿء-غف-يٱ-ۓ'
const clear = new RegExp(`^[${letters}]+[.,;:]?$`)
const sign = /[.,;:]$/
const onlySpaces = /^ +$/
