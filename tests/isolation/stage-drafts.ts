import {
  createPosition,
  draftView,
  issueRevision,
  nameRevision,
  openSharedDraft,
  revisionView,
  setDraftAside,
  tableRevision,
  withdrawTabled,
} from '#app/features/drafts/contract.ts'
import { openNote } from '#app/features/notes/contract.ts'
import type { NoteScope } from '#app/features/notes/note.ts'
import { aDocument, aParagraph } from '#tests/builders/documents.ts'
import type { WholeServer } from '#tests/support/whole-server.ts'
import { write, writeAndDelete } from '#tests/support/writing.ts'
import { conference, type Reader, type Register, states } from './secrets.ts'

interface Place {
  readonly itemId: string
  readonly noteItemId: string
}

/** Everything that delegations and drafting groups write: private, shared, tabled and withdrawn. */
export async function stageDrafts(server: WholeServer, { secret }: Register, { itemId, noteItemId }: Place) {
  /** Two named revisions and words that were deleted before the first. `left` is the text of the first one. */
  async function written(seat: string, draftId: string, what: string, own: readonly Reader[], left = own) {
    const writer = await server.as(seat)
    const { documentId } = await writer.ask(draftView, { draftId })
    await writeAndDelete(server, seat, documentId, secret(`deleted words of ${what}`, ...own))
    await write(server, seat, documentId, aDocument(aParagraph(secret(`words of ${what}`, ...left), 'said00000001')))
    const name = secret(`name of a revision of ${what}`, ...own)
    const { revisionId, number } = await writer.mutate(nameRevision, { draftId, name })
    const { textHash } = await writer.ask(revisionView, { draftId, number })
    await write(server, seat, documentId, aDocument(secret(`later words of ${what}`, ...own)))
    return { draftId, documentId, revisionId, number, textHash }
  }

  async function position(seat: string, what: string, own: Reader, left: readonly Reader[] = [own], words = left) {
    const title = secret(`title of ${what}`, ...left)
    const subject = 'COMMAND_ARRANGEMENTS'
    const { draftId } = await (await server.as(seat)).mutate(createPosition, { title, subject, itemId })
    return written(seat, draftId, what, [own], words)
  }

  async function tabled(what: string, audience: 'STATES' | 'ALL', left: readonly Reader[], words = left) {
    const { revisionId, textHash, ...draft } = await position('IKD.drafter', what, 'A', left, words)
    const head = await server.as('IKD.head')
    const { symbol } = await head.mutate(tableRevision, { draftId: draft.draftId, revisionId, textHash, audience })
    return { ...draft, revisionId, textHash, symbol }
  }

  async function shared(what: string, codes: readonly string[], readers: readonly Reader[]) {
    const secretary = await server.as('secretary')
    const delegationIds = codes.map((code) => server.delegation(code))
    const title = secret(`title of ${what}`, ...readers)
    const { draftId } = await secretary.mutate(openSharedDraft, { title, subject: 'ITEM', itemId, delegationIds })
    return written('secretary', draftId, what, readers)
  }

  async function issued(what: string) {
    const secretary = await server.as('secretary')
    const delegates = [...states, 'secretariat'] as const
    const title = secret(`title of ${what}`, ...delegates)
    const delegationIds = [server.delegation('IKD'), server.delegation('ESM')]
    const { draftId } = await secretary.mutate(openSharedDraft, { title, subject: 'ITEM', itemId, delegationIds })
    const draft = await written('secretary', draftId, what, ['A', 'B', 'secretariat'], delegates)
    const { revisionId, textHash } = draft
    const { symbol } = await secretary.mutate(issueRevision, { draftId, revisionId, textHash, audience: 'STATES' })
    return { ...draft, symbol }
  }

  async function note(seat: string, scope: NoteScope, ...readers: Reader[]) {
    const { documentId } = await (await server.as(seat)).mutate(openNote, { itemId: noteItemId, scope })
    const what = `${scope.toLowerCase()} note of ${seat}`
    await writeAndDelete(server, seat, documentId, secret(`deleted words of the ${what}`, ...readers))
    await write(server, seat, documentId, aDocument(secret(`words of the ${what}`, ...readers)))
    return documentId
  }

  const aside = await position('IKD.drafter', 'a position of A that was set aside', 'A')
  await (await server.as('IKD.drafter')).mutate(setDraftAside, { draftId: aside.draftId })
  const delegates = [...states, 'secretariat'] as const
  const withdrawn = await tabled('a withdrawn text', 'STATES', delegates, ['A'])
  const reason = secret('reason of a withdrawal', ...delegates)
  await (await server.as('IKD.head')).mutate(withdrawTabled, { symbol: withdrawn.symbol, reason })
  return {
    position: await position('IKD.drafter', 'a position of A', 'A'),
    aside,
    positionOfB: await position('ESM.drafter', 'a position of B', 'B'),
    toStates: await tabled('a text tabled to states', 'STATES', delegates),
    toAll: await tabled('a text tabled to all', 'ALL', conference),
    withdrawn,
    sharedAB: await shared('a shared draft of A and B', ['IKD', 'ESM'], ['A', 'B', 'secretariat']),
    sharedAC: await shared('a shared draft of A and C', ['IKD', 'MQS'], ['A', 'C', 'secretariat']),
    issued: await issued('an issued shared draft'),
    notes: {
      ofA: await note('IKD.drafter', 'DELEGATION', 'A'),
      ofB: await note('ESM.drafter', 'DELEGATION', 'B'),
      ofDrafter: await note('IKD.drafter', 'PERSONAL', '=IKD.drafter'),
      session: await note('rapporteur', 'SESSION', ...states, 'secretariat'),
      secretariat: await note('secretary', 'SECRETARIAT', 'secretariat'),
      ofSecretary: await note('secretary', 'PERSONAL', '=secretary'),
    },
  }
}

export type DraftsStage = Awaited<ReturnType<typeof stageDrafts>>
