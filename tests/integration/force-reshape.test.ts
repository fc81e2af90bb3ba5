import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { balanceOf } from '#app/features/force/board.ts'
import {
  forceOwn,
  mergeElements,
  offerView,
  removeElement,
  setElement,
  setLine,
  splitElement,
} from '#app/features/force/contract.ts'
import { idPattern } from '#app/kernel/ids.ts'
import { must } from '#app/kernel/must.ts'
import { storeContext } from '#server/runtime.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { forceIn, seenBy } from '#tests/support/force.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
let force: Awaited<ReturnType<typeof forceIn>>
beforeAll(async () => {
  world = await aWorld()
  force = await forceIn(world)
})
afterAll(() => world.close())

const organiser = () => world.as('organiser')

describe('elements split, merged and removed', () => {
  const seats = ['IKD.head', 'ESM.head', 'MQS.head', 'secretary']
  const part = (name: string) => ({ name, sector: null, required: { [force.one]: 50, [force.two]: 50 } })
  /** Totals of everything in sight, what only the own delegation sees among it. */
  const totals = async () =>
    Promise.all(seats.map(async (seat) => balanceOf(await seenBy(world, seat)).map(({ total }) => total)))
  const ownLines = async (seat: string, offerId: string) => {
    const { offers } = await (await world.as(seat)).ask(forceOwn, {})
    return must(offers.find((each) => each.offerId === offerId)).lines
  }

  test('[EC-76][FS-14] totals are the same before and after for every reader, and private lines follow unseen', async () => {
    const caller = await organiser()
    const element = await force.anElement([100, 100], { name: 'Whole' })
    const shown = await force.released(await force.anOffer({ to: element, offered: [40, 40] }))
    const named = await force.anOffer({ seat: 'MQS.drafter', to: element, offered: [20, 20], title: 'Named' })
    await force.released(named, { seat: 'MQS.head', audience: 'NAMED', recipients: ['ESM'] })
    await force.accepted(shown, element, [30, 30])
    await force.accepted(named, element, [10, 10])
    const ofIkd = await force.anOffer({ to: element, offered: [25, 25], title: 'Quiet of Iskandra' })
    const ofEsm = await force.anOffer({
      seat: 'ESM.drafter',
      to: element,
      offered: [15, 15],
      title: 'Quiet of Estmark',
    })
    const before = await totals()
    // The secretariat sees what Marqesh sees: nobody's private lines but its own.
    expect(new Set(before.map((each) => JSON.stringify(each))).size).toBe(3)

    const parts = [part('North'), part('South')]
    const split = { elementId: element, parts }
    await expect(caller.mutate(splitElement, split)).rejects.toThrow(refusal('force/offer-without-element'))
    const unequal = { ...split, parts: [part('North'), { ...part('South'), required: {} }] }
    await expect(caller.mutate(splitElement, unequal)).rejects.toThrow(refusal('force/parts-differ'))
    const { elementIds } = await caller.mutate(splitElement, { ...split, lines: { [shown]: 0, [named]: 1 } })
    const [north, south] = [must(elementIds[0]), must(elementIds[1])]
    expect(await totals()).toEqual(before)
    const offered = { [force.one]: 15, [force.two]: 15 }
    expect(await ownLines('ESM.drafter', ofEsm)).toMatchObject([{ elementId: north, offered }])
    expect(await ownLines('IKD.drafter', ofIkd)).toMatchObject([{ elementId: north }])
    expect(JSON.stringify(await seenBy(world, 'organiser'))).not.toContain('Quiet')

    const more = { offerId: ofEsm, elementId: south, unit: null, isLead: false, note: null }
    await (await world.as('ESM.drafter')).mutate(setLine, { ...more, offered: { [force.one]: 5 } })
    const divided = await totals()
    const { elementId: whole } = await caller.mutate(mergeElements, { elementIds, name: 'Whole again' })
    expect(await totals()).toEqual(divided)
    expect(await ownLines('ESM.drafter', ofEsm)).toMatchObject([
      { elementId: whole, offered: { [force.one]: 20, [force.two]: 15 } },
    ])

    await expect(caller.mutate(removeElement, { elementId: whole })).rejects.toThrow(
      refusal('force/offer-without-element'),
    )
    const heir = await force.anElement([100, 100], { name: 'Heir' })
    await caller.mutate(removeElement, { elementId: whole, toElementId: heir })
    expect(await totals()).toEqual(divided)
    expect(await ownLines('ESM.drafter', ofEsm)).toMatchObject([{ elementId: heir }])
    expect(JSON.stringify(await seenBy(world, 'secretary'))).not.toContain('Quiet')
  })

  test('[FS-14] an element takes its own place never: a private line stays with every figure', async () => {
    const caller = await organiser()
    const element = await force.anElement([100, 100], { name: 'Its own heir' })
    const quiet = await force.anOffer({ to: element, offered: [25, 25], title: 'Quiet of Iskandra' })
    const before = await ownLines('IKD.drafter', quiet)
    const toItself = { elementId: element, toElementId: element }
    await expect(caller.mutate(removeElement, toItself)).rejects.toThrow(refusal('force/goes-nowhere'))
    const nobodys = await force.anElement([1, 1], { name: 'Without offers' })
    const alike = { elementId: nobodys, toElementId: nobodys }
    await expect(caller.mutate(removeElement, alike)).rejects.toThrow(refusal('force/goes-nowhere'))
    await expect(
      inTransaction(
        world.database,
        storeContext(caller.actor),
        (tx) => tx.$executeRaw`SELECT plenary_force_lines_follow(${[element]}, ${element}, now(), 'ORGANISER')`,
      ),
    ).rejects.toThrow('an element that goes takes no place')
    expect(await ownLines('IKD.drafter', quiet)).toEqual(before)
    const twice = { elementIds: [element, element, nobodys], name: 'Twice' }
    await expect(caller.mutate(mergeElements, twice)).rejects.toThrow(refusal('force/merge-needs-two'))
    await caller.mutate(removeElement, { elementId: nobodys })
    await caller.mutate(removeElement, { elementId: element, toElementId: await force.anElement([1, 1]) })
  })

  test('[FS-34] lines that become one keep their words in the order of the numbers, and a private offer’s owner learns of it', async () => {
    const caller = await organiser()
    const [later, first] = [
      await force.anElement([100, 100], { name: 'Later', serial: 902 }),
      await force.anElement([100, 100], { name: 'First', serial: 901 }),
    ]
    const offered = { [force.one]: 10, [force.two]: 10 }
    const lines = [
      { elementId: later, unit: 'Second company', isLead: true, note: 'By sea.' },
      { elementId: first, unit: 'First company', isLead: false, note: 'By rail.' },
    ]
    const offerOf = async (title: string) => {
      const offerId = await force.anOffer({ to: later, offered: [10, 10], title })
      const drafter = await world.as('IKD.drafter')
      for (const line of lines) await drafter.mutate(setLine, { offerId, ...line, offered })
      return offerId
    }
    const shown = await force.released(await offerOf('Shown twice'))
    await force.accepted(shown, later, [10, 10], 'The second is kept.')
    const quiet = await offerOf('Quiet twice')
    const answer = await caller.mutate(mergeElements, { elementIds: [later, first], name: 'Both' })
    const together = { unit: 'First company; Second company', isLead: true, note: 'By rail.; By sea.' }
    const twenty = { [force.one]: 20, [force.two]: 20 }
    const { offers } = await seenBy(world, 'organiser')
    const [line] = must(offers.find(({ offerId }) => offerId === shown)).lines
    expect(line).toMatchObject({ ...together, decision: 'The second is kept.', offered: twenty })
    expect(await ownLines('IKD.drafter', quiet)).toEqual([
      {
        elementId: answer.elementId,
        ...together,
        decision: null,
        offered: twenty,
        accepted: { [force.one]: 0, [force.two]: 0 },
      },
    ])

    const { steps } = await (await world.as('IKD.drafter')).ask(offerView, { offerId: quiet })
    expect(steps.at(-1)).toMatchObject({
      kind: 'RESHAPED',
      at: world.clock.now.toISOString(),
      byRole: 'ORGANISER',
      byDelegationId: null,
      lines: [{ elementId: answer.elementId, offered: twenty }],
    })
    const [stored] = await world.database.prisma.forceOfferStep.findMany({
      where: { offerId: quiet },
      orderBy: { place: 'desc' },
      include: { offer: true },
    })
    expect(must(stored)).toMatchObject({ audience: 'NONE', place: must(stored).offer.stepCount })
    expect(must(stored).id).toMatch(idPattern)
    expect(Object.keys(answer)).toEqual(['elementId'])
    await expect(caller.ask(offerView, { offerId: quiet })).rejects.toThrow(refusal('missing'))

    const heir = await force.anElement([1, 1], { name: 'Zeroth', serial: 900 })
    const more = { offerId: quiet, elementId: heir, unit: 'Zeroth company', isLead: false, note: 'By air.', offered }
    await (await world.as('IKD.drafter')).mutate(setLine, more)
    await caller.mutate(removeElement, { elementId: answer.elementId, toElementId: heir })
    expect(await ownLines('IKD.drafter', quiet)).toMatchObject([
      {
        elementId: heir,
        unit: 'Zeroth company; First company; Second company',
        isLead: true,
        note: 'By air.; By rail.; By sea.',
        offered: { [force.one]: 30, [force.two]: 30 },
      },
    ])
    expect(JSON.stringify(await seenBy(world, 'secretary'))).not.toContain('Quiet')
  })

  test('[EC-74] fewer are required than were accepted: the surplus shows, and nobody is cut', async () => {
    const element = await force.anElement([100, 100], { name: 'Police', capability: 'FORMED_POLICE' })
    const offerId = await force.anOffer({ kind: 'POLICE', to: element, offered: [100, 100] })
    await force.accepted(await force.released(offerId), element, [100, 100])
    const { elementId: _, ...fields } = must(
      (await seenBy(world, 'organiser')).elements.find(({ elementId }) => elementId === element),
    )
    const lowered = { ...fields, required: { [force.one]: 60, [force.two]: 100 } }
    await (await organiser()).mutate(setElement, { elementId: element, ...lowered })
    const facts = await seenBy(world, 'ESM.head')
    const [one, two] = balanceOf(facts).map(({ elements }) => must(elements.get(element)))
    expect(one).toMatchObject({ required: 60, filled: 100, gap: 0, surplus: 40 })
    expect(two).toMatchObject({ required: 100, filled: 100, gap: 0, surplus: 0 })
    const line = facts.offers.flatMap(({ lines }) => lines).find(({ elementId }) => elementId === element)
    expect(must(line).accepted).toEqual({ [force.one]: 100, [force.two]: 100 })
  })
})
