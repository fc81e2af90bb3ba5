import type { DocumentJson, NodeJson } from '#app/editor/document-shape.ts'
import { plainText } from '#app/editor/text-blocks.ts'
import { DomainError } from '#app/kernel/errors.ts'

/** DR-14. Throws when there is nothing to read in the text. */
export function assertNotEmpty(content: DocumentJson): void {
  if (plainText(content).trim() !== '') return
  throw new DomainError(
    'conflict',
    'drafts/empty',
    'This revision has no text. Write something and name a new revision.',
  )
}

/** DR-19. Throws when figures that observers were not told would reach them in a text. */
export function assertQuotesStay(content: DocumentJson, audience: 'STATES' | 'ALL'): void {
  if (audience === 'STATES' || !quotes(content.content)) return
  throw new DomainError(
    'conflict',
    'drafts/quotes-figures',
    'This text quotes figures of the force, which observers are told only as they are released. Table it to the states, or write the figures as plain words.',
  )
}

const quotes = (nodes: readonly NodeJson[] = []): boolean =>
  nodes.some(({ marks = [], content }) => marks.some(({ type }) => type === 'quoted') || quotes(content))

/** DR-7. Throws when the revision is not the one that was shown. */
export function assertSameText(shownHash: string, revision: { readonly textHash: string }): void {
  if (shownHash === revision.textHash) return
  throw new DomainError(
    'conflict',
    'drafts/not-what-was-shown',
    'This is not the text you reviewed. Start the review again.',
  )
}

/** Passages in square brackets, as a warning before tabling; nesting counts each pair. */
export const bracketsIn = (content: DocumentJson): number => (plainText(content).match(/\[/g) ?? []).length

export function tablesIn(content: DocumentJson): number {
  const count = (nodes: readonly NodeJson[] = []): number =>
    nodes.reduce((sum, node) => sum + (node.type === 'table' ? 1 : 0) + count(node.content), 0)
  return count(content.content)
}
