import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Anonymous } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { auditVerify } from '#server/admin/audit-verify.ts'
import type { AdminCommand, AdminInput } from '#server/admin/command.ts'
import { docVerify } from '#server/admin/doc-verify.ts'
import { sessionsRevoke } from '#server/admin/sessions-revoke.ts'
import { appendAudit } from '#server/audit.ts'
import type { SealNote } from '#server/audit-seal.ts'
import { sealing } from '#server/jobs/sealing.ts'
import { digestOf } from '#server/live/digest.ts'
import type { SealKeeper } from '#server/seal-keeper.ts'
import type { Database } from '#server/store/database.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { openTestDatabase } from '#tests/support/database.ts'

let database: Database
let said: string[]
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(() => {
  said = []
})

const now = new Date('2026-10-21T12:00:00.123Z')
const noted: SealNote[] = []
const seals: SealKeeper = {
  keys: ['q7Zt0cXw3nJv9KpL2mRs8bYd4fHg6aEu'],
  note: () => noted.at(-1) ?? null,
  keep: (note) => void noted.push(note),
}
const run = (command: AdminCommand, input: Partial<AdminInput> = {}, file = '') =>
  command.run(
    { given: [], options: {}, ...input },
    {
      database,
      now: () => now,
      seals,
      origin: 'http://127.0.0.1:3000',
      say: (line) => void said.push(line),
      readFile: () => file,
    },
  )

describe('[SEC-104] audit verify', () => {
  const actor: Anonymous = { kind: 'anonymous', locale: 'en' }
  const act = (detail: Record<string, unknown>) =>
    inTransaction(database, 'engine', (tx) =>
      appendAudit(tx, { actor, at: now, requestId: newId(), contract: { name: 'x.act', audit: 'conference' }, detail }),
    )
  /** As somebody with the database's own password could. */
  const tamper = async (statement: () => Promise<unknown>) => {
    await database.prisma.$executeRaw`ALTER TABLE audit_line DISABLE TRIGGER USER`
    await statement()
    await database.prisma.$executeRaw`ALTER TABLE audit_line ENABLE TRIGGER USER`
  }

  test('[SEC-104] what acts wrote is found whole, with all that JSON can say in it', async () => {
    for (let place = 0; place < 12; place++) {
      await act({ place, figures: [1, -2.5, 1e21, 0], words: 'قرار « ü » 😀', none: null, nested: { b: 1, a: [] } })
    }
    expect(await run(auditVerify)).toBe(0)
    expect(said.at(-1)).toBe('12 lines in 1 chains under 0 seals, 0 faults.')
    const kept = said.join('\n')
    expect(await run(auditVerify, { options: { heads: 'heads.txt' } }, kept)).toBe(0)
  })

  test('[SEC-104] a changed line and a cut end are found', async () => {
    await run(auditVerify)
    const kept = said.join('\n')
    await tamper(() => database.prisma.$executeRaw`UPDATE audit_line SET act = 'x.other' WHERE place = 5`)
    await tamper(() => database.prisma.$executeRaw`DELETE FROM audit_line WHERE place = 12`)
    expect(await run(auditVerify, { options: { heads: 'heads.txt' } }, kept)).toBe(1)
    expect(said).toContain('FAULT: installation, line 5: changed.')
    expect(said).toContain('FAULT: installation, line 12: cut.')
  })

  test('[SEC-104] seals made every ten minutes show by themselves what was rewritten or cut off the end', async () => {
    await tamper(() => database.prisma.$executeRaw`DELETE FROM audit_line`)
    const job = sealing(database, seals)
    const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
    for (let place = 0; place < 3; place++) await act({ place })
    await job.run(later(1))
    await act({ place: 3 })
    await job.run(later(11))
    await job.run(later(21))
    expect(await run(auditVerify)).toBe(0)
    expect(said.at(-1)).toBe('4 lines in 1 chains under 3 seals, 0 faults.')

    await tamper(() => database.prisma.$executeRaw`DELETE FROM audit_line WHERE place = 4`)
    expect(await run(auditVerify)).toBe(1)
    expect(said).toContain('FAULT: installation, line 4: cut.')
  })

  test('[SEC-104] [SEC-105] seals are added and never changed, and a removed or forged one is named', async () => {
    const { prisma } = database
    const asEngine = (statement: string) => inTransaction(database, 'engine', (tx) => tx.$executeRawUnsafe(statement))
    await expect(asEngine('UPDATE audit_seal SET at = now()')).rejects.toThrow()
    await expect(asEngine('DELETE FROM audit_seal')).rejects.toThrow()
    await expect(prisma.$executeRaw`DELETE FROM audit_seal`).rejects.toThrow('append-only')
    await prisma.$executeRaw`ALTER TABLE audit_seal DISABLE TRIGGER USER`
    await prisma.$executeRaw`DELETE FROM audit_seal WHERE number = 3`
    await prisma.$executeRaw`UPDATE audit_seal SET heads = '[]' WHERE number = 2`
    expect(await run(auditVerify)).toBe(1)
    expect(said).toContain('FAULT: seal 2: changed.')
    expect(said).toContain('FAULT: seal 3: cut.')
  })

  test('a file that holds no heads is refused with a sentence', async () => {
    await expect(run(auditVerify, { options: { heads: 'x' } }, 'hello')).rejects.toThrow('holds no heads')
  })
})

