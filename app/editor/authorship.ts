import * as Y from 'yjs'
import type { DocumentJson, MarkJson, NodeJson } from './document-shape.ts'
import { type TextBlock, textBlocks } from './text-blocks.ts'
import { marksOf, readNodes, textNode } from './y-reading.ts'

export interface AuthoredRun {
  readonly text: string
  /** null: the first content of the document, or a person the journal no longer names. */
  readonly authorId: string | null
}

export interface AuthoredBlock extends Pick<TextBlock, 'id' | 'form' | 'depth' | 'lang'> {
  readonly runs: readonly AuthoredRun[]
}

/**
 * Who wrote what, block by block. `authors` says to whom the server issued each Yjs client id: the journal's word, never
 * the document's (SEC-068). Words that were moved, or fell into a new paragraph by a split, count as the mover's.
 */
export function authorsByRange(doc: Y.Doc, authors: ReadonlyMap<number, string>): AuthoredBlock[] {
  const document: DocumentJson = readNodes(doc, (text) => authoredText(text, authors))
  return textBlocks(document).map(({ id, form, depth, lang, content }) => ({
    id,
    form,
    depth,
    lang,
    runs: joined(content.map(runOf)),
  }))
}

/** The persons found in the blocks, in the order of their first words. */
export const authorsIn = (blocks: readonly AuthoredBlock[]): string[] => [
  ...new Set(blocks.flatMap(({ runs }) => runs.flatMap(({ authorId }) => (authorId === null ? [] : [authorId])))),
]

const authorMark = (authorId: string): MarkJson => ({ type: 'author', attrs: { id: authorId } })

function authoredText(text: Y.XmlText, authors: ReadonlyMap<number, string>): NodeJson[] {
  const nodes: NodeJson[] = []
  let formatting: Record<string, unknown> = {}
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) {
      formatting = { ...formatting, [item.content.key]: item.content.value }
    } else if (item.content instanceof Y.ContentString) {
      const author = authors.get(item.id.client)
      const marks = marksOf(formatting)
      nodes.push(...textNode(item.content.str, author === undefined ? marks : [...marks, authorMark(author)]))
    }
  }
  return nodes
}

function runOf({ type, text, marks }: NodeJson): AuthoredRun {
  const author = marks?.find((mark) => mark.type === 'author')?.attrs?.id
  return { text: type === 'hardBreak' ? '\n' : (text ?? ''), authorId: typeof author === 'string' ? author : null }
}

function joined(runs: readonly AuthoredRun[]): AuthoredRun[] {
  const result: AuthoredRun[] = []
  for (const run of runs) {
    const last = result.at(-1)
    const continues = last && (last.authorId === run.authorId || run.text.trim() === '')
    if (continues) result.splice(-1, 1, { ...last, text: last.text + run.text })
    else result.push(run)
  }
  return result
}
