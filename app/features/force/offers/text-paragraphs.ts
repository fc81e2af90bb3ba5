import type { DocumentJson } from '#app/editor/document-shape.ts'
import { textBlocks, textOf } from '#app/editor/text-blocks.ts'

export interface Paragraph {
  readonly blockId: string
  readonly text: string
}

/** The paragraphs of a text on which a condition may hang; empty ones and those without an id are left out. */
export const paragraphsOf = (content: DocumentJson | null): Paragraph[] =>
  content
    ? textBlocks(content).flatMap(({ id, content: nodes }) => {
        const text = textOf(nodes).trim()
        return id && text ? [{ blockId: id, text }] : []
      })
    : []
