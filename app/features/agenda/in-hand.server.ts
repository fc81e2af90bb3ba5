import { accreditedNames, conferenceById, storedNames } from '#app/features/conference/api.server.ts'
import { missing } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { allowed, type Decision, notNow } from '#app/kernel/policy.ts'
import type { Names } from '#app/kernel/text.ts'
import { actingIn, type Tx, type Work } from '#app/kernel/work.server.ts'
import { timeIn } from '#app/kernel/zone.ts'
import type { AgendaItem, Body, Meeting } from '#prisma/client.ts'
import type { ItemAndFamily } from './item-states.ts'
import { recordOf } from './record.server.ts'
import { itemStep } from './rows.server.ts'
import { visibleItems, visibleMeetings } from './visibility.server.ts'

export interface ItemInHand {
  readonly item: AgendaItem
  readonly family: ItemAndFamily
  readonly body: Body
  readonly relatives: readonly AgendaItem[]
}

/** An item with its parent, sub-items and body; `missing` when the actor may not see it. */
export async function itemInHand({ tx, actor }: Pick<Work, 'tx' | 'actor'>, itemId: string): Promise<ItemInHand> {
  const acting = actingIn(actor)
  const item = await tx.agendaItem.findFirst({ where: { AND: [{ id: itemId }, visibleItems(acting)] } })
  if (!item) throw missing()
  const { conferenceId } = acting
  const relatives = await tx.agendaItem.findMany({
    where: { conferenceId, OR: [{ parentId: item.id }, ...(item.parentId ? [{ id: item.parentId }] : [])] },
    orderBy: { orderKey: 'asc' },
  })
  const parent = relatives.find(({ id }) => id === item.parentId) ?? null
  const family: ItemAndFamily = {
    number: item.number,
    step: itemStep(item),
    parent: parent && { number: parent.number, step: itemStep(parent) },
    subItems: relatives
      .filter(({ parentId }) => parentId === item.id)
      .map((child) => ({ number: child.number, step: itemStep(child) })),
  }
  return { item, family, relatives, body: await bodyInHand(tx, conferenceId, item.bodyId) }
}

export async function bodyInHand(tx: Tx, conferenceId: string, bodyId: string): Promise<Body> {
  const body = await tx.body.findFirst({ where: { id: bodyId, conferenceId } })
  if (!body) throw missing()
  return body
}

/** A meeting and its body; `missing` when the actor may not see it. */
export async function meetingInHand({ tx, actor }: Pick<Work, 'tx' | 'actor'>, meetingId: string) {
  const acting = actingIn(actor)
  const meeting = await tx.meeting.findFirst({ where: { AND: [{ id: meetingId }, await visibleMeetings(tx, acting)] } })
  if (!meeting) throw missing()
  return { meeting, body: await bodyInHand(tx, acting.conferenceId, meeting.bodyId) }
}

const stoodBy: Readonly<Record<string, readonly [code: string, verb: string]>> = {
  'item-opened': ['agenda/opened-meanwhile', 'opened'],
  'item-suspended': ['agenda/suspended-meanwhile', 'suspended'],
  'item-resumed': ['agenda/resumed-meanwhile', 'resumed'],
  'item-deferred': ['agenda/deferred-meanwhile', 'deferred'],
  'item-closed': ['agenda/closed-meanwhile', 'closed'],
  'item-reopened': ['agenda/reopened-meanwhile', 'reopened'],
  'item-withdrawn': ['agenda/withdrawn-meanwhile', 'withdrawn'],
}

/**
 * Whether the item is still as the person saw it. If not, the refusal says who did what to it and when (EC-16); no
 * version means that the person decides on whatever is there.
 */
export async function unchangedSince(work: Work, item: AgendaItem, version: number | undefined): Promise<Decision> {
  if (version === undefined || version === item.version) return allowed
  const { conferenceId } = actingIn(work.actor)
  const line = (await recordOf(work.tx, { conferenceId, itemId: item.id })).findLast(({ kind }) => stoodBy[kind])
  const changed = notNow(
    'agenda/changed-meanwhile',
    `Item ${item.number} was changed a moment ago. Look at it again.`,
    {
      number: item.number,
    },
  )
  if (!line?.accreditationId || line.at < new Date(work.now.getTime() - 300_000)) return changed
  const [code, verb] = must(stoodBy[line.kind])
  const name = (await accreditedNames(work.tx, [line.accreditationId])).get(line.accreditationId)
  if (!name) return changed
  const time = await venueClock(work.tx, conferenceId, line.at)
  const sentence = `${name} ${verb} item ${item.number} at ${time}, before you. Nothing further was done.`
  return notNow(code, sentence, { number: item.number, name, time })
}

export const unchangedMeeting = (meeting: Meeting, version: number | undefined): Decision =>
  version === undefined || version === meeting.version
    ? allowed
    : notNow('agenda/meeting-changed-meanwhile', 'The meeting was changed a moment ago. Look at it again.')

/** `14:30` on the wall of the venue. */
export const venueClock = async (tx: Tx, conferenceId: string, at: Date): Promise<string> =>
  timeIn(at, (await conferenceById(tx, conferenceId)).timeZone)

/** A name for a refusal, in the reader's language where it has one. */
export function nameFor(stored: unknown, locale: string): string {
  const names: Names = storedNames(stored)
  return names[locale] ?? names.en ?? Object.values(names)[0] ?? ''
}
