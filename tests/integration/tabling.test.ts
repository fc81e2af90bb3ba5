import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addSubItem } from '#app/features/agenda/contract.ts'
import {
  draftView,
  tabledList,
  tabledView,
  tableRevision,
  tablingReview,
  withdrawTabled,
} from '#app/features/drafts/contract.ts'
import { must } from '#app/kernel/must.ts'
import { aDocument } from '#tests/builders/documents.ts'
import { anItem } from '#tests/support/agenda.ts'
import { draftsIn } from '#tests/support/drafts.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { write, writeAndDelete } from '#tests/support/writing.ts'

let world: World
let drafts: Awaited<ReturnType<typeof draftsIn>>
beforeAll(async () => {
  world = await aWorld()
  drafts = await draftsIn(world)
})
afterAll(() => world.close())

describe('tabling', () => {
  test('[SEC-017][DR-6] nothing leaves but the flattened words: no deleted text, no drafter, no client id', async () => {
    const { draftId, documentId } = await drafts.aPosition()
    await writeAndDelete(world, 'IKD.drafter', documentId, 'OUR-SECRET-FALLBACK')
    await write(world, 'IKD.drafter', documentId, aDocument('What we say in the room.'))
    const { revisionId, textHash } = await drafts.aRevision(draftId)
    const head = await world.as('IKD.head')
    const { symbol } = await head.mutate(tableRevision, { draftId, revisionId, textHash, audience: 'ALL' })
    for (const seat of ['ESM.head', 'RCO.head', 'secretary']) {
      const shown = JSON.stringify(await (await world.as(seat)).ask(tabledView, { symbol }))
      expect(shown).toContain('What we say in the room.')
      expect(shown).not.toContain('OUR-SECRET-FALLBACK')
      expect(shown).not.toContain('IKD.drafter')
      expect(shown).not.toContain(draftId)
      expect(shown).not.toContain(revisionId)
    }
  })

  test('[DR-7] a text other than the one reviewed is not tabled', async () => {
    const { draftId, revisionId } = await drafts.aWrittenRevision()
    const head = await world.as('IKD.head')
    const wrong = { draftId, revisionId, textHash: 'f'.repeat(64), audience: 'STATES' as const }
    await expect(head.mutate(tableRevision, wrong)).rejects.toThrow(refusal('drafts/not-what-was-shown'))
  })

  test('[DR-8][SEC-018] twenty presses at once table one text', async () => {
    const { draftId, revisionId, textHash } = await drafts.aWrittenRevision()
    const head = await world.as('IKD.head')
    const press = () =>
      head.mutate(
        tableRevision,
        { draftId, revisionId, textHash, audience: 'STATES' },
        { once: 'one-confirmation-only1' },
      )
    const receipts = await Promise.all(Array.from({ length: 20 }, press))
    expect(new Set(receipts.map(({ symbol }) => symbol)).size).toBe(1)
    expect(await world.database.prisma.tabledText.count({ where: { symbol: must(receipts[0]).symbol } })).toBe(1)
  })

  test('[DR-9] two delegations that table at once get two symbols, in order and without a gap', async () => {
    const ours = await drafts.aWrittenRevision()
    const theirs = await drafts.aPosition('ESM.drafter')
    await write(world, 'ESM.drafter', theirs.documentId, aDocument('Operational control.'))
    const their = await drafts.aRevision(theirs.draftId, 'x', 'ESM.drafter')
    const [ikd, esm] = [await world.as('IKD.head'), await world.as('ESM.head')]
    const symbols = await Promise.all([
      ikd.mutate(tableRevision, {
        draftId: ours.draftId,
        revisionId: ours.revisionId,
        textHash: ours.textHash,
        audience: 'STATES',
      }),
      esm.mutate(tableRevision, {
        draftId: theirs.draftId,
        revisionId: their.revisionId,
        textHash: their.textHash,
        audience: 'STATES',
      }),
    ])
    const numbers = symbols.map(({ symbol }) => Number(symbol.split('.').at(-1))).sort((a, b) => a - b)
    expect(symbols[0]?.symbol).toMatch(/^TSF\/PC\.1\/WG\.1\/CRP\.\d+$/)
    expect(must(numbers[1]) - must(numbers[0])).toBe(1)
  })

  test('[SEC-018] a drafter, another head and a head without a fresh password do not table', async () => {
    const { draftId, revisionId, textHash } = await drafts.aWrittenRevision()
    const input = { draftId, revisionId, textHash, audience: 'STATES' as const }
    await expect((await world.as('IKD.drafter')).mutate(tableRevision, input)).rejects.toThrow(
      refusal('drafts/head-tables'),
    )
    await expect((await world.as('ESM.head')).mutate(tableRevision, input)).rejects.toThrow(refusal('missing'))
    await world.database.prisma.login.update({
      where: { id: world.login('IKD.deputy') },
      data: { reauthenticatedAt: null },
    })
    await expect((await world.as('IKD.deputy')).mutate(tableRevision, input)).rejects.toThrow(refusal('reauthenticate'))
  })

  test('the review says what leaves, what stays and who will read', async () => {
    const { draftId, revisionId } = await drafts.aWrittenRevision('The commander [shall] delegate.')
    const review = await (await world.as('IKD.head')).ask(tablingReview, { draftId, revisionId })
    expect(review).toMatchObject({ brackets: 1, words: 4, states: 2, observers: 2, mayCorrect: [] })
    await expect((await world.as('ESM.head')).ask(tablingReview, { draftId, revisionId })).rejects.toThrow(
      refusal('missing'),
    )
  })

  test('[DR-15][SEC-022] observers see a text only when it was tabled to them', async () => {
    const closed = await drafts.aTabledText('For delegations.')
    const open = await drafts.aTabledText('For everybody.', 'ALL')
    const observer = await world.as('RCO.member')
    const { texts } = await observer.ask(tabledList, {})
    expect(texts.map(({ symbol }) => symbol)).toContain(open.symbol)
    expect(texts.map(({ symbol }) => symbol)).not.toContain(closed.symbol)
    await expect(observer.ask(tabledView, { symbol: closed.symbol })).rejects.toThrow(refusal('missing'))
  })
})

