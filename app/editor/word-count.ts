import type { DocumentJson } from './document-shape.ts'
import { plainText } from './text-blocks.ts'
import { wordSegments } from './word-segments.ts'

/** The number of words as the language of the text divides them: Arabic and Chinese as well as English. */
export function countWords(text: string, language?: string): number {
  let words = 0
  for (const { isWordLike } of wordSegments(text, language)) if (isWordLike) words++
  return words
}

export const wordCount = (document: DocumentJson, language?: string): number =>
  countWords(plainText(document), language)

/** Counts again and again while a text is written: a paragraph that has not changed is not counted twice. */
export function wordCounter(language?: string): (paragraphs: readonly string[]) => number {
  let known = new Map<string, number>()
  return (paragraphs) => {
    const counted = new Map<string, number>()
    let words = 0
    for (const paragraph of paragraphs) {
      const own = counted.get(paragraph) ?? known.get(paragraph) ?? countWords(paragraph, language)
      counted.set(paragraph, own)
      words += own
    }
    known = counted
    return words
  }
}
