import { describe, expect, test } from 'vitest'
import {
  adoptAgenda,
  agendaBoard,
  allotMinutes,
  createItem,
  itemView,
  moveItem,
  referItem,
  renameItem,
  renumberItem,
  undoLastAct,
  withdrawItem,
} from '#app/features/agenda/contract.ts'
import { addSlot } from '#app/features/agenda/meeting-contract.ts'
import { agendaForTests, anItem, anOpenItem, aScheduledMeeting, badField } from '#tests/support/agenda.ts'
import { refusal } from '#tests/support/refusal.ts'

const agenda = agendaForTests()
const stepOf = async (itemId: string) => (await agenda().head.ask(itemView, { itemId })).item.step
const numbers = async (caller = agenda().head) => (await caller.ask(agendaBoard, {})).items.map(({ number }) => number)

describe('the agenda and its order', () => {
  test('[AG-7] [EC-14] reordering while an item is open leaves it open and every number as it was; watchers are told', async () => {
    const { world, chair } = agenda()
    const open = await anOpenItem(world)
    const second = await anItem(world)
    const third = await anItem(world)
    world.changes.length = 0
    await chair.mutate(moveItem, { itemId: third.itemId, beforeId: open.itemId })
    expect(await numbers()).toEqual([third.number, open.number, second.number])
    expect(await stepOf(open.itemId)).toBe('OPEN')
    const told = world.changes.map(({ query }) => query)
    expect(told).toEqual(expect.arrayContaining(['agenda.board', 'agenda.today', 'agenda.desk', 'agenda.item']))
  })

  test('[AG-13] [EC-14] slots that have not begun follow the new order, and an undo puts everything back', async () => {
    const { world, secretary, chair, head } = agenda()
    const [first, second] = [await anItem(world), await anItem(world)]
    const { meetingId } = await aScheduledMeeting(world, '13:30', '15:30')
    for (const [{ itemId }, startsAt, endsAt] of [
      [first, '13:30', '14:00'],
      [second, '14:00', '15:30'],
    ] as const) {
      const times = { startsAt: `2026-10-21T${startsAt}`, endsAt: `2026-10-21T${endsAt}` }
      await secretary.mutate(addSlot, { meetingId, itemId, ...times })
    }
    const slots = async () => {
      const { meetings } = await head.ask(agendaBoard, {})
      return meetings[0]?.slots.map(({ itemId, startsAt }) => [itemId === first.itemId, startsAt.slice(11, 16)])
    }
    const { movedSlots } = await chair.mutate(moveItem, { itemId: second.itemId, beforeId: first.itemId })
    expect(movedSlots).toBe(2)
    expect(await slots()).toEqual([
      [false, '10:30'],
      [true, '12:00'],
    ])
    const line = await world.database.prisma.recordLine.findFirstOrThrow({
      where: { itemId: second.itemId, kind: 'item-moved' },
    })
    await chair.mutate(undoLastAct, { lineId: line.id })
    expect(await numbers()).toEqual([first.number, second.number])
    expect(await slots()).toEqual([
      [true, '10:30'],
      [false, '11:00'],
    ])
  })

  test('[AG-6] numbers are suggested, may be given, and are held by one item in force', async () => {
    const { world } = agenda()
    const { number } = await anItem(world, { number: '7' })
    expect(number).toBe('7')
    expect((await anItem(world)).number).toBe('8')
    await expect(anItem(world, { number: '8' })).rejects.toEqual(badField('number', 'agenda/number-taken'))
  })

  test('[AG-4] an adopted agenda changes only on a stated decision; its order and times stay the chair’s', async () => {
    const { world, chair, head } = agenda()
    const first = await anOpenItem(world)
    const second = await anItem(world)
    await chair.mutate(adoptAgenda, { symbol: 'TSF/PC.1/1' })
    const needs = refusal('agenda/needs-decision')
    const names = { en: 'Something else' }
    await expect(chair.mutate(createItem, { bodyId: world.bodies.plenary, names })).rejects.toEqual(needs)
    await expect(chair.mutate(renameItem, { itemId: second.itemId, names })).rejects.toEqual(needs)
    await expect(chair.mutate(renumberItem, { itemId: second.itemId, number: '9' })).rejects.toEqual(needs)
    await expect(chair.mutate(referItem, { itemId: second.itemId, bodyId: world.bodies.wg1 })).rejects.toEqual(needs)
    const under = { itemId: second.itemId, parentId: first.itemId }
    await expect(chair.mutate(moveItem, under)).rejects.toEqual(needs)
    await chair.mutate(moveItem, { ...under, basis: 'Decision 1' })
    await chair.mutate(allotMinutes, { itemId: second.itemId, allottedMinutes: 45 })
    await chair.mutate(renameItem, { itemId: second.itemId, names: { en: 'Mandate', fr: 'Mandat' } })
    expect((await head.ask(agendaBoard, {})).agenda).toMatchObject({ step: 'ADOPTED', symbol: 'TSF/PC.1/1' })
  })

  test('[AG-25] the plenary adopts the agenda, in session or by a decision that is stated', async () => {
    const { chair } = agenda()
    await expect(chair.mutate(adoptAgenda, {})).rejects.toEqual(refusal('agenda/adopted-in-plenary'))
    await chair.mutate(adoptAgenda, { basis: 'Adopted under silence on 18 October' })
    await expect(chair.mutate(adoptAgenda, {})).rejects.toEqual(refusal('agenda/already-adopted'))
  })

  test('[AG-21] [EC-32] its proposer withdraws an item alone only from a provisional agenda', async () => {
    const { world, chair, head } = agenda()
    const proposerId = world.delegation('IKD')
    const [first, second] = [await anItem(world, { proposerId }), await anItem(world, { proposerId })]
    await head.mutate(withdrawItem, { itemId: first.itemId })
    expect(await stepOf(first.itemId)).toBe('WITHDRAWN')
    await chair.mutate(adoptAgenda, { basis: 'Decision 1' })
    const alone = head.mutate(withdrawItem, { itemId: second.itemId })
    await expect(alone).rejects.toEqual(refusal('agenda/withdrawal-needs-agreement'))
    const unstated = chair.mutate(withdrawItem, { itemId: second.itemId })
    await expect(unstated).rejects.toEqual(refusal('agenda/needs-decision'))
    await chair.mutate(withdrawItem, { itemId: second.itemId, basis: 'Agreed by the plenary' })
    expect(await stepOf(second.itemId)).toBe('WITHDRAWN')
  })

  test('[AG-26] [EC-13] titles with apostrophes, in Arabic and of 300 characters stay whole', async () => {
    const { world, head } = agenda()
    const names = { en: "L'État’s “mandate” <b>", ar: 'الولاية والحالة', fr: 'é'.repeat(300) }
    const { itemId } = await anItem(world, { names })
    expect((await head.ask(itemView, { itemId })).item.names).toEqual(names)
    const tooLong = anItem(world, { names: { en: 'x'.repeat(301) } })
    await expect(tooLong).rejects.toEqual(badField('names.en', 'field/too-long'))
    await expect(anItem(world, { names: { en: ' ' } })).rejects.toEqual(badField('names', 'field/required'))
  })
})
