import { newId } from '#app/kernel/ids.server.ts'
import { describeJournal, type JournalWriter } from '#tests/contracts/journal.ts'
import { aPaper } from '#tests/support/engine.ts'
import { MemoryJournal } from '#tests/support/memory-journal.ts'

const writer = (): JournalWriter => ({ accreditationId: newId(), personId: newId(), epoch: 0 })

describeJournal('in memory', async () => {
  const journal = new MemoryJournal()
  const documentId = aPaper(journal)
  return {
    journal,
    documentId,
    writers: [writer(), writer()],
    another: async () => aPaper(journal),
    admit: async ({ accreditationId }, holder, wanted, fresh) =>
      journal.admit(documentId, accreditationId, holder, wanted, fresh),
    close: async () => void Object.assign(journal.kept(documentId), { isOpen: false }),
    changeAccess: async () => void Object.assign(journal.kept(documentId), { accessEpoch: 1 }),
    end: async ({ accreditationId }) => void journal.ended.add(accreditationId),
  }
})
