import { beforeAll, describe, expect, test } from 'vitest'
import { must } from '#app/kernel/must.ts'
import { storeContext } from '#server/runtime.ts'
import { inTransaction, type TransactionContext, type Tx } from '#server/store/transaction.ts'
import type { Stage } from './stage.ts'

/** Tables that name a delegation and are not walled off, with the reason why. */
const openTables: Readonly<Record<string, string>> = {
  accreditation: 'who sits where is asked before anybody acts; names and rights leave by queries of their own',
  meeting_presence: 'the roll-call is part of the record',
  record_line: 'what happened in meetings is the conference’s own; private acts are not in it',
}

const nobody: TransactionContext = {
  side: '',
  conferenceId: null,
  delegationId: null,
  personId: null,
  accreditationId: null,
}

export function rowSecuritySuite(stageNow: () => Stage) {
  describe('[SEC-006] the second wall', () => {
    let walled: string[]
    beforeAll(async () => {
      const rows = await stageNow().server.database.sql<{ name: string }>(
        "SELECT relname AS name FROM pg_class WHERE relforcerowsecurity AND relkind = 'r' ORDER BY relname",
      )
      walled = rows.map(({ name }) => name)
      await fillTheRest(stageNow())
    })
    const count = (tx: Tx, table: string, where = 'true') =>
      tx.$queryRawUnsafe<{ count: number }[]>(`SELECT count(*)::int AS count FROM "${table}" WHERE ${where}`)
    const counts = async (context: TransactionContext | 'engine', where: (table: string) => string = () => 'true') =>
      inTransaction(stageNow().server.database, context, async (tx) => {
        const found: Record<string, number> = {}
        for (const table of walled) found[table] = must((await count(tx, table, where(table)))[0]).count
        return found
      })
    const contextOf = async (seat: string) => storeContext((await stageNow().server.as(seat)).actor)

    test('stands around every private table', () => {
      expect(walled).toEqual([
        'act_once',
        'audit_line',
        'audit_seal',
        'draft',
        'draft_revision',
        'drafting_group_member',
        'force_caveat',
        'force_condition',
        'force_contact',
        'force_contact_step',
        'force_element',
        'force_figure',
        'force_fund',
        'force_issue',
        'force_line',
        'force_offer',
        'force_offer_step',
        'force_phase',
        'force_required',
        'force_statement',
        'force_totals',
        'import_upload',
        'invitation',
        'live_client_id',
        'live_document',
        'live_quarantine',
        'live_snapshot',
        'live_update',
        'minutes',
        'minutes_edition',
        'minutes_paragraph',
        'note',
        'tabled_text',
        'tabling_origin',
      ])
    })

    test('every table that names a delegation has it, or a reason', async () => {
      const rows = await stageNow().server.database.sql<{ name: string }>(
        `SELECT DISTINCT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
         JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
         WHERE c.relkind = 'r' AND a.attname LIKE '%delegation_id' AND NOT c.relforcerowsecurity ORDER BY 1`,
      )
      expect(rows.map(({ name }) => name)).toEqual(Object.keys(openTables).sort())
    })

    test('lets nobody through who has not said who they are', async () => {
      expect(Object.values(await counts('engine'))).not.toContain(0)
      expect(await counts(nobody)).toEqual(Object.fromEntries(walled.map((table) => [table, 0])))
    })

    test('lets one delegation see nothing private of another', async () => {
      const { server, drafts, force } = stageNow()
      const b = server.delegation('ESM')
      // Texts that were tabled are everybody's, and the members of a drafting group know each other.
      const isShared = `draft_id IN ('${drafts.sharedAB.draftId}', '${drafts.issued.draftId}')`
      const ofB = `SELECT id FROM live_document WHERE delegation_id = '${b}'`
      const where = (table: string) => {
        if (table === 'tabled_text') return `audience NOT IN ('STATES', 'ALL')`
        if (table === 'drafting_group_member') return `delegation_id = '${b}' AND NOT ${isShared}`
        if (table === 'audit_line') return `scope = 'delegation:${b}'`
        if (table === 'audit_seal') return 'true'
        if (table === 'force_offer') return `id = '${force.offers.ownOfB}'`
        if (ofAnOffer.includes(table)) return `offer_id = '${force.offers.ownOfB}'`
        if (table.startsWith('force_contact')) return 'true'
        if (table.startsWith('force_')) return 'false'
        if (table === 'draft_revision') return `draft_id = '${drafts.positionOfB.draftId}'`
        if (table === 'act_once') return `actor_key = '${server.accreditation('ESM.head')}'`
        if (table === 'import_upload' || table.startsWith('minutes')) return 'false'
        return table.startsWith('live_') && table !== 'live_document'
          ? `document_id IN (${ofB}) OR document_id = '${drafts.notes.ofB}' OR document_id = '${drafts.positionOfB.documentId}'`
          : `delegation_id = '${b}'`
      }
      const none = Object.fromEntries(walled.map((table) => [table, 0]))
      expect(await counts(await contextOf('IKD.head'), where)).toEqual(none)
      // The secretariat knows the groups and keeps the book of outreach.
      const notToHide = /^(drafting_group_member|force_contact.*)$/
      for (const seat of ['secretary', 'organiser', 'generator', 'security', 'RCO.head']) {
        const seen = await counts(await contextOf(seat), (table) => (notToHide.test(table) ? 'false' : where(table)))
        expect(seen, seat).toEqual(none)
      }
    })

    test('lets observers see what was published to them', async () => {
      const { minutes, drafts } = stageNow()
      const seen = await counts(await contextOf('RCO.head'))
      expect(seen).toMatchObject({ draft: 0, draft_revision: 0, note: 0, minutes: 1, minutes_paragraph: 0 })
      expect(seen).toMatchObject({ minutes_edition: 1, tabled_text: 1, live_document: 0, live_update: 0 })
      expect(Object.fromEntries(walled.filter(isOfForce).map((table) => [table, seen[table]]))).toEqual({
        ...Object.fromEntries(walled.filter(isOfForce).map((table) => [table, 0])),
        force_totals: 1,
      })
      expect([minutes.published.minutesId, drafts.toAll.symbol]).toBeTruthy()
    })

    test('does not let an actor write a row for somebody else', async () => {
      const { server, drafts, force } = stageNow()
      const forge = async (tx: Tx) =>
        tx.$executeRawUnsafe(
          `UPDATE draft SET delegation_id = '${server.delegation('ESM')}' WHERE id = '${drafts.position.draftId}'`,
        )
      await expect(inTransaction(server.database, await contextOf('IKD.head'), forge)).rejects.toThrow()
      const give = async (tx: Tx) =>
        tx.$executeRawUnsafe(
          `UPDATE force_offer SET delegation_id = '${server.delegation('ESM')}' WHERE id = '${force.offers.own}'`,
        )
      await expect(inTransaction(server.database, await contextOf('IKD.head'), give)).rejects.toThrow()
    })
  })
}

const ofAnOffer = ['force_line', 'force_figure', 'force_condition', 'force_caveat', 'force_offer_step']
const isOfForce = (table: string) => table.startsWith('force_')

/** The tables that nothing on the stage has filled, with something of B. */
async function fillTheRest({ server, drafts }: Stage) {
  const { prisma } = server.database
  const [documentId, at, bytes] = [drafts.positionOfB.documentId, server.clock.now, new Uint8Array([0, 0])]
  await prisma.liveSnapshot.create({ data: { documentId, seq: 1, bytes, digest: bytes, madeAt: at } })
  await prisma.liveQuarantine.create({ data: { documentId, seq: 1, reason: 'test', bytes, at } })
  const seal = { number: 1, at, keyId: 'test', heads: [], previous: '', mac: '' }
  await prisma.auditSeal.create({ data: seal })
  const actorKey = server.accreditation('ESM.head')
  await prisma.actOnce.create({ data: { actorKey, key: 'once', act: 'drafts.rename', output: {}, at } })
}
