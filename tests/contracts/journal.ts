import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#app/kernel/ids.server.ts'
import { digestOf } from '#server/live/digest.ts'
import type { Journal, JournalEntry } from '#server/live/journal.ts'

/** One document with its first edit, and two writers who may write in it. */
export interface JournalFixture {
  readonly journal: Journal
  readonly documentId: string
  readonly writers: readonly [JournalWriter, JournalWriter]
  /** Another document of the same writers. */
  another(): Promise<string>
  /** Gives client ids as an opening does; answers those that are held from now on. */
  admit(writer: JournalWriter, holder: string, wanted: readonly number[], fresh: number | null): Promise<number[]>
  close(): Promise<void>
  changeAccess(): Promise<void>
  /** Takes away what a writer was let in with. */
  end(writer: JournalWriter): Promise<void>
}

export type JournalWriter = Pick<JournalEntry, 'accreditationId' | 'personId' | 'epoch'>

export function describeJournal(name: string, make: () => Promise<JournalFixture>): void {
  describe(`${name}: what every journal does`, () => {
    let fixture: JournalFixture
    let holder: string
    beforeEach(async () => {
      fixture = await make()
      holder = newId()
      await fixture.admit(fixture.writers[0], holder, [], 71)
      await fixture.admit(fixture.writers[1], holder, [], 72)
    })

    const entry = (words: string, more: Partial<JournalEntry> = {}): JournalEntry => {
      const bytes = new TextEncoder().encode(words)
      return {
        documentId: fixture.documentId,
        opId: newId(),
        ...fixture.writers[0],
        accessEpoch: 0,
        holder,
        clientIds: [71],
        bytes,
        digest: digestOf(bytes),
        ...more,
      }
    }
    const append = async (...entries: JournalEntry[]) =>
      (await fixture.journal.append(entries)).map((outcome) => (outcome.kind === 'saved' ? outcome.seq : outcome.fault))

    test('[LE-4] allots each document its own sequence, inside one commit', async () => {
      const other = await fixture.another()
      const second = { ...fixture.writers[1], clientIds: [72] }
      expect(await append(entry('a'), entry('b', { documentId: other, clientIds: [] }), entry('c', second))).toEqual([
        2, 2, 3,
      ])
      expect(await append(entry('d'))).toEqual([4])
      const rows = await fixture.journal.since(fixture.documentId, 1, 100)
      expect(
        rows.map(({ seq, bytes, accreditationId }) => [seq, new TextDecoder().decode(bytes), accreditationId]),
      ).toEqual([
        [2, 'a', fixture.writers[0].accreditationId],
        [3, 'c', fixture.writers[1].accreditationId],
        [4, 'd', fixture.writers[0].accreditationId],
      ])
      expect(rows.every(({ bytes, digest }) => Buffer.compare(digestOf(bytes), digest) === 0)).toBe(true)
      expect(await fixture.journal.document(fixture.documentId)).toEqual({
        seq: 4,
        isOpen: true,
        isDamaged: false,
        accessEpoch: 0,
      })
    })

    test('[LE-5] answers a resend with the first sequence, and says that it is not fresh', async () => {
      const resent = entry('a')
      await fixture.journal.append([resent])
      const [outcome] = await fixture.journal.append([resent])
      expect(outcome).toMatchObject({ kind: 'saved', seq: 2, isFresh: false })
      expect(await append(entry('b'))).toEqual([3])
    })

    test('[LE-5] refuses another edit, or another author, under a known op id', async () => {
      const first = entry('a')
      await fixture.journal.append([first])
      expect(await append(entry('other', { opId: first.opId }))).toEqual(['op-id'])
      expect(await append({ ...first, ...fixture.writers[1], clientIds: [72] })).toEqual(['op-id'])
    })

    test('[LE-9] refuses with an edit what its writer sent after it, and nobody else’s', async () => {
      const first = entry('a')
      await fixture.journal.append([first])
      const elsewhere = entry('c', { ...fixture.writers[1], clientIds: [72], holder: newId() })
      await fixture.admit(fixture.writers[1], elsewhere.holder, [72], null)
      expect(await append(entry('forged', { opId: first.opId }), elsewhere, entry('b'))).toEqual(['op-id', 3, 'gap'])
    })

    test('[LE-8] takes an edit only from the opening that holds its client ids', async () => {
      const later = newId()
      expect(await fixture.admit(fixture.writers[1], later, [71], null)).toEqual([])
      expect(await fixture.admit(fixture.writers[0], later, [71], null)).toEqual([71])
      expect(await append(entry('old'))).toEqual(['reopen'])
      expect(await append(entry('new', { holder: later }))).toEqual([2])
      expect(await append(entry('not mine', { holder: later, clientIds: [71, 72] }))).toEqual(['reopen'])
      expect(await fixture.admit(fixture.writers[0], newId(), [], 71)).toEqual([])
    })

    test('[SEC-063] refuses edits to a closed document, and still answers for those it has', async () => {
      const before = entry('a')
      await fixture.journal.append([before])
      await fixture.close()
      expect(await append(entry('b'))).toEqual(['closed'])
      expect(await append(before)).toEqual([2])
    })

    test('[SEC-063] refuses edits that were admitted before access changed', async () => {
      await fixture.changeAccess()
      expect(await append(entry('a'))).toEqual(['reopen'])
      expect(await append(entry('a', { accessEpoch: 1 }))).toEqual([2])
    })

    test('[SEC-045] refuses edits of whoever lost the accreditation', async () => {
      await fixture.end(fixture.writers[0])
      const second = { ...fixture.writers[1], clientIds: [72] }
      const elsewhere = newId()
      await fixture.admit(fixture.writers[1], elsewhere, [72], null)
      expect(await append(entry('a'), entry('b', { ...second, holder: elsewhere }))).toEqual(['access', 2])
    })

    test('[SEC-063] refuses edits to a document that does not exist', async () => {
      expect(await append(entry('a', { documentId: newId() }))).toEqual(['missing'])
      expect(await fixture.journal.document(newId())).toBeNull()
    })

    test('[LE-14] gives back the latest proven snapshot, and wants none that is hardly newer', async () => {
      const bytes = new TextEncoder().encode('state')
      const snapshot = { seq: 1, bytes, digest: digestOf(bytes) }
      const { journal, documentId } = fixture
      expect(await journal.saveSnapshot(documentId, snapshot)).toBe(true)
      expect(await journal.snapshot(documentId, 1_000)).toBeNull()
      await journal.markVerified(documentId, 1)
      expect(await journal.snapshot(documentId, 1_000)).toMatchObject({ seq: 1, bytes })
      expect(await journal.snapshot(documentId, 1)).toBeNull()
      expect(await journal.saveSnapshot(documentId, { ...snapshot, seq: 2 })).toBe(false)
      expect(await journal.saveSnapshot(documentId, { ...snapshot, seq: 2 }, 1)).toBe(true)
      expect(await journal.saveSnapshot(documentId, { ...snapshot, seq: 1 }, 1)).toBe(false)
      expect(await journal.saveSnapshot(documentId, { ...snapshot, seq: 900 })).toBe(true)
    })

    test('[SEC-067] stores a repair in nobody’s name, once, and not in a closed document', async () => {
      const { journal, documentId } = fixture
      const bytes = new TextEncoder().encode('mended')
      const repair = { lookedAt: 1, opId: newId(), clientId: 81, bytes }
      expect(await append(entry('a'))).toEqual([2])
      expect(await journal.repair(documentId, repair)).toBe(3)
      expect(await journal.repair(documentId, { ...repair, opId: newId(), clientId: 82 })).toBeNull()
      expect(await journal.repair(documentId, { ...repair, lookedAt: 3, clientId: 83 })).toBeNull()
      expect(await append(entry('b'))).toEqual([4])
      const rows = await journal.since(documentId, 2, 10)
      expect(rows.map(({ seq, accreditationId }) => [seq, accreditationId])).toEqual([
        [3, null],
        [4, fixture.writers[0].accreditationId],
      ])
      expect(Buffer.compare(rows[0]?.bytes ?? new Uint8Array(), bytes)).toBe(0)
      expect(Buffer.compare(rows[0]?.digest ?? new Uint8Array(), digestOf(bytes))).toBe(0)
      await fixture.close()
      expect(await journal.repair(documentId, { ...repair, lookedAt: 4, opId: newId(), clientId: 84 })).toBeNull()
    })

    test('[LE-15] sets damage aside for good and marks the document', async () => {
      const { journal, documentId } = fixture
      await journal.quarantine(documentId, [{ seq: 1, bytes: new Uint8Array([1]), reason: 'digest' }])
      await journal.quarantine(documentId, [{ seq: 1, bytes: new Uint8Array([1]), reason: 'digest' }])
      expect(await journal.setAside(documentId)).toEqual(new Set([1]))
      expect(await journal.document(documentId)).toMatchObject({ isDamaged: true })
    })
  })
}
