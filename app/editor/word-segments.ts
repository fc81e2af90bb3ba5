/** What a segmenter is given at once: its work on one string grows with the square of the length. */
export const longestPiece = 1_000

/** A text as its language divides it: words, spaces and signs, which together are exactly the text. */
export function* wordSegments(text: string, language?: string): Generator<Intl.SegmentData> {
  const segmenter = segmenterOf(language)
  for (let from = 0; from < text.length; ) {
    const end = endOfPiece(text, from)
    yield* segmenter.segment(text.slice(from, end))
    from = end
  }
}

/** Before a space, where every language divides; without spaces after a sign, and at worst between two letters. */
function endOfPiece(text: string, from: number): number {
  const limit = from + longestPiece
  if (limit >= text.length) return text.length
  for (let at = limit; at > from; at--) if (isBlank(text[at]) && !isBlank(text[at - 1])) return at
  for (let at = limit; at > from; at--) if (isEnd(text[at - 1]) && !isEnd(text[at])) return at
  for (let at = limit; at > limit - longestSign; at--) if (!isWithinSign(text, at)) return at
  return limit
}

const isBlank = (character = '') => character === ' ' || character === '\n' || character === '\t'
const isEnd = (character = 'a') => '、。，；：！？…「」（）'.includes(character)

/** A letter with its accents, or a picture of several, is not longer. */
const longestSign = 40
const continuation = /^[\udc00-\udfff\p{M}\p{Emoji_Modifier}\u200d]/u
const isWithinSign = (text: string, at: number) =>
  text[at - 1] === '\u200d' || continuation.test(text.slice(at, at + 2))

/** Making one costs more than using it. Paragraphs name their languages themselves, so only some are kept. */
const mostKept = 24
const kept = new Map<string, Intl.Segmenter>()

function segmenterOf(language = ''): Intl.Segmenter {
  const known = kept.get(language)
  if (known) return known
  if (kept.size >= mostKept) kept.clear()
  const made = createSegmenter(language)
  kept.set(language, made)
  return made
}

/** A paragraph may name a language that is none: its words are then divided as those of any. */
function createSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity: 'word' })
  } catch (error) {
    if (error instanceof RangeError) return new Intl.Segmenter(undefined, { granularity: 'word' })
    throw error
  }
}
