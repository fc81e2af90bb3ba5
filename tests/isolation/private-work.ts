import { giveRights } from '#app/features/conference/contract.ts'
import { createPosition, nameRevision, renameDraft, setDraftAside, takeDraftUp } from '#app/features/drafts/contract.ts'
import { invite, revokeInvitation } from '#app/features/identity/invitation-contract.ts'
import { openNote } from '#app/features/notes/contract.ts'
import { type OpenPaper, openPaper } from '#tests/support/live-client.ts'
import type { WholeServer } from '#tests/support/whole-server.ts'
import { aSocket } from '#tests/support/whole-socket.ts'

export interface PrivateWork {
  /** Where A writes: an agenda item, and one of its own drafts. */
  readonly itemId: string
  readonly draftId: string
  readonly documentId: string
  /** A new word for each thing that is written. */
  readonly word: (where: string) => string
  readonly edits: number
  readonly drafts: number
}

/**
 * Iskandra goes on working, all of it its own business: two members type in a draft and in notes through real sockets,
 * drafts are begun, renamed, set aside and taken up, revisions named, people invited and rights given.
 */
export async function workInPrivate(
  server: WholeServer,
  { itemId, draftId, documentId, word, edits, drafts }: PrivateWork,
) {
  const [drafter, head] = [await server.as('IKD.drafter'), await server.as('IKD.head')]
  const note = await drafter.mutate(openNote, { itemId, scope: 'DELEGATION' })
  const own = await drafter.mutate(openNote, { itemId, scope: 'PERSONAL' })
  const papers = await Promise.all([
    paperOf(server, 'IKD.drafter', documentId),
    paperOf(server, 'IKD.head', documentId),
    paperOf(server, 'IKD.drafter', note.documentId),
    paperOf(server, 'IKD.drafter', own.documentId),
  ])
  for (let edit = 0; edit < edits; edit++) {
    const paper = papers[edit % papers.length]
    const answer = await paper?.type(` ${word('words typed')}`)
    if (answer?.kind !== 'saved') throw new Error(`not saved: ${JSON.stringify(answer)}`)
  }
  for (let count = 0; count < drafts; count++) {
    const made = await drafter.mutate(createPosition, { title: word('title of a new draft'), subject: 'ITEM', itemId })
    await head.mutate(renameDraft, { ...made, title: word('later title of a draft') })
    if (count % 2 === 0) continue
    await drafter.mutate(setDraftAside, made)
    await drafter.mutate(takeDraftUp, made)
  }
  await drafter.mutate(nameRevision, { draftId, name: word('name of a revision') })
  const { invitationId } = await head.mutate(invite, {
    email: `${word('address of a guest')}@example.org`,
    name: word('name of a guest'),
    role: 'DRAFTER',
  })
  await head.mutate(revokeInvitation, { invitationId })
  const accreditationId = server.accreditation('IKD.deputy')
  for (const rights of [['EDIT_DELEGATION'], ['EDIT_DELEGATION', 'TABLE']] as const)
    await head.mutate(giveRights, { accreditationId, rights: [...rights] })
  for (const { socket } of papers) socket.disconnect()
}

async function paperOf(server: WholeServer, seat: string, documentId: string): Promise<OpenPaper> {
  return openPaper(await aSocket(server, await server.cookieOf(server.login(seat))), documentId)
}
