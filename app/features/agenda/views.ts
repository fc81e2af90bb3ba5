import { z } from 'zod'
import { names } from '#app/kernel/text.ts'
import { agendaSteps } from './adoption.ts'
import { audiences } from './announcements.ts'
import { bodyKinds, bodyOpenTo, itemKinds, outcomes, privacies } from './item-kinds.ts'
import { itemSteps } from './item-states.ts'
import { meetingSteps } from './meeting-states.ts'

const text = z.string()
const textOrNull = z.string().nullable()

const clock = z.object({ ranMs: z.number(), runningSince: textOrNull })

/** Where and when the conference is held: every time on a screen names this place. */
const venue = z.object({ timeZone: text, place: text, name: text, startsOn: text, endsOn: text, symbolRoot: text })

const bodyLine = z.object({
  bodyId: text,
  kind: z.enum(bodyKinds),
  names: names(),
  symbol: text,
  openTo: z.enum(bodyOpenTo),
  chair: textOrNull,
})

const itemLine = z.object({
  itemId: text,
  /** Null also where the reader may not see the parent. */
  parentId: textOrNull,
  number: text,
  names: names(),
  kind: z.enum(itemKinds),
  outcome: z.enum(outcomes).nullable(),
  step: z.enum(itemSteps),
  /** When it came to stand as it does. */
  since: textOrNull,
  bodyId: text,
  /** The meeting in which it is under discussion now. */
  meetingId: textOrNull,
  allottedMinutes: z.number().nullable(),
  isOpenToObservers: z.boolean(),
  clock,
  version: z.number(),
})

const slotLine = z.object({ slotId: text, itemId: text, startsAt: text, endsAt: text })

const meetingLine = z.object({
  meetingId: text,
  bodyId: text,
  number: z.number(),
  roomId: textOrNull,
  room: textOrNull,
  startsAt: text,
  endsAt: text,
  /** The venue's calendar day it belongs to: the day it opened. */
  day: text,
  step: z.enum(meetingSteps),
  openedAt: textOrNull,
  closedAt: textOrNull,
  presiding: textOrNull,
  privacy: z.enum(privacies),
  clock,
  version: z.number(),
  slots: z.array(slotLine),
})

const announcementLine = z.object({ announcementId: text, at: text, audience: z.enum(audiences), texts: names() })

const adoption = z.object({ step: z.enum(agendaSteps), symbol: textOrNull, adoptedAt: textOrNull })

const programme = { venue, bodies: z.array(bodyLine), meetings: z.array(meetingLine) }

export const programmeShape = z.object({
  ...programme,
  items: z.array(itemLine.pick({ itemId: true, number: true, names: true, step: true })),
})
export const agendaBoardShape = z.object({ ...programme, agenda: adoption, items: z.array(itemLine) })
export const todayShape = z.object({
  ...programme,
  items: z.array(itemLine),
  announcements: z.array(announcementLine),
})

/** What the frame of every page puts before its reader. */
export const latestAnnouncementShape = z.object({ announcement: announcementLine.nullable() })

const presenceLine = z.object({ delegationId: text, code: text, names: names(), kind: z.enum(['STATE', 'OBSERVER']) })

export const itemShape = z.object({
  venue,
  item: itemLine,
  body: bodyLine,
  parent: itemLine.pick({ itemId: true, number: true, names: true, step: true }).nullable(),
  subItems: z.array(itemLine.pick({ itemId: true, number: true, names: true, step: true })),
  previous: itemLine.pick({ itemId: true, number: true }).nullable(),
  next: itemLine.pick({ itemId: true, number: true }).nullable(),
  /** Meetings with a slot for the item, and the one in which it is open; in the order of time. */
  meetings: z.array(meetingLine),
  bodies: z.array(bodyLine),
  states: z.number(),
  /** The delegation that asked for the item; never shown to observers. */
  proposer: z.object({ delegationId: text, names: names() }).nullable(),
  isAdopted: z.boolean(),
})

/** The decision a change would have to state, and who may take it: what the secretariat's pages need beyond the board. */
const deskBody = bodyLine.extend({
  chairId: textOrNull,
  coChairId: textOrNull,
  rapporteurId: textOrNull,
  roomId: textOrNull,
  parentId: textOrNull,
})
const rollCallShape = z.object({
  meetingId: text,
  present: z.number(),
  states: z.number(),
  quorum: z.number(),
  isQuorate: z.boolean(),
  delegations: z.array(presenceLine.extend({ isPresent: z.boolean(), at: textOrNull })),
})
export const deskShape = z.object({
  venue,
  agenda: adoption,
  bodies: z.array(deskBody),
  /** Who may have proposed an item. */
  delegations: z.array(presenceLine),
  rooms: z.array(z.object({ roomId: text, name: text, capacity: z.number().nullable() })),
  items: z.array(itemLine.extend({ suggestedSubNumber: text, proposerId: textOrNull })),
  suggestedNumber: text,
  meetings: z.array(meetingLine),
  rollCalls: z.array(rollCallShape),
  announcements: z.array(announcementLine),
  /** The last act that can be taken back while it is less than a minute old. */
  lastAct: z
    .object({ lineId: text, kind: text, at: text, by: textOrNull, number: textOrNull, bodyId: textOrNull })
    .nullable(),
  officers: z.array(z.object({ accreditationId: text, name: text, role: text })),
})

/** The meetings in session that the asker's delegation may attend, and whether it was declared present. */
export const ownPresenceShape = z.object({
  meetings: z.array(z.object({ meetingId: text, isPresent: z.boolean(), at: textOrNull })),
})

/** The lines that stand, oldest first, by their ids: whoever writes from them has the words for each. */
export const meetingRecordShape = z.object({ lineIds: z.array(text) })

export type OwnPresence = z.output<typeof ownPresenceShape>
export type Venue = z.output<typeof venue>
export type BodyLine = z.output<typeof bodyLine>
export type ItemLine = z.output<typeof itemLine>
export type SlotLine = z.output<typeof slotLine>
export type MeetingLine = z.output<typeof meetingLine>
export type AnnouncementLine = z.output<typeof announcementLine>
export type LatestAnnouncement = z.output<typeof latestAnnouncementShape>
export type Adoption = z.output<typeof adoption>
export type ProgrammeAnswer = z.output<typeof programmeShape>
export type BoardAnswer = z.output<typeof agendaBoardShape>
export type TodayAnswer = z.output<typeof todayShape>
export type ItemAnswer = z.output<typeof itemShape>
export type DeskAnswer = z.output<typeof deskShape>
export type MeetingRecord = z.output<typeof meetingRecordShape>
export type DeskBody = z.output<typeof deskBody>
export type RollCallAnswer = z.output<typeof rollCallShape>
