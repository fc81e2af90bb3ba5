import type { NodeJson } from '#app/editor/document-shape.ts'

/** A procedural sentence; its paragraph carries `blockId`, the id of the line of the record it comes from. */
export interface ToldSentence {
  readonly blockId: string
  readonly at: string
  readonly sentence: string
}

/** The lines whose paragraph stands nowhere in the text, in their order (MI-8). */
export function missingLines(content: readonly NodeJson[], lines: readonly ToldSentence[]): readonly ToldSentence[] {
  const told = new Set(content.flatMap(idsIn))
  return lines.filter(({ blockId }) => !told.has(blockId))
}

/**
 * Where each of `wanted` goes, as the place of the block it stands before: right before the next line that is told, so
 * that what was written about a step stays under it; without one, after the last words of the text (MI-12).
 */
export function placesOf(
  content: readonly NodeJson[],
  lines: readonly ToldSentence[],
  wanted: readonly ToldSentence[],
): readonly { readonly at: number; readonly line: ToldSentence }[] {
  const places = new Map(content.flatMap((block, place) => idsIn(block).map((id) => [id, place] as const)))
  const end = content.findLastIndex(hasWords) + 1
  return wanted.map((line) => {
    const later = lines.slice(lines.findIndex(({ blockId }) => blockId === line.blockId) + 1)
    const at = later.flatMap(({ blockId }) => places.get(blockId) ?? [])
    return { at: at.length > 0 ? Math.min(...at) : end, line }
  })
}

const idsIn = ({ attrs, content = [] }: NodeJson): string[] => [
  ...(typeof attrs?.id === 'string' ? [attrs.id] : []),
  ...content.flatMap(idsIn),
]

const hasWords = ({ text, content = [] }: NodeJson): boolean => Boolean(text) || content.some(hasWords)

/** The paragraph of a line, which is known by the line's own id from then on. */
export const paragraphOf = ({ blockId, sentence }: ToldSentence) => ({
  type: 'paragraph',
  attrs: { id: blockId },
  content: [{ type: 'text', text: sentence }],
})
