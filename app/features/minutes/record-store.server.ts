import { z } from 'zod'
import type { NodeJson } from '#app/editor/document-shape.ts'
import { meetingById, presentAt } from '#app/features/agenda/api.server.ts'
import { missing } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import type { RecordParagraph } from './paragraphs.ts'
import type { RecordState } from './policy.ts'
import { recordSteps } from './record-steps.ts'

/** The record's row as far as row-level security shows it, with what its rules ask about. */
export async function loadRecord(tx: Tx, conferenceId: string, minutesId: string) {
  const row = await tx.minutes.findFirst({ where: { id: minutesId, conferenceId } })
  if (!row) throw missing()
  const meeting = await meetingById(tx, conferenceId, row.meetingId)
  const rules: RecordState = {
    conferenceId,
    step: must(recordSteps.find((each) => each === row.step)),
    present: await presentAt(tx, row.meetingId),
    closedAt: meeting.closedAt?.toISOString() ?? null,
  }
  return { row, rules, meeting }
}

/** The same, held against change: two officers may press at the same moment. */
export async function lockRecord(tx: Tx, conferenceId: string, minutesId: string) {
  await tx.$executeRaw`SELECT 1 FROM minutes WHERE id = ${minutesId} FOR UPDATE`
  return loadRecord(tx, conferenceId, minutesId)
}

/** Written by this feature from a checked document, so only the outline is looked at again. */
const storedBlocks = z.array(
  z.custom<NodeJson>((value) => typeof value === 'object' && value !== null && 'type' in value),
)

export interface StoredParagraph extends RecordParagraph {
  readonly place: number
  readonly isReleased: boolean
}

export async function paragraphRows(tx: Tx, minutesId: string): Promise<StoredParagraph[]> {
  const rows = await tx.minutesParagraph.findMany({ where: { minutesId }, orderBy: { place: 'asc' } })
  return rows.map(({ place, label, blockId, blocks, isReleased }) => ({
    place,
    label,
    blockId,
    isReleased,
    blocks: storedBlocks.parse(blocks),
  }))
}