describe('[SEC-044] sessions revoke', () => {
  const person = async (email: string) => {
    const { id } = await database.prisma.person.create({ data: { id: newId(), email, name: 'N', createdAt: now } })
    const later = new Date(now.getTime() + 1_000)
    const login = () => ({
      id: newId(),
      tokenHash: newId()
        .replace(/[^0-9a-f]/g, '0')
        .padEnd(64, '0'),
      personId: id,
      createdAt: now,
      expiresAt: later,
      idleUntil: later,
      lastSeenAt: now,
    })
    await database.prisma.login.createMany({
      data: [login(), login()].map((each, place) => ({ ...each, tokenHash: `${place}${each.tokenHash.slice(1)}` })),
    })
    return id
  }
  const state = async (id: string) => {
    const { epoch, logins } = await database.prisma.person.findUniqueOrThrow({
      where: { id },
      include: { logins: true },
    })
    return [epoch, logins.length]
  }

  test('[SEC-044] signs one person out everywhere, leaves the others alone, and leaves a line in the trail', async () => {
    const [norway, chile] = [await person('n@norway.example'), await person('c@chile.example')]
    expect(await run(sessionsRevoke, { given: ['N@norway.example'] })).toBe(0)
    expect([await state(norway), await state(chile)]).toEqual([
      [1, 0],
      [0, 2],
    ])
    const line = await database.prisma.auditLine.findFirstOrThrow({ orderBy: { place: 'desc' } })
    expect(line).toMatchObject({ act: 'admin.endSignIns', detail: { personId: norway, count: 2 } })
  })

  test('[SEC-044] signs everybody out', async () => {
    expect(await run(sessionsRevoke, { options: { everybody: true } })).toBe(0)
    expect(await database.prisma.login.count()).toBe(0)
  })

  test.each([
    ['nobody named', {}, 'Name one e-mail address'],
    ['one named and everybody', { given: ['a@b.example'], options: { everybody: true } }, 'Name one e-mail address'],
    ['somebody unknown', { given: ['x@nowhere.example'] }, 'Nobody has the e-mail address'],
  ])('[SEC-044] %s ends nothing', async (_name, input, sentence) => {
    expect(await run(sessionsRevoke, input)).toBe(2)
    expect(said[0]).toContain(sentence)
  })
})

/** A document with so many edits, each a word of its own writer. */
async function journalOf(edits: number): Promise<string> {
  const id = newId()
  const updates = Array.from({ length: edits }, (_, place) => {
    const doc = new Y.Doc()
    doc.get('content', Y.XmlFragment).insert(0, [new Y.XmlElement('paragraph')])
    const bytes = Buffer.from(Y.encodeStateAsUpdate(doc))
    return { documentId: id, seq: place + 1, opId: newId(), at: now, bytes, digest: Buffer.from(digestOf(bytes)) }
  })
  await database.prisma.liveDocument.create({
    data: { id, conferenceId: newId(), kind: 'note', seq: edits, createdAt: now },
  })
  await database.prisma.liveUpdate.createMany({ data: updates })
  return id
}

describe('[REL-17] doc verify', () => {
  test('[REL-17] finds nothing in an empty journal, and no document that is not there', async () => {
    expect(await run(docVerify)).toBe(0)
    expect(said).toEqual(['0 documents replayed, 0 damaged.'])
    expect(await run(docVerify, { given: ['nothing'] })).toBe(2)
  })

  test('[REL-17] finds the edits that were changed or taken out, and says only where', async () => {
    const [whole, damaged] = [await journalOf(3), await journalOf(3)]
    await database.prisma.liveUpdate.update({
      where: { documentId_seq: { documentId: damaged, seq: 2 } },
      data: { bytes: Buffer.from('canary') },
    })
    await database.prisma.liveUpdate.delete({ where: { documentId_seq: { documentId: damaged, seq: 3 } } })
    expect(await run(docVerify, { given: [whole] })).toBe(0)
    said = []
    expect(await run(docVerify)).toBe(1)
    expect(said.sort()).toEqual(
      [
        '2 documents replayed, 1 damaged.',
        `FAULT: ${damaged}, edit 2: digest.`,
        `FAULT: ${damaged}, edit 3: missing.`,
      ].sort(),
    )
  })
})
