import { allowed } from '#app/kernel/policy.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import type { AgendaItem } from '#prisma/client.ts'
import { mayChange } from './adoption.ts'
import { moveItem } from './contract.ts'
import { itemInHand } from './in-hand.server.ts'
import { twoLevels } from './item-mutations.server.ts'
import { lockAgenda } from './lock.server.ts'
import { inOrder, keyBefore, mayStandUnder } from './order.ts'
import { mayRunDesk } from './policy.ts'
import { followOrder, moved, type Slot } from './programme.ts'
import { addRecordLine } from './record.server.ts'
import { agendaStep } from './rows.server.ts'
import { stated } from './step-mutations.server.ts'
import { tellAll } from './told.server.ts'

export const moveMutations: MutationHandler[] = [
  handle(moveItem, async (work, { itemId, beforeId, parentId: under, following, basis }) => {
    const acting = actingIn(work.actor)
    const agenda = await lockAgenda(work.tx, acting.conferenceId)
    const { item, body } = await itemInHand(work, itemId)
    const parentId = under === undefined ? item.parentId : under
    work.allow(mayRunDesk(acting, body))
    // The order is the chair's; what belongs under what is the agenda's.
    work.allow(parentId === item.parentId ? allowed : mayChange({ step: agendaStep(agenda) }, basis))
    const items = await work.tx.agendaItem.findMany({ where: { conferenceId: item.conferenceId } })
    if (!mayStandUnder(items, item.id, parentId)) throw twoLevels()
    const orderKey = keyBefore(items, { itemId, parentId, beforeId: beforeId ?? null })
    await work.tx.agendaItem.update({
      where: { id: item.id },
      data: { parentId, orderKey, version: { increment: 1 } },
    })
    const after = items.map((each) => (each.id === item.id ? { ...each, parentId, orderKey } : each))
    const slots = following === 'move' ? await moveSlots(work, item, after) : []
    await addRecordLine(work, {
      kind: 'item-moved',
      itemId: item.id,
      bodyId: item.bodyId,
      detail: {
        ...stated({ number: item.number, basis }),
        fromParent: item.parentId,
        fromKey: item.orderKey,
        slots: slots.map(({ slot, before }) => ({
          id: slot.id,
          startsAt: before.startsAt.toISOString(),
          endsAt: before.endsAt.toISOString(),
          movedTo: slot.startsAt.toISOString(),
        })),
      },
    })
    work.record({ movedSlots: slots.length })
    tellAll(work)
    return { movedSlots: slots.length }
  }),
]

/** In every meeting to come, or going on, that has a slot for the item: slots that have not begun follow the order. */
async function moveSlots(work: Work, item: AgendaItem, items: readonly AgendaItem[]) {
  const { tx, now } = work
  const own = await tx.programmeSlot.findMany({ where: { itemId: item.id }, select: { meetingId: true } })
  const meetings = await tx.meeting.findMany({
    where: { id: { in: own.map(({ meetingId }) => meetingId) }, step: { in: ['SCHEDULED', 'OPEN', 'SUSPENDED'] } },
    select: { id: true },
  })
  const slots = await tx.programmeSlot.findMany({ where: { meetingId: { in: meetings.map(({ id }) => id) } } })
  const order = inOrder(items).map(({ id }) => id)
  const begun = new Set(items.filter(({ step }) => step === 'OPEN' || step === 'CLOSED').map(({ id }) => id))
  const isFixed = (slot: Slot) => slot.startsAt <= now || begun.has(slot.itemId)
  const changes = meetings.flatMap(({ id }) => {
    const before = slots.filter(({ meetingId }) => meetingId === id)
    const fixed = new Set(before.filter(isFixed).map((slot) => slot.id))
    return moved(before, followOrder(before, { itemId: item.id, order, fixed }))
  })
  for (const { slot } of changes) {
    await tx.programmeSlot.update({
      where: { id: slot.id },
      data: { startsAt: slot.startsAt, endsAt: slot.endsAt },
    })
  }
  return changes
}
