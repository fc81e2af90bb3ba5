import { conferenceById } from '#app/features/conference/api.server.ts'
import { missing } from '#app/kernel/errors.ts'
import { all, allowed, notNow } from '#app/kernel/policy.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import type { Meeting, ProgrammeSlot } from '#prisma/client.ts'
import { apartOrKnown, assertSpan, freeOrKnown, timesOf, toSlot } from './collision.server.ts'
import { itemInHand, meetingInHand } from './in-hand.server.ts'
import { lockAgenda } from './lock.server.ts'
import { addSlot, editSlot, removeSlot } from './meeting-contract.ts'
import { mayBeMoved } from './meeting-states.ts'
import { mayRunDesk } from './policy.ts'
import { covering, knockOn, moved, type Slot } from './programme.ts'
import { meetingStep } from './rows.server.ts'
import { tellAll } from './told.server.ts'
import { instantAt } from './venue-time.ts'

export const slotMutations: MutationHandler[] = [
  handle(addSlot, async (work, input) => {
    const { meeting, slots, zone } = await programmeInHand(work, input.meetingId)
    const { item } = await itemInHand(work, input.itemId)
    work.allow(
      item.step === 'CLOSED' || item.step === 'WITHDRAWN'
        ? notNow('agenda/item-is-over', `Item ${item.number} is closed or withdrawn.`, { number: item.number })
        : allowed,
    )
    const slotId = work.newId<'programmeSlot'>()
    const [startsAt, endsAt] = [instantAt(input.startsAt, zone), instantAt(input.endsAt, zone)]
    assertSpan(startsAt, endsAt)
    const after = [...slots, { id: slotId, itemId: item.id, startsAt, endsAt }]
    await grow(work, { meeting, before: slots, after, knowingly: input.knowingly })
    await work.tx.programmeSlot.create({
      data: { id: slotId, conferenceId: item.conferenceId, meetingId: meeting.id, itemId: item.id, startsAt, endsAt },
    })
    tellAll(work)
    return { slotId }
  }),
  handle(editSlot, async (work, input) => {
    const slot = await slotInHand(work, input.slotId)
    const { meeting, slots, zone } = await programmeInHand(work, slot.meetingId)
    const change = {
      slotId: slot.id,
      startsAt: instantAt(input.startsAt, zone),
      endsAt: instantAt(input.endsAt, zone),
    }
    assertSpan(change.startsAt, change.endsAt)
    const after = knockOn(slots, change, input.following)
    await grow(work, { meeting, before: slots, after, knowingly: input.knowingly })
    const changes = moved(slots, after)
    for (const { slot: at } of changes) {
      await work.tx.programmeSlot.update({ where: { id: at.id }, data: { startsAt: at.startsAt, endsAt: at.endsAt } })
    }
    work.record({ movedSlots: changes.length })
    tellAll(work)
    return { movedSlots: changes.length }
  }),
  handle(removeSlot, async (work, { slotId }) => {
    const slot = await slotInHand(work, slotId)
    await programmeInHand(work, slot.meetingId)
    await work.tx.programmeSlot.delete({ where: { id: slot.id } })
    tellAll(work)
    return {}
  }),
]

async function slotInHand({ tx, actor }: Work, slotId: string): Promise<ProgrammeSlot> {
  const { conferenceId } = actingIn(actor)
  const slot = await tx.programmeSlot.findFirst({ where: { id: slotId, conferenceId } })
  if (!slot) throw missing()
  return slot
}

/** A meeting whose programme the actor may change, as it is now; the agenda is locked. */
async function programmeInHand(work: Work, meetingId: string) {
  const acting = actingIn(work.actor)
  await lockAgenda(work.tx, acting.conferenceId)
  const { meeting, body } = await meetingInHand(work, meetingId)
  work.allow(all(mayRunDesk(acting, body), mayBeMoved({ step: meetingStep(meeting) })))
  const rows = await work.tx.programmeSlot.findMany({ where: { meetingId: meeting.id }, orderBy: { startsAt: 'asc' } })
  return { meeting, slots: rows.map(toSlot), zone: (await conferenceById(work.tx, acting.conferenceId)).timeZone }
}

interface Growing {
  readonly meeting: Meeting
  readonly before: readonly Slot[]
  readonly after: readonly Slot[]
  readonly knowingly: boolean | undefined
}

/** Asks about clashes inside the meeting and collisions around it, and lets the meeting grow with its slots. */
async function grow(work: Work, { meeting, before, after, knowingly }: Growing): Promise<void> {
  work.allow(await apartOrKnown(work, { before, after, knowingly }))
  const times = timesOf(meeting)
  const grown = covering(times, after)
  work.allow(await freeOrKnown(work, { before: times, after: grown, knowingly }))
  if (+grown.startsAt === +times.startsAt && +grown.endsAt === +times.endsAt) return
  await work.tx.meeting.update({
    where: { id: meeting.id },
    data: { scheduledStart: grown.startsAt, scheduledEnd: grown.endsAt, version: { increment: 1 } },
  })
}
