import { DomainError } from '#app/kernel/errors.ts'
import { allowed, type Decision, notNow } from '#app/kernel/policy.ts'
import type { Work } from '#app/kernel/work.server.ts'
import type { Meeting, ProgrammeSlot } from '#prisma/client.ts'
import { nameFor, venueClock } from './in-hand.server.ts'
import { clashes, collisions, type MeetingTimes, type Slot } from './programme.ts'

export const timesOf = ({ id, bodyId, roomId, scheduledStart, scheduledEnd }: Meeting): MeetingTimes => ({
  id,
  bodyId,
  roomId,
  startsAt: scheduledStart,
  endsAt: scheduledEnd,
})

/**
 * Whether a meeting may have these times and this room: not without anybody knowing that another meeting has them
 * (EC-27). What collided before is known already.
 */
export async function freeOrKnown(
  work: Work,
  { before, after, knowingly }: { before: MeetingTimes | null; after: MeetingTimes; knowingly: boolean | undefined },
): Promise<Decision> {
  if (knowingly) return allowed
  const conferenceId = await conferenceOf(work, after.bodyId)
  const rows = await work.tx.meeting.findMany({
    where: { conferenceId, step: { in: ['SCHEDULED', 'OPEN', 'SUSPENDED'] } },
    orderBy: { scheduledStart: 'asc' },
  })
  const others = rows.map(timesOf)
  const known = new Set(before ? collisions(before, others).map(({ id }) => id) : [])
  const other = collisions(after, others).find(({ id }) => !known.has(id))
  if (!other) return allowed
  const body = await work.tx.body.findUniqueOrThrow({ where: { id: other.bodyId } })
  const name = nameFor(body.names, work.actor.locale)
  const from = await venueClock(work.tx, conferenceId, other.startsAt)
  const to = await venueClock(work.tx, conferenceId, other.endsAt)
  return notNow(
    'agenda/collides',
    `${name} meets from ${from} to ${to}, in the same room or with the same delegations. Choose other times, or confirm that you want it so.`,
    { body: name, from, to },
  )
}

async function conferenceOf({ tx }: Work, bodyId: string): Promise<string> {
  return (await tx.body.findUniqueOrThrow({ where: { id: bodyId } })).conferenceId
}

/** Two items at one time in one meeting are possible, never by accident. */
export async function apartOrKnown(
  work: Work,
  { before, after, knowingly }: { before: readonly Slot[]; after: readonly Slot[]; knowingly: boolean | undefined },
): Promise<Decision> {
  if (knowingly) return allowed
  const pairOf = ([a, b]: [Slot, Slot]) => [a.id, b.id].sort().join(' ')
  const known = new Set(clashes(before).map(pairOf))
  const pair = clashes(after).find((each) => !known.has(pairOf(each)))
  if (!pair) return allowed
  const items = await work.tx.agendaItem.findMany({
    where: { id: { in: pair.map(({ itemId }) => itemId) } },
    select: { id: true, number: true },
  })
  const [first = '', second = ''] = pair.map(({ itemId }) => items.find(({ id }) => id === itemId)?.number ?? '')
  return notNow(
    'agenda/slots-clash',
    `Items ${first} and ${second} would be taken at one time. Move the later slots as well, or confirm that you want it so.`,
    { first, second },
  )
}

export const toSlot = ({ id, itemId, startsAt, endsAt }: ProgrammeSlot): Slot => ({ id, itemId, startsAt, endsAt })

/** Refuses, by the field, what ends before it starts or lasts longer than a day. */
export function assertSpan(startsAt: Date, endsAt: Date): void {
  const lastsMs = endsAt.getTime() - startsAt.getTime()
  if (lastsMs > 0 && lastsMs <= 86_400_000) return
  const field =
    lastsMs > 0
      ? {
          path: 'endsAt',
          code: 'agenda/longer-than-a-day',
          sentence: 'Nothing lasts longer than a day. Check the date.',
        }
      : { path: 'endsAt', code: 'agenda/ends-before-start', sentence: 'The end must be after the beginning.' }
  throw new DomainError('invalid', 'invalid', 'Some entries need attention.', { fields: [field] })
}
