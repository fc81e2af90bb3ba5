import { isDocumentJson } from '#app/editor/document-json.ts'
import { textBlocks, textOf } from '#app/editor/text-blocks.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { actingIn, type Tx } from '#app/kernel/work.server.ts'
import { readableBy } from './readable.server.ts'

export interface IssuedParagraph {
  readonly blockId: string
  readonly text: string
}
export interface IssuedText {
  /** The symbol of the latest revision in sight. */
  readonly symbol: string
  readonly title: string
  readonly paragraphs: readonly IssuedParagraph[]
}

/**
 * The latest revision of a tabled or issued text that the actor may read, by its base symbol; null when there is none or
 * it was withdrawn.
 */
export async function issuedText(tx: Tx, actor: Actor, baseSymbol: string): Promise<IssuedText | null> {
  const acting = actingIn(actor)
  const row = await tx.tabledText.findFirst({
    where: { conferenceId: acting.conferenceId, baseSymbol, withdrawnAt: null, ...readableBy(acting) },
    orderBy: { revision: 'desc' },
  })
  if (!row || !isDocumentJson(row.content)) return null
  const paragraphs = textBlocks(row.content).flatMap(({ id, content }) => {
    const text = textOf(content)
    return id && text ? [{ blockId: id, text }] : []
  })
  return { symbol: row.symbol, title: row.title, paragraphs }
}
