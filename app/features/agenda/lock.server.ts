import { must } from '#app/kernel/must.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import type { Agenda } from '#prisma/client.ts'

/**
 * The conference's agenda, locked until the transaction ends. Every act on items, meetings, slots and the record takes
 * this row before it looks: of two at once the second waits, then decides on what the first one left (EC-16).
 */
export async function lockAgenda(tx: Tx, conferenceId: string): Promise<Agenda> {
  const found = await lockedRow(tx, conferenceId)
  if (found) return found
  await tx.agenda.createMany({ data: [{ conferenceId }], skipDuplicates: true })
  return must(await lockedRow(tx, conferenceId), 'the agenda was just made')
}

async function lockedRow(tx: Tx, conferenceId: string): Promise<Agenda | null> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM agenda WHERE conference_id = ${conferenceId} FOR UPDATE`
  return rows.length > 0 ? tx.agenda.findUnique({ where: { conferenceId } }) : null
}
