import { z } from 'zod'
import { missing } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { all, allowed } from '#app/kernel/policy.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import type { AgendaItem, RecordLine } from '#prisma/client.ts'
import { undoLastAct } from './contract.ts'
import { bodyInHand, itemInHand } from './in-hand.server.ts'
import { itemSteps } from './item-states.ts'
import { lockAgenda } from './lock.server.ts'
import { meetingSteps } from './meeting-states.ts'
import { mayRunDesk } from './policy.ts'
import { addRecordLine, sessionOf } from './record.server.ts'
import { tellAll } from './told.server.ts'
import { actOf, mayStandAgain, mayUndo, overtaken } from './undo.ts'

export const undoMutations: MutationHandler[] = [
  handle(undoLastAct, async (work, { lineId }) => {
    const acting = actingIn(work.actor)
    const { conferenceId } = acting
    await lockAgenda(work.tx, conferenceId)
    const line = await work.tx.recordLine.findFirst({ where: { id: lineId, conferenceId } })
    if (!line?.bodyId) throw missing()
    work.allow(mayRunDesk(acting, await bodyInHand(work.tx, conferenceId, line.bodyId)))
    const since = await work.tx.recordLine.findMany({
      where: { conferenceId, at: { gte: new Date(line.at.getTime() - 1) } },
      orderBy: { place: 'asc' },
    })
    work.allow(mayUndo(line, since, work.now))
    const lines = since.filter((each) => actOf(each) === line.id)
    for (const each of lines.reverse()) await takeBack(work, each)
    await addRecordLine(work, {
      kind: 'act-undone',
      bodyId: line.bodyId,
      itemId: line.itemId,
      meetingId: line.meetingId,
      detail: { lines: lines.map(({ id }) => id) },
    })
    work.record({ undone: line.kind })
    tellAll(work)
    return {}
  }),
]

const itemStepped = z.object({ from: z.enum(itemSteps) })
const meetingStepped = z.object({ from: z.enum(meetingSteps) })
const itemMoved = z.object({
  fromParent: z.string().nullable(),
  fromKey: z.string(),
  slots: z.array(z.object({ id: z.string(), startsAt: z.string(), endsAt: z.string(), movedTo: z.string() })),
})

function takeBack(work: Work, line: RecordLine): Promise<unknown> {
  if (line.kind === 'item-moved') return moveBack(work, line)
  return line.itemId ? stepItemBack(work, line) : stepMeetingBack(work, line)
}

async function stepItemBack(work: Work, line: RecordLine): Promise<void> {
  const { from } = itemStepped.parse(line.detail)
  const { item, family } = await itemInHand(work, must(line.itemId))
  const meeting = line.meetingId ? await work.tx.meeting.findUnique({ where: { id: line.meetingId } }) : null
  const stillSits = meeting?.step === 'OPEN' || meeting?.step === 'SUSPENDED'
  work.allow(all(mayStandAgain(from, family), from !== 'OPEN' || stillSits ? allowed : overtaken))
  work.allow((await isNumberFree(work, item)) ? allowed : overtaken)
  await work.tx.agendaItem.update({
    where: { id: item.id },
    data: { step: from, meetingId: from === 'OPEN' ? line.meetingId : null, version: { increment: 1 } },
  })
}

/** A withdrawn item's number may have been given to another one since. */
async function isNumberFree({ tx }: Work, { id, conferenceId, number }: AgendaItem): Promise<boolean> {
  const where = { conferenceId, number, step: { not: 'WITHDRAWN' }, id: { not: id } }
  return (await tx.agendaItem.count({ where })) === 0
}

async function stepMeetingBack({ tx, allow }: Work, line: RecordLine): Promise<void> {
  const { from } = meetingStepped.parse(line.detail)
  const session = await sessionOf(tx, must(line.bodyId))
  allow(session && session.id !== line.meetingId ? overtaken : allowed)
  await tx.meeting.update({
    where: { id: must(line.meetingId) },
    data: {
      step: from,
      closedAt: null,
      ...(from === 'SCHEDULED' ? { openedAt: null, presidingId: null } : {}),
      version: { increment: 1 },
    },
  })
}

async function moveBack({ tx }: Work, line: RecordLine): Promise<void> {
  const { fromParent, fromKey, slots } = itemMoved.parse(line.detail)
  await tx.agendaItem.update({
    where: { id: must(line.itemId) },
    data: { parentId: fromParent, orderKey: fromKey, version: { increment: 1 } },
  })
  // Times that somebody changed after the move are theirs.
  for (const { id, startsAt, endsAt, movedTo } of slots) {
    await tx.programmeSlot.updateMany({ where: { id, startsAt: movedTo }, data: { startsAt, endsAt } })
  }
}
