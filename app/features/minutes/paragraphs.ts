import type { DocumentJson, NodeJson } from '#app/editor/document-shape.ts'
import { flatten } from '#app/editor/flatten.ts'
import { permanentNumbers } from '#app/editor/numbering.ts'

/** A numbered paragraph with the lists and tables that follow it, or a heading, which has no number. */
export interface RecordParagraph {
  readonly blockId: string
  readonly label: string | null
  readonly blocks: readonly NodeJson[]
}

/**
 * The paragraphs of a record with their permanent numbers; `earlier` are the numbers already circulated, by block id
 * (MI-9). Blocks must carry their ids.
 */
export function paragraphsOf(
  document: DocumentJson,
  earlier: Readonly<Record<string, string>> = {},
): RecordParagraph[] {
  const text = flatten(document)
  const labels = permanentNumbers(text, earlier)
  const paragraphs: { blockId: string; label: string | null; blocks: NodeJson[] }[] = []
  for (const block of text.content) {
    const blockId = typeof block.attrs?.id === 'string' ? block.attrs.id : ''
    const label = labels[blockId] ?? null
    const last = paragraphs.at(-1)
    const startsOne = label !== null || block.type === 'heading' || !last || last.label === null
    if (startsOne) {
      if (label !== null || hasContent(block)) paragraphs.push({ blockId, label, blocks: [block] })
    } else if (hasContent(block)) last.blocks.push(block)
  }
  return paragraphs
}

const hasContent = (node: NodeJson): boolean => Boolean(node.text) || (node.content ?? []).some(hasContent)

export interface EditionParagraph {
  readonly label: string | null
  /** Null where the paragraph is not released: its number stays, so that citations match (MI-6). */
  readonly blocks: readonly NodeJson[] | null
}

/** MI-11: a withheld paragraph leaves its number, a withheld heading leaves nothing. */
export const editionOf = (
  paragraphs: readonly (RecordParagraph & { readonly isReleased: boolean })[],
): EditionParagraph[] =>
  paragraphs
    .filter(({ isReleased, label }) => isReleased || label !== null)
    .map(({ label, blocks, isReleased }) => ({ label, blocks: isReleased ? blocks : null }))
