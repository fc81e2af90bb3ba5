import { createPosition, draftView, nameRevision, revisionView, tableRevision } from '#app/features/drafts/contract.ts'
import { aDocument } from '#tests/builders/documents.ts'
import { anItem } from './agenda.ts'
import type { World } from './world.ts'
import { write } from './writing.ts'

/** Drafts of Iskandra on one item of the working group, each stating only what a test is about. */
export async function draftsIn(world: World) {
  const { itemId } = await anItem(world, { bodyId: world.bodies.wg1 })
  async function aPosition(seat = 'IKD.drafter', title = 'Line on command') {
    const drafter = await world.as(seat)
    const { draftId } = await drafter.mutate(createPosition, { title, subject: 'COMMAND_ARRANGEMENTS', itemId })
    const { documentId } = await drafter.ask(draftView, { draftId })
    return { draftId, documentId }
  }

  async function aRevision(draftId: string, name = 'For the head', seat = 'IKD.drafter') {
    const drafter = await world.as(seat)
    const { revisionId, number } = await drafter.mutate(nameRevision, { draftId, name })
    const { textHash } = await drafter.ask(revisionView, { draftId, number })
    return { revisionId, number, textHash }
  }

  async function aWrittenRevision(words = 'Tactical control only.') {
    const position = await aPosition()
    await write(world, 'IKD.drafter', position.documentId, aDocument(words))
    return { ...position, ...(await aRevision(position.draftId)) }
  }

  async function aTabledText(words?: string, audience: 'STATES' | 'ALL' = 'STATES') {
    const { draftId, revisionId, textHash } = await aWrittenRevision(words)
    const head = await world.as('IKD.head')
    return { draftId, ...(await head.mutate(tableRevision, { draftId, revisionId, textHash, audience })) }
  }

  return { itemId, aPosition, aRevision, aWrittenRevision, aTabledText }
}
