import { actingIn, type Tx, type Work } from '#app/kernel/work.server.ts'
import type { Meeting, Prisma, RecordLine } from '#prisma/client.ts'
import { meetingRecord } from './contract.ts'
import { lockAgenda } from './lock.server.ts'
import { type RecordKind, standing } from './record.ts'

export interface NewLine {
  readonly kind: RecordKind
  readonly meetingId?: string | null
  readonly itemId?: string | null
  readonly bodyId?: string | null
  readonly delegationId?: string | null
  /** Ids, states, labels and the basis people stated. `act` names the line that led to this one, itself when absent. */
  readonly detail?: Prisma.InputJsonObject
  /** Given when other lines of the same act must name this one. */
  readonly id?: string
}

/** Adds what just happened to the record of the conference and answers the line's id. Lines are never changed. */
export async function addRecordLine(work: Work, line: NewLine): Promise<string> {
  const { conferenceId, accreditationId } = actingIn(work.actor)
  await lockAgenda(work.tx, conferenceId)
  const last = await work.tx.recordLine.findFirst({
    where: { conferenceId },
    orderBy: { place: 'desc' },
    select: { place: true },
  })
  const id = line.id ?? work.newId()
  const meetingId = line.meetingId === undefined ? await meetingOf(work.tx, line) : line.meetingId
  await work.tx.recordLine.create({
    data: {
      id,
      conferenceId,
      place: (last?.place ?? 0) + 1,
      at: work.now,
      kind: line.kind,
      meetingId,
      itemId: line.itemId ?? null,
      bodyId: line.bodyId ?? null,
      delegationId: line.delegationId ?? null,
      accreditationId,
      detail: { act: id, ...line.detail },
    },
  })
  // What was undone may have happened in another meeting.
  if (line.kind === 'act-undone') work.changed(meetingRecord, {})
  else if (meetingId) work.changed(meetingRecord, { meetingId })
  return id
}

/** Where something happened that concerns an item or a body: the meeting in which it is being taken now. */
async function meetingOf(tx: Tx, { itemId, bodyId }: NewLine): Promise<string | null> {
  const item = itemId ? await tx.agendaItem.findUnique({ where: { id: itemId } }) : null
  if (item?.meetingId) return item.meetingId
  const body = bodyId ?? item?.bodyId
  return body ? ((await sessionOf(tx, body))?.id ?? null) : null
}

/** The meeting a body sits in now (also in its coffee break), or null. */
export const sessionOf = (tx: Tx, bodyId: string): Promise<Meeting | null> =>
  tx.meeting.findFirst({ where: { bodyId, step: { in: ['OPEN', 'SUSPENDED'] } } })

/** The record of a conference as it stands, oldest first; what was undone is left out. */
export async function recordOf(
  tx: Tx,
  where: { conferenceId: string; meetingId?: string; itemId?: string; kinds?: readonly RecordKind[] },
): Promise<RecordLine[]> {
  const { conferenceId, meetingId, itemId, kinds } = where
  const undone = { conferenceId, kind: 'act-undone' }
  const wanted = { conferenceId, meetingId, itemId, ...(kinds ? { kind: { in: [...kinds] } } : {}) }
  const lines = await tx.recordLine.findMany({ where: { OR: [wanted, undone] }, orderBy: { place: 'asc' } })
  return standing(lines)
}
