/** What a segmenter is given at once: its work on one string grows with the square of the length. */
export const longestPiece = 1_000

/** The segmenters of several texts, by language: to make one takes as long as to divide a sentence. */
export type Segmenters = Map<string, Intl.Segmenter>

/** A text as its language divides it: words, spaces and signs, which together are exactly the text. */
export function* wordSegments(
  text: string,
  language = '',
  segmenters: Segmenters = new Map(),
): Generator<Intl.SegmentData> {
  const segmenter = segmenters.get(language) ?? createSegmenter(language)
  segmenters.set(language, segmenter)
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

/** A paragraph may name a language that is none: its words are then divided as those of any. */
function createSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity: 'word' })
  } catch (error) {
    if (error instanceof RangeError) return new Intl.Segmenter(undefined, { granularity: 'word' })
    throw error
  }
}
