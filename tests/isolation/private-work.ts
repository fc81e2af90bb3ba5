import { giveRights } from '#app/features/conference/contract.ts'
import { createPosition, nameRevision, renameDraft, setDraftAside, takeDraftUp } from '#app/features/drafts/contract.ts'
import { invite, revokeInvitation } from '#app/features/identity/invitation-contract.ts'
import { openNote } from '#app/features/notes/contract.ts'
import { type OpenPaper, openPaper, typeInto } from '#tests/support/live-client.ts'
import { rightsOf } from '#tests/support/seats.ts'
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
 * drafts are begun, renamed, set aside and taken up, and revisions are named.
 */
export async function writeInPrivate(
  server: WholeServer,
  { itemId, draftId, documentId, word, edits, drafts }: PrivateWork,
) {
  const [drafter, head] = [await server.as('IKD.drafter'), await server.as('IKD.head')]
  const note = await drafter.mutate(openNote, { itemId, scope: 'DELEGATION' })
  const own = await drafter.mutate(openNote, { itemId, scope: 'PERSONAL' })
  const papers = await Promise.all([
    paperOf(server, 'IKD.drafter', documentId),
    paperOf(server, 'IKD.head', documentId),
    paperOf(server, 'IKD.head', note.documentId),
    paperOf(server, 'IKD.drafter', own.documentId),
  ])
  for (let edit = 0; edit < edits; edit++) {
    const paper = papers[edit % papers.length]
    if (paper) await typed(paper, ` ${word('words typed')}`)
  }
  for (let count = 0; count < drafts; count++) {
    const made = await drafter.mutate(createPosition, { title: word('title of a new draft'), subject: 'ITEM', itemId })
    await head.mutate(renameDraft, { ...made, title: word('later title of a draft') })
    if (count % 2 === 0) continue
    await drafter.mutate(setDraftAside, made)
    await drafter.mutate(takeDraftUp, made)
  }
  await drafter.mutate(nameRevision, { draftId, name: word('name of a revision') })
  for (const { socket } of papers) socket.disconnect()
}

/** People are invited and sent away again, and rights are given: the secretariat, which badges everybody, sees rights. */
export async function changePlacesInPrivate(server: WholeServer, word: PrivateWork['word']) {
  const head = await server.as('IKD.head')
  const { invitationId } = await head.mutate(invite, {
    email: `${word('address of a guest')}@example.org`,
    name: word('name of a guest'),
    role: 'DRAFTER',
  })
  await head.mutate(revokeInvitation, { invitationId })
  const accreditationId = server.accreditation('IKD.deputy')
  for (const rights of [['EDIT_DELEGATION'], rightsOf('DEPUTY_HEAD')] as const)
    await head.mutate(giveRights, { accreditationId, rights: [...rights] })
}

async function typed(paper: OpenPaper, words: string) {
  const update = paper.edit((content) => typeInto(content, words))
  for (;;) {
    const answer = await paper.push(update)
    if (answer.kind === 'saved') return
    if (answer.code !== 'limited') throw new Error(`not saved: ${answer.code}`)
    await new Promise((resolve) => setTimeout(resolve, answer.retryAfterMs ?? 100))
  }
}

async function paperOf(server: WholeServer, seat: string, documentId: string): Promise<OpenPaper> {
  return openPaper(await aSocket(server, await server.cookieOf(server.login(seat))), documentId)
}