test('[DR-17] the texts on a sub-item are its own and those on the item above, not those of its sisters', async () => {
  const secretary = await world.as('secretary')
  const subItem = (parentId: string) => secretary.mutate(addSubItem, { parentId, names: { en: 'Options' } })
  const sub = await subItem(drafts.itemId)
  const elsewhere = await subItem((await anItem(world, { bodyId: world.bodies.wg1 })).itemId)
  const { symbol } = await drafts.aTabledText('On the item above.')
  const reader = await world.as('ESM.head')
  const symbolsOn = async (itemId: string) =>
    (await reader.ask(tabledList, { itemId })).texts.map((text) => text.symbol)
  expect(await symbolsOn(sub.itemId)).toContain(symbol)
  expect(await symbolsOn(elsewhere.itemId)).not.toContain(symbol)
})

describe('after tabling', () => {
  test('[DR-10][SEC-019] the text is final: the database itself refuses a change', async () => {
    const { symbol } = await drafts.aTabledText()
    const { prisma } = world.database
    await expect(prisma.tabledText.updateMany({ where: { symbol }, data: { title: 'Other' } })).rejects.toThrow()
    await expect(prisma.tabledText.deleteMany({ where: { symbol } })).rejects.toThrow()
  })

  test('[DR-10] a correction by the same delegation is Rev.1 and replaces the first', async () => {
    const first = await drafts.aTabledText('Frist wording.')
    const { revisionId, textHash } = await drafts.aRevision(first.draftId, 'Corrected')
    const head = await world.as('IKD.head')
    const input = { draftId: first.draftId, revisionId, textHash, audience: 'STATES' as const, corrects: first.symbol }
    const second = await head.mutate(tableRevision, input)
    expect(second.symbol).toBe(`${first.symbol}/Rev.1`)
    expect((await head.ask(tabledView, { symbol: first.symbol })).replacedBy).toBe(second.symbol)
    expect((await head.ask(tabledView, { symbol: second.symbol })).earlier).toEqual([first.symbol])
  })

  test('[DR-18] [SEC-018] of twenty who table one revision at once, one does', async () => {
    const { draftId, revisionId, textHash } = await drafts.aWrittenRevision('Once only.')
    const head = await world.as('IKD.head')
    const pressed = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        head.mutate(tableRevision, { draftId, revisionId, textHash, audience: 'STATES' }),
      ),
    )
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = pressed.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    for (const reason of refused) expect(reason).toMatchObject({ code: 'drafts/tabled-already' })
  })

  test('[DR-18] what has been withdrawn is not corrected, and its revision may be tabled afresh', async () => {
    const { draftId, symbol } = await drafts.aTabledText('First words.')
    const head = await world.as('IKD.head')
    await head.mutate(withdrawTabled, { symbol, reason: 'Under instruction.' })
    const { revisionLines } = await head.ask(draftView, { draftId })
    const { revisionId, textHash } = must(revisionLines[0])
    const leaving = { draftId, revisionId, textHash, audience: 'STATES' } as const
    await expect(head.mutate(tableRevision, { ...leaving, corrects: symbol })).rejects.toThrow(
      refusal('drafts/corrects-withdrawn'),
    )
    expect((await head.mutate(tableRevision, leaving)).symbol).not.toBe(symbol)
  })

  test('[DR-10] nobody corrects another delegation’s text', async () => {
    const first = await drafts.aTabledText()
    const theirs = await drafts.aPosition('ESM.drafter')
    await write(world, 'ESM.drafter', theirs.documentId, aDocument('Ours now.'))
    const { revisionId, textHash } = await drafts.aRevision(theirs.draftId, 'x', 'ESM.drafter')
    const head = await world.as('ESM.head')
    const input = { draftId: theirs.draftId, revisionId, textHash, audience: 'STATES' as const, corrects: first.symbol }
    await expect(head.mutate(tableRevision, input)).rejects.toThrow(refusal('drafts/nothing-to-correct'))
  })

  test('[DR-11] withdrawal leaves the symbol, the reason and no word of the text', async () => {
    const { symbol } = await drafts.aTabledText('Words to be withdrawn.')
    const head = await world.as('IKD.head')
    await head.mutate(withdrawTabled, { symbol, reason: 'On instructions from the capital.' })
    const shown = await (await world.as('ESM.head')).ask(tabledView, { symbol })
    expect(shown).toMatchObject({ symbol, content: null, withdrawnReason: 'On instructions from the capital.' })
    expect(JSON.stringify(shown)).not.toContain('Words to be withdrawn')
    await expect(head.mutate(withdrawTabled, { symbol, reason: 'again' })).rejects.toThrow(
      refusal('drafts/already-withdrawn'),
    )
  })

  test('[EC-7] a delegation renamed afterwards keeps its old name on what it tabled', async () => {
    const { symbol } = await drafts.aTabledText()
    await world.database.prisma.delegation.update({
      where: { id: world.delegation('IKD') },
      data: { names: { en: 'New Iskandra' } },
    })
    const shown = await (await world.as('ESM.head')).ask(tabledView, { symbol })
    expect(shown.delegation?.names.en).toBe('Iskandra')
    await world.database.prisma.delegation.update({
      where: { id: world.delegation('IKD') },
      data: { names: { en: 'Iskandra' } },
    })
  })
})
