import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  draftComparison,
  draftList,
  draftView,
  issueRevision,
  nameDraftingGroup,
  nameRevision,
  openSharedDraft,
  revisionView,
  tabledView,
} from '#app/features/drafts/contract.ts'
import { aDocument } from '#tests/builders/documents.ts'
import { draftsIn } from '#tests/support/drafts.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { write, writeOutOfOrder } from '#tests/support/writing.ts'

let world: World
let drafts: Awaited<ReturnType<typeof draftsIn>>
beforeAll(async () => {
  world = await aWorld()
  drafts = await draftsIn(world)
})
afterAll(() => world.close())

const others = ['ESM.head', 'RCO.head', 'secretary', 'organiser', 'chair', 'security'] as const

describe('a delegation’s own draft', () => {
  test('[DR-1][SEC-021] answers everybody else as a draft that does not exist', async () => {
    const { draftId } = await drafts.aPosition()
    for (const seat of others) {
      const other = await world.as(seat)
      const real = await other.ask(draftView, { draftId }).catch((error) => error)
      const made = await other.ask(draftView, { draftId: 'AAAAAAAAAAAAAAAAAAAAAA' }).catch((error) => error)
      expect(real).toEqual(made)
      expect(real).toEqual(refusal('missing'))
      await expect(other.mutate(nameRevision, { draftId, name: 'x' })).rejects.toThrow(refusal('missing'))
    }
  })

  test('[SEC-007] leaves no trace in another’s lists', async () => {
    const estmark = await world.as('ESM.head')
    const secretary = await world.as('secretary')
    const before = [await estmark.ask(draftList, {}), await secretary.ask(draftList, {})]
    await drafts.aPosition()
    expect([await estmark.ask(draftList, {}), await secretary.ask(draftList, {})]).toEqual(before)
  })

  test('[SEC-013] tells nobody but its delegation that something changed', async () => {
    world.changes.length = 0
    await drafts.aPosition()
    expect(world.changes.length).toBeGreaterThan(0)
    for (const { only } of world.changes) expect(only).toEqual({ delegationId: world.delegation('IKD') })
  })

  test('[DR-16][SEC-020] may carry a title that another delegation uses', async () => {
    await drafts.aPosition('IKD.drafter', 'Our position')
    await expect(drafts.aPosition('ESM.drafter', 'Our position')).resolves.toBeDefined()
  })

  test('[DR-3] a named revision stays as it was when the writing goes on', async () => {
    const { draftId, documentId, number } = await drafts.aWrittenRevision('First wording.')
    const drafter = await world.as('IKD.drafter')
    const before = await drafter.ask(revisionView, { draftId, number })
    await write(world, 'IKD.drafter', documentId, aDocument('More words.'))
    expect(await drafter.ask(revisionView, { draftId, number })).toEqual(before)
  })

  test('[DR-4] a revision is compared with another and with the text as it is now', async () => {
    const { draftId, documentId, number } = await drafts.aWrittenRevision('First wording.')
    await write(world, 'IKD.drafter', documentId, aDocument('Added later.'))
    const second = await drafts.aRevision(draftId, 'Second')
    const drafter = await world.as('IKD.drafter')
    const compared = await drafter.ask(draftComparison, { draftId, from: number, to: second.number })
    expect(JSON.stringify(compared.difference)).toContain('Added later.')
    const now = await drafter.ask(draftComparison, { draftId, from: number, to: 0 })
    expect(now.difference).toEqual(compared.difference)
  })

  test('two members who name a revision at once get two numbers', async () => {
    const { draftId } = await drafts.aPosition()
    const [one, two] = await Promise.all([world.as('IKD.drafter'), world.as('IKD.deputy')])
    const made = await Promise.all([
      one.mutate(nameRevision, { draftId, name: 'a' }),
      two.mutate(nameRevision, { draftId, name: 'b' }),
    ])
    expect(made.map(({ number }) => number).sort()).toEqual([1, 2])
  })
})

test('[SEC-017] what is not of the schema is not kept as a revision', async () => {
  const { draftId, documentId } = await drafts.aPosition()
  const drafter = await world.as('IKD.drafter')
  await writeOutOfOrder(world, 'IKD.drafter', documentId, 'A paragraph in a paragraph.')
  await expect(drafter.mutate(nameRevision, { draftId, name: 'Odd' })).rejects.toThrow(refusal('drafts/out-of-order'))
})

describe('a shared draft', () => {
  async function aSharedDraft(...codes: string[]) {
    const secretary = await world.as('secretary')
    const delegationIds = codes.map((code) => world.delegation(code))
    const { draftId } = await secretary.mutate(openSharedDraft, {
      title: 'Draft conclusions',
      subject: 'ITEM',
      itemId: drafts.itemId,
      delegationIds,
    })
    const { documentId } = await secretary.ask(draftView, { draftId })
    return { draftId, documentId }
  }

  test('[DR-13] exists for its drafting group and the secretariat only, and is gone for who leaves the group', async () => {
    const { draftId, documentId } = await aSharedDraft('IKD', 'ESM')
    for (const seat of ['IKD.drafter', 'ESM.head', 'documents']) {
      expect((await (await world.as(seat)).ask(draftList, {})).shared.map((draft) => draft.draftId)).toContain(draftId)
    }
    for (const seat of ['MQS.head', 'RCO.head']) {
      await expect((await world.as(seat)).ask(draftView, { draftId })).rejects.toThrow(refusal('missing'))
    }
    world.revocations.length = 0
    await (await world.as('secretary')).mutate(nameDraftingGroup, { draftId, delegationIds: [world.delegation('IKD')] })
    await expect((await world.as('ESM.head')).ask(draftView, { draftId })).rejects.toThrow(refusal('missing'))
    expect(world.revocations).toContainEqual({ scope: 'document', id: documentId, reason: 'access-changed' })
  })

  test('[DR-12] is issued by the secretariat, the second time as Rev.1, and by no member', async () => {
    const { draftId, documentId } = await aSharedDraft('IKD', 'ESM')
    await write(world, 'ESM.head', documentId, aDocument('Agreed so far.'))
    const { revisionId, textHash } = await drafts.aRevision(draftId, 'First reading', 'secretary')
    const input = { draftId, revisionId, textHash, audience: 'STATES' as const }
    await expect((await world.as('ESM.head')).mutate(issueRevision, input)).rejects.toThrow(
      refusal('drafts/secretariat-issues'),
    )
    const secretary = await world.as('secretary')
    const first = await secretary.mutate(issueRevision, input)
    const next = await drafts.aRevision(draftId, 'Second reading', 'secretary')
    const { revisionId: nextId, textHash: nextHash } = next
    const second = await secretary.mutate(issueRevision, { ...input, revisionId: nextId, textHash: nextHash })
    expect(second.symbol).toBe(`${first.symbol}/Rev.1`)
    expect((await (await world.as('MQS.head')).ask(tabledView, { symbol: first.symbol })).delegation).toBeNull()
  })

  test('a drafting group is made of states', async () => {
    await expect(aSharedDraft('RCO')).rejects.toThrow(refusal('drafts/group-of-states'))
  })
})
