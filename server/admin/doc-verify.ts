import type { Journal } from '#server/live/journal.ts'
import { goodSnapshot, rowsAfter } from '#server/live/load-document.ts'
import { replay } from '#server/live/replay.ts'
import { createJournal } from '#server/store/journal-store.ts'
import type { AdminCommand } from './command.ts'

/** Nothing is changed: what a document's own opening would set aside is only said. */
async function faultsOf(journal: Journal, documentId: string): Promise<string[] | null> {
  const stored = await journal.document(documentId)
  if (!stored) return null
  const snapshot = await goodSnapshot(journal, documentId)
  const rows = await rowsAfter(journal, documentId, snapshot?.seq ?? 0)
  const { doc, bad } = replay(snapshot, rows, stored.seq, await journal.setAside(documentId))
  doc.destroy()
  return bad.map(({ seq, reason }) => `edit ${seq}: ${reason}`)
}

export const docVerify: AdminCommand = {
  name: 'doc verify',
  usage: '[ID]',
  says: 'Replays the journal of one document, or of all, and says which edits cannot be read. Shows no word of any text, and changes nothing.',
  words: 1,
  async run({ given: [wanted] }, { database, say }) {
    const journal = createJournal(database)
    const all = await database.sql<{ id: string }>('SELECT id FROM live_document ORDER BY id')
    const ids = wanted ? [wanted] : all.map(({ id }) => id)
    let damaged = 0
    for (const id of ids) {
      const faults = await faultsOf(journal, id)
      if (faults === null) {
        say(`There is no document ${id}.`)
        return 2
      }
      if (faults.length > 0) damaged += 1
      for (const fault of faults) say(`FAULT: ${id}, ${fault}.`)
    }
    say(`${ids.length} documents replayed, ${damaged} damaged.`)
    return damaged === 0 ? 0 : 1
  },
}
