import { isDocumentJson } from '#app/editor/document-json.ts'
import { wordCount } from '#app/editor/word-count.ts'
import { itemRefsFor } from '#app/features/agenda/api.server.ts'
import { missing } from '#app/kernel/errors.ts'
import { type Ask, actingIn, answer, type QueryHandler } from '#app/kernel/work.server.ts'
import { tabledList, tabledView } from './contract.ts'
import { tabledLines } from './draft-lines.server.ts'
import { mayReadTabled } from './policy.ts'
import { readableBy } from './readable.server.ts'

export const tabledQueries: QueryHandler[] = [
  answer(tabledList, async (ask, { itemId }) => ({
    texts: await tabledLines(ask, {
      ...(itemId ? { itemId: { in: await itemAndAbove(ask, itemId) } } : {}),
      ...readableBy(actingIn(ask.actor)),
    }),
  })),

  answer(tabledView, async (ask, { symbol }) => {
    const { tx, actor, allow } = ask
    const acting = actingIn(actor)
    const { conferenceId } = acting
    const row = await tx.tabledText.findUnique({ where: { conferenceId_symbol: { conferenceId, symbol } } })
    if (!row || !isDocumentJson(row.content)) throw missing()
    allow(mayReadTabled(acting, row))
    const family = await tabledLines(ask, { baseSymbol: row.baseSymbol, ...readableBy(acting) })
    const line = family.find((text) => text.symbol === symbol)
    if (!line) throw missing()
    return {
      ...line,
      // Withdrawn: the stub stays, the words go (DR-11).
      content: row.withdrawnAt ? null : row.content,
      textHash: row.textHash,
      words: row.withdrawnAt ? 0 : wordCount(row.content, row.language),
      earlier: family.filter((text) => text.revision < row.revision).map((text) => text.symbol),
    }
  }),
]

/** DR-17: a text on item 7 is before those who discuss 7(b). An item that the reader may not see adds nothing. */
async function itemAndAbove({ tx, actor }: Pick<Ask, 'tx' | 'actor'>, itemId: string): Promise<string[]> {
  const items = await itemRefsFor(tx, actor)
  const parentId = items.get(itemId)?.parentId
  return parentId && items.has(parentId) ? [itemId, parentId] : [itemId]
}
