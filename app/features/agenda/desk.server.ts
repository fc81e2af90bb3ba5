import {
  accreditedNames,
  conferenceById,
  type DelegationRef,
  delegationsOf,
  secretariatOf,
} from '#app/features/conference/api.server.ts'
import { allowed, hidden } from '#app/kernel/policy.ts'
import { iso, isoOrNull } from '#app/kernel/time.ts'
import { type Ask, actingIn } from '#app/kernel/work.server.ts'
import type { RecordLine } from '#prisma/client.ts'
import { adoptionOf, announcementsFor } from './asides.server.ts'
import { type Board, loadBoard } from './board.server.ts'
import { isInSession } from './meeting-states.ts'
import { suggestNumber } from './numbering.ts'
import { maySeeDesk } from './policy.ts'
import { rollCall } from './presence.ts'
import { textField } from './record.ts'
import { lastUndoable } from './undo.ts'
import type { DeskAnswer, RollCallAnswer } from './views.ts'

/** Everything the desk runs. Nothing on it counts, names or hints at what delegations write. */
export async function desk(ask: Ask): Promise<DeskAnswer> {
  const acting = actingIn(ask.actor)
  ask.allow(maySeeDesk(acting) ? allowed : hidden)
  const { conferenceId } = acting
  const board = await loadBoard(ask)
  const delegations = await delegationsOf(ask.tx, conferenceId)
  const rooms = await ask.tx.room.findMany({ where: { conferenceId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  return {
    venue: board.venue,
    agenda: await adoptionOf(ask),
    bodies: bodiesOf(board),
    rooms: rooms.map(({ id, name, capacity }) => ({ roomId: id, name, capacity })),
    delegations: delegations.map(({ id, code, names, kind }) => ({ delegationId: id, code, names, kind })),
    items: itemsOf(board),
    suggestedNumber: suggestNumber(board.itemRows, null),
    meetings: [...board.meetings],
    rollCalls: await rollCallsOf(ask, board, delegations),
    announcements: await announcementsFor(ask),
    lastAct: await lastAct(ask, conferenceId),
    officers: await secretariatOf(ask.tx, conferenceId),
  }
}

const bodiesOf = ({ bodies, bodyRows }: Board): DeskAnswer['bodies'] =>
  bodies.flatMap((body) => {
    const row = bodyRows.find(({ id }) => id === body.bodyId)
    if (!row) return []
    const { chairId, coChairId, rapporteurId, roomId, parentId } = row
    return [{ ...body, chairId, coChairId, rapporteurId, roomId, parentId }]
  })

const itemsOf = ({ items, itemRows }: Board): DeskAnswer['items'] =>
  items.map((item) => ({
    ...item,
    suggestedSubNumber: suggestNumber(itemRows, item.itemId),
    proposerId: itemRows.find(({ id }) => id === item.itemId)?.proposerId ?? null,
  }))

async function rollCallsOf({ tx, actor }: Ask, board: Board, delegations: DelegationRef[]): Promise<RollCallAnswer[]> {
  const { conferenceId } = actingIn(actor)
  const sessions = board.meetings.filter(isInSession)
  const presences = await tx.meetingPresence.findMany({
    where: { meetingId: { in: sessions.map(({ meetingId }) => meetingId) } },
  })
  const stateIds = delegations.filter(({ kind, isTakingPart }) => kind === 'STATE' && isTakingPart).map(({ id }) => id)
  const { quorum } = await conferenceById(tx, conferenceId)
  return sessions.map(({ meetingId, bodyId }) => {
    const admitsAll = board.bodies.find((body) => body.bodyId === bodyId)?.openTo === 'ALL_ACCREDITED'
    const own = presences.filter((presence) => presence.meetingId === meetingId)
    return {
      meetingId,
      ...rollCall(stateIds, own, quorum),
      delegations: delegations
        .filter(({ kind }) => kind === 'STATE' || admitsAll)
        .map(({ id, code, names, kind }) => {
          const presence = own.find(({ delegationId }) => delegationId === id)
          const isPresent = presence !== undefined && presence.leftAt === null
          return { delegationId: id, code, names, kind, isPresent, at: isoOrNull(presence?.leftAt ?? presence?.at) }
        }),
    }
  })
}

/** The newest lines are enough: what is older than a minute is not undone. */
async function lastAct({ tx }: Ask, conferenceId: string): Promise<DeskAnswer['lastAct']> {
  const newest = await tx.recordLine.findMany({ where: { conferenceId }, orderBy: { place: 'desc' }, take: 50 })
  const line: RecordLine | null = lastUndoable(newest.reverse())
  if (!line) return null
  const by = line.accreditationId
  const names = await accreditedNames(tx, by ? [by] : [])
  return {
    lineId: line.id,
    kind: line.kind,
    at: iso(line.at),
    by: (by && names.get(by)) || null,
    number: textField(line.detail, 'number'),
    bodyId: line.bodyId,
  }
}
