import { describe, expect, test } from 'vitest'
import {
  addSubItem,
  agendaBoard,
  closeItem,
  deferItem,
  itemView,
  openItem,
  setObserverAccess,
  todayView,
} from '#app/features/agenda/contract.ts'
import { agendaForTests, anItem, anOpenItem, aScheduledMeeting } from '#tests/support/agenda.ts'
import { refusal } from '#tests/support/refusal.ts'

const agenda = agendaForTests()
const stepOf = async (itemId: string) => (await agenda().head.ask(itemView, { itemId })).item.step
const numbers = async (caller = agenda().head) => (await caller.ask(agendaBoard, {})).items.map(({ number }) => number)

describe('what observers see', () => {
  test('[AG-23] the items released to them while under discussion, and nothing of the others', async () => {
    const { world, observer } = agenda()
    const open = await anOpenItem(world, { isOpenToObservers: true })
    const [pending, closed] = [await anItem(world, { isOpenToObservers: true }), await anOpenItem(world)]
    expect(await numbers(observer)).toEqual([open.number])
    await expect(observer.ask(itemView, { itemId: pending.itemId })).rejects.toEqual(refusal('missing'))
    await expect(observer.ask(itemView, { itemId: closed.itemId })).rejects.toEqual(refusal('missing'))
    const page = await observer.ask(itemView, { itemId: open.itemId })
    expect(page).toMatchObject({ previous: null, next: null, parent: null, subItems: [], states: 0 })
  })

  test('[AG-23] an item closed to them is gone from their pages at once', async () => {
    const { world, chair, observer } = agenda()
    const { itemId } = await anOpenItem(world)
    await chair.mutate(setObserverAccess, { itemId, isOpenToObservers: true })
    expect(await observer.ask(itemView, { itemId })).toMatchObject({ item: { step: 'OPEN' } })
    await chair.mutate(setObserverAccess, { itemId, isOpenToObservers: false })
    await expect(observer.ask(itemView, { itemId })).rejects.toEqual(refusal('missing'))
    expect(await numbers(observer)).toEqual([])
  })

  test('[AG-23] a sub-item released by itself shows nothing of the item above it', async () => {
    const { world, secretary, chair, observer } = agenda()
    const parent = await anOpenItem(world, { names: { en: 'A title that stays among States' } })
    const child = await secretary.mutate(addSubItem, { parentId: parent.itemId, names: { en: 'Structure' } })
    await chair.mutate(openItem, { itemId: child.itemId })
    await chair.mutate(setObserverAccess, { itemId: child.itemId, isOpenToObservers: true })
    const seen = JSON.stringify([
      await observer.ask(itemView, { itemId: child.itemId }),
      await observer.ask(agendaBoard, {}),
      await observer.ask(todayView, {}),
    ])
    expect(seen).not.toContain('A title that stays')
    expect(seen).not.toContain(parent.itemId)
  })

  test('[AG-23] meetings closed to observers are not in their programme, unless an item of theirs is taken there', async () => {
    const { world, observer } = agenda()
    await aScheduledMeeting(world, '13:30', '15:30', world.bodies.wg1)
    const plenary = await aScheduledMeeting(world, '16:00', '17:00')
    const { meetings, bodies } = await observer.ask(todayView, {})
    expect(meetings.map(({ meetingId }) => meetingId)).toEqual([plenary.meetingId])
    expect(bodies.map(({ bodyId }) => bodyId)).toEqual([world.bodies.plenary])
  })
})

describe('who runs the desk', () => {
  test('[AG-20] delegations and other officers read, and are told why they do not act', async () => {
    const { world } = agenda()
    const { itemId } = await anOpenItem(world, { isOpenToObservers: true })
    for (const seat of ['IKD.head', 'rapporteur', 'documents']) {
      const caller = await world.as(seat)
      await expect(caller.mutate(closeItem, { itemId })).rejects.toEqual(refusal('agenda/not-at-this-desk'))
    }
    // Observers read the item; that it can be closed by somebody is not told them.
    const observer = await world.as('RCO.head')
    await expect(observer.mutate(deferItem, { itemId })).rejects.toEqual(refusal('missing'))
    expect(await stepOf(itemId)).toBe('OPEN')
  })

  test('[AG-23] for an observer an item that is not released does not exist, for acts as for pages', async () => {
    const { world, observer } = agenda()
    const { itemId } = await anOpenItem(world)
    await expect(observer.mutate(closeItem, { itemId })).rejects.toEqual(refusal('missing'))
  })
})
