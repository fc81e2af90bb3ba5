import { EDITOR_SCHEMA_VERSION } from '#app/editor/schema-version.ts'
import { contentUpdate } from '#app/editor/y-document.ts'
import { yDocToJson } from '#app/editor/y-reading.ts'
import type { Person } from '#app/kernel/actor.ts'
import { actingOf } from '#app/kernel/actor.ts'
import type { DocumentKind, ProseMirrorJson } from '#app/kernel/documents.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { must } from '#app/kernel/must.ts'
import { digestOf } from '#server/live/digest.ts'
import { loadDocument } from '#server/live/load-document.ts'
import { createOpening } from '#server/live/opening.ts'
import type { Database } from '#server/store/database.ts'
import { createJournal } from '#server/store/journal-store.ts'
import { inTransaction } from '#server/store/transaction.ts'

type Next = (before: ProseMirrorJson) => ProseMirrorJson

/**
 * Hands that write in live documents while nobody is connected: admitted as a person, stored in the journal under a
 * client id of their own, as any edit. For the story only: a running server has rooms, which would not hear of it.
 */
export function createTypist(database: Database, kinds: ReadonlyMap<string, DocumentKind>) {
  const journal = createJournal(database)
  const opening = createOpening({
    kinds,
    editorSchema: EDITOR_SCHEMA_VERSION,
    asPerson: (person, work) => inTransaction(database, contextOf(person), work),
  })
  return async (person: Person, documentId: string, next: Next): Promise<void> => {
    const { accreditationId, epoch } = must(actingOf(person))
    const admitted = await opening.admit(person, { document: documentId, schema: EDITOR_SCHEMA_VERSION })
    const clientId = must(admitted.clientId, `${person.name} may not write in ${documentId}`)
    const { doc } = must(await loadDocument(journal, documentId))
    const bytes = contentUpdate(doc, next(yDocToJson(doc)), clientId)
    doc.destroy()
    const [outcome] = await journal.append([
      {
        documentId,
        opId: newId(),
        accreditationId,
        personId: person.personId,
        epoch,
        accessEpoch: admitted.accessEpoch,
        holder: admitted.holder,
        clientIds: [clientId],
        bytes,
        digest: digestOf(bytes),
      },
    ])
    if (outcome?.kind !== 'saved') throw new Error(`${person.name} could not write: ${outcome?.fault ?? 'no answer'}`)
  }
}

function contextOf(person: Person) {
  const acting = must(actingOf(person))
  const { side, conferenceId, delegationId, accreditationId } = acting
  return { side, conferenceId, delegationId, accreditationId, personId: person.personId }
}
