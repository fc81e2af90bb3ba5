import type { Actor } from '#app/kernel/actor.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import type { TabledLine } from './contract.ts'
import { tabledLines } from './draft-lines.server.ts'
import { readableBy } from './readable.server.ts'

/** Tabled texts the actor may read, newest first; of one item where one is named. */
export const tabledOn = (tx: Tx, actor: Actor, itemId?: string): Promise<TabledLine[]> =>
  tabledLines({ tx, actor }, { ...(itemId ? { itemId } : {}), ...readableBy(actingIn(actor)) })

export { type IssuedParagraph, type IssuedText, issuedText } from './paragraphs.server.ts'
