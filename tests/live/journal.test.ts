import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#app/kernel/ids.server.ts'
import { digestOf } from '#server/live/digest.ts'
import { documents } from '#server/live/documents.ts'
import type { JournalEntry } from '#server/live/journal.ts'
import { pruning } from '#server/live/pruning.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { describeJournal, type JournalWriter } from '#tests/contracts/journal.ts'
import { aLiveDesk, contextOf, type LiveDesk } from '#tests/support/live-desk.ts'

let desk: LiveDesk
beforeAll(async () => {
  desk = await aLiveDesk()
})
afterAll(() => desk.close())

const writer = (seat: string): JournalWriter => {
  const { accreditationId, personId } = desk.seat(seat)
  return { accreditationId, personId, epoch: 0 }
}

describeJournal('in PostgreSQL', async () => {
  const documentId = await desk.paper('IKD')
  const { prisma, sql } = desk.database
  const writers = [writer('IKD.head'), writer('IKD.drafter')] as const
  await prisma.accreditation.updateMany({ data: { epoch: 0 } })
  return {
    journal: desk.journal,
    documentId,
    writers,
    another: () => desk.paper('IKD'),
    async admit({ accreditationId, personId }, holder, wanted, fresh) {
      const rows = await sql<{ client_id: string }>(
        'SELECT client_id FROM plenary_live_admit($1, $2, $3, $4, $5::bigint[], $6)',
        [documentId, accreditationId, personId, holder, wanted, fresh],
      )
      return rows.map((row) => Number(row.client_id))
    },
    close: () => asHead((tx) => documents.close(tx, documentId, 'tabled')),
    changeAccess: () => asHead((tx) => documents.accessChanged(tx, documentId)),
    end: async ({ accreditationId }) =>
      void (await prisma.accreditation.update({ where: { id: accreditationId }, data: { epoch: { increment: 1 } } })),
  }
})

async function asHead<Result>(work: Parameters<typeof inTransaction<Result>>[2]): Promise<Result> {
  return inTransaction(desk.database, contextOf(await desk.actor('IKD.head')), work)
}

describe('[SEC-006] row-level security around the journal', () => {
  const tables = ['live_document', 'live_update', 'live_snapshot', 'live_client_id', 'live_quarantine'] as const
  const countsFor = async (seat: string | null) => {
    const context = seat
      ? contextOf(await desk.actor(seat))
      : { side: '', conferenceId: null, delegationId: null, personId: null, accreditationId: null }
    return inTransaction(desk.database, context, async (tx) => {
      const counts = await tx.$queryRawUnsafe<Record<string, number>[]>(
        `SELECT ${tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ')}`,
      )
      return Object.values(counts[0] ?? {})
    })
  }

  test('[SEC-006] a delegation sees its own documents, another and the secretariat none, nobody nothing', async () => {
    const documentId = await desk.paper('IKD')
    const bytes = new Uint8Array([1, 2, 3])
    await desk.journal.saveSnapshot(documentId, { seq: 1, bytes, digest: digestOf(bytes) })
    await desk.journal.quarantine(documentId, [{ seq: 1, bytes, reason: 'digest' }])
    expect((await countsFor('IKD.drafter')).every((count) => count > 0)).toBe(true)
    for (const seat of ['ESM.head', 'chair', 'organiser', 'RCO.head', null]) {
      expect(await countsFor(seat), `as ${seat}`).toEqual([0, 0, 0, 0, 0])
    }
  })

  test('[SEC-006] a personal paper is its owner’s alone', async () => {
    const actor = await desk.actor('ESM.head')
    const { accreditationId } = desk.seat('ESM.head')
    const circle = { conferenceId: desk.conferenceId, delegationId: desk.delegation('ESM'), accreditationId }
    const documentId = await inTransaction(desk.database, contextOf(actor), (tx) =>
      documents.create(tx, { kind: 'paper', ...circle, now: new Date(), newId }),
    )
    const seen = (seat: string) =>
      desk
        .actor(seat)
        .then((reader) =>
          inTransaction(desk.database, contextOf(reader), (tx) => tx.liveDocument.count({ where: { id: documentId } })),
        )
    expect([await seen('ESM.head'), await seen('ESM.deputy'), await seen('chair')]).toEqual([1, 0, 0])
  })

  test('[SEC-006] a person’s transaction cannot write the journal', async () => {
    const documentId = await desk.paper('IKD')
    const head = contextOf(await desk.actor('IKD.head'))
    const row = {
      documentId,
      seq: 99,
      opId: newId(),
      at: new Date(),
      bytes: new Uint8Array([1]),
      digest: new Uint8Array(16),
    }
    await expect(inTransaction(desk.database, head, (tx) => tx.liveUpdate.create({ data: row }))).rejects.toThrow()
    const changed = inTransaction(desk.database, head, (tx) =>
      tx.liveUpdate.updateMany({ where: { documentId }, data: { seq: 5 } }),
    )
    await expect(changed).resolves.toEqual({ count: 0 })
  })

  test('[SEC-006] nobody makes a document for another conference', async () => {
    const head = contextOf(await desk.actor('IKD.head'))
    const made = inTransaction(desk.database, head, (tx) =>
      documents.create(tx, { kind: 'paper', conferenceId: newId(), now: new Date(), newId }),
    )
    await expect(made).rejects.toThrow()
  })
})

