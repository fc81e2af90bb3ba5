import type { Tx } from '#app/kernel/work.server.ts'
import { conferenceById, delegationsOf } from './api.server.ts'
import { protocolOrder } from './protocol-order.ts'

/** Gives every delegation its place again: after a lot, or when one joins late (EC-8). */
export async function rosterOrder(tx: Tx, conferenceId: string): Promise<void> {
  // The conference row is locked: two additions at once must not give one place twice.
  await tx.$executeRaw`SELECT 1 FROM conference WHERE id = ${conferenceId} FOR UPDATE`
  const { orderFrom } = await tx.conference.findUniqueOrThrow({
    where: { id: conferenceId },
    select: { orderFrom: true },
  })
  const { language } = await conferenceById(tx, conferenceId)
  const ordered = protocolOrder(await delegationsOf(tx, conferenceId), language, orderFrom)
  const places = JSON.stringify(ordered.map(({ id }, index) => ({ id, place: index + 1 })))
  await tx.$executeRaw`
    UPDATE delegation SET place = p.place
    FROM jsonb_to_recordset(${places}::jsonb) AS p(id text, place int) WHERE delegation.id = p.id`
}
