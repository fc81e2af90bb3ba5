import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeItem, openItem } from '#app/features/agenda/contract.ts'
import { notesOnItem, openNote } from '#app/features/notes/contract.ts'
import { must } from '#app/kernel/must.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { aDocument } from '#tests/builders/documents.ts'
import { aMeetingInSession, anItem } from '#tests/support/agenda.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { write } from '#tests/support/writing.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

test('[NO-4] two members who open the first note at the same instant share one', async () => {
  const { itemId } = await anItem(world)
  const [one, two] = [await world.as('IKD.drafter'), await world.as('IKD.notetaker')]
  const input = { itemId, scope: 'DELEGATION' as const }
  const opened = await Promise.all([
    one.mutate(openNote, input),
    two.mutate(openNote, input),
    one.mutate(openNote, input),
  ])
  expect(new Set(opened.map(({ documentId }) => documentId)).size).toBe(1)
})

test('[NO-1][SEC-021] what a delegation wrote is in nobody else’s answer', async () => {
  const { itemId } = await anItem(world)
  const drafter = await world.as('IKD.drafter')
  const { documentId } = await drafter.mutate(openNote, { itemId, scope: 'DELEGATION' })
  await write(world, 'IKD.drafter', documentId, aDocument('ONLY-OURS'))
  expect(JSON.stringify(await (await world.as('IKD.head')).ask(notesOnItem, { itemId }))).toContain('ONLY-OURS')
  for (const seat of ['ESM.head', 'secretary', 'organiser', 'security']) {
    expect(JSON.stringify(await (await world.as(seat)).ask(notesOnItem, { itemId }))).not.toContain('ONLY-OURS')
  }
})

test('[NO-1][SEC-013] a note opened is told to its own delegation only', async () => {
  const { itemId } = await anItem(world)
  world.changes.length = 0
  await (await world.as('IKD.drafter')).mutate(openNote, { itemId, scope: 'DELEGATION' })
  expect(world.changes.map(({ only }) => only)).toEqual([{ delegationId: world.delegation('IKD') }])
})

test('[NO-2] the head does not see a member’s own notes', async () => {
  const { itemId } = await anItem(world)
  const { documentId } = await (await world.as('IKD.drafter')).mutate(openNote, { itemId, scope: 'PERSONAL' })
  await write(world, 'IKD.drafter', documentId, aDocument('MY-OWN'))
  expect(JSON.stringify(await (await world.as('IKD.head')).ask(notesOnItem, { itemId }))).not.toContain('MY-OWN')
})

test('[NO-3] states read the session notes and do not open them for writing first', async () => {
  const { itemId } = await anItem(world)
  const { documentId } = await (await world.as('rapporteur')).mutate(openNote, { itemId, scope: 'SESSION' })
  await write(world, 'rapporteur', documentId, aDocument('Zembria offers a bridge.'))
  expect(JSON.stringify(await (await world.as('ESM.head')).ask(notesOnItem, { itemId }))).toContain(
    'Zembria offers a bridge.',
  )
  await expect((await world.as('ESM.head')).mutate(openNote, { itemId, scope: 'SESSION' })).rejects.toThrow(
    refusal('notes/secretariat-writes'),
  )
})

test('[NO-5] notes open for writing after the item was closed', async () => {
  const { itemId } = await anItem(world)
  await aMeetingInSession(world)
  const secretary = await world.as('secretary')
  await secretary.mutate(openItem, { itemId })
  await secretary.mutate(closeItem, { itemId })
  await expect((await world.as('IKD.drafter')).mutate(openNote, { itemId, scope: 'DELEGATION' })).resolves.toBeDefined()
})

test('[NO-7] an observer opens no note', async () => {
  const { itemId } = await anItem(world)
  await expect((await world.as('RCO.head')).mutate(openNote, { itemId, scope: 'PERSONAL' })).rejects.toThrow(
    refusal('missing'),
  )
})

test('[SEC-006] the database itself shows a note to its circle only, and nothing without one', async () => {
  const { itemId } = await anItem(world)
  await (await world.as('IKD.drafter')).mutate(openNote, { itemId, scope: 'DELEGATION' })
  const countAs = (delegation: string | null) =>
    inTransaction(
      world.database,
      {
        side: delegation ? 'state' : '',
        conferenceId: world.conferenceId,
        delegationId: delegation && world.delegation(delegation),
        personId: null,
        accreditationId: null,
      },
      async (tx) => {
        const [row] = await tx.$queryRaw<{ notes: bigint; papers: bigint }[]>`
          SELECT (SELECT count(*) FROM note WHERE item_id = ${itemId}) AS notes,
                 (SELECT count(*) FROM live_document d JOIN note n ON n.document_id = d.id WHERE n.item_id = ${itemId}) AS papers`
        return [Number(must(row).notes), Number(must(row).papers)]
      },
    )
  expect(await countAs('IKD')).toEqual([1, 1])
  expect(await countAs('ESM')).toEqual([0, 0])
  expect(await countAs(null)).toEqual([0, 0])
})