test('[LE-4] several processes append to the same documents at once, and every sequence is given once', async () => {
  const papers = [await desk.paper('IKD'), await desk.paper('IKD')]
  const head = writer('IKD.head')
  await desk.database.prisma.accreditation.updateMany({ data: { epoch: 0 } })
  const entry = (documentId: string): JournalEntry => {
    const bytes = new Uint8Array([1, 2, 3])
    return {
      documentId,
      opId: newId(),
      ...head,
      accessEpoch: 0,
      holder: '',
      clientIds: [],
      bytes,
      digest: digestOf(bytes),
    }
  }
  const batches = Array.from({ length: 12 }, (_, place) =>
    (place % 2 ? [...papers] : [...papers].reverse()).flatMap((each) => [entry(each), entry(each)]),
  )
  const outcomes = (await Promise.all(batches.map((batch) => desk.journal.append(batch)))).flat()
  expect(outcomes.every(({ kind }) => kind === 'saved')).toBe(true)
  for (const paper of papers) {
    const rows = await desk.journal.since(paper, 1, 100)
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 24 }, (_, place) => place + 2))
  }
})

test('[LE-14] after 90 days edits go that three proven snapshots hold, and no others', async () => {
  const paper = await desk.paper('IKD')
  const { prisma } = desk.database
  const bytes = new Uint8Array([1, 2, 3])
  const snapshot = (seq: number) => ({ documentId: paper, seq, bytes, digest: digestOf(bytes), madeAt: new Date() })
  const row = (seq: number) => ({
    documentId: paper,
    seq,
    opId: newId(),
    at: new Date('2020-01-01'),
    bytes,
    digest: digestOf(bytes),
  })
  await prisma.liveUpdate.createMany({ data: Array.from({ length: 9 }, (_, place) => row(place + 2)) })
  await prisma.liveSnapshot.createMany({ data: [2, 4, 6, 8].map((seq) => ({ ...snapshot(seq), isVerified: true })) })
  await prisma.liveSnapshot.create({ data: snapshot(10) })
  await pruning(desk.journal).run(new Date())
  const left = async () => (await desk.journal.since(paper, 0, 100)).map(({ seq }) => seq)
  // The first edit is of today; the proven snapshots that are kept are those of 4, 6 and 8.
  expect(await left()).toEqual([1, 5, 6, 7, 8, 9, 10])
  const snapshots = await prisma.liveSnapshot.findMany({ where: { documentId: paper }, orderBy: { seq: 'asc' } })
  expect(snapshots.map(({ seq }) => seq)).toEqual([4, 6, 8, 10])
})
