import { z } from 'zod'
import { mutation } from '#app/kernel/contract.ts'
import { id } from '#app/kernel/ids.ts'
import { checkbox, line, multilingual, optionalLine, wholeNumber } from '#app/kernel/text.ts'
import { audiences } from './announcements.ts'
import { optionalId, seenVersion } from './contract.ts'
import { bodyKinds, bodyOpenTo, privacies } from './item-kinds.ts'
import { followings } from './programme.ts'
import { venueTime } from './venue-time.ts'

const roomId = id<'room'>()
const bodyId = id<'body'>()
const meetingId = id<'meeting'>()
const slotId = id<'programmeSlot'>()
const version = seenVersion()
const reason = optionalLine(300)
/** The organiser has seen the collision and wants it all the same. Without it a collision is refused, by name. */
const knowingly = checkbox().optional()
const done = z.object({})
const versioned = z.object({ version: z.number() })

const roomFields = {
  name: line(80),
  capacity: z.preprocess((value) => (value === '' ? null : value), wholeNumber({ min: 1, max: 100_000 }).nullish()),
}
export const createRoom = mutation('agenda.createRoom', {
  input: z.strictObject(roomFields),
  output: z.object({ roomId: z.string() }),
})
export const amendRoom = mutation('agenda.amendRoom', {
  input: z.strictObject({ roomId, ...roomFields }),
  output: done,
})

const bodyFields = {
  names: multilingual(200),
  openTo: z.enum(bodyOpenTo).default('ALL_ACCREDITED'),
  roomId: optionalId<'room'>(),
}
const officerFields = {
  chairId: optionalId<'accreditation'>(),
  coChairId: optionalId<'accreditation'>(),
  rapporteurId: optionalId<'accreditation'>(),
}
/** `symbol`: the root of the body's documents. Left empty, it follows from the conference's root and the kind. */
export const createBody = mutation('agenda.createBody', {
  input: z.strictObject({ kind: z.enum(bodyKinds), symbol: optionalLine(60), ...bodyFields, ...officerFields }),
  output: z.object({ bodyId: z.string(), symbol: z.string() }),
})
export const amendBody = mutation('agenda.amendBody', {
  input: z.strictObject({ bodyId, ...bodyFields }),
  output: done,
})
export const appointOfficers = mutation('agenda.appointOfficers', {
  input: z.strictObject({ bodyId, ...officerFields }),
  output: done,
})

const meetingFields = { roomId: optionalId<'room'>(), startsAt: venueTime(), endsAt: venueTime() }
const meetingMade = z.object({ meetingId: z.string(), number: z.number() })

export const scheduleMeeting = mutation('agenda.scheduleMeeting', {
  input: z.strictObject({
    bodyId,
    ...meetingFields,
    privacy: z.enum(privacies).default('CLOSED_TO_PRESS'),
    knowingly,
  }),
  output: meetingMade,
})
/** Opens a meeting that nobody had planned, from now until `endsAt`. */
export const conveneMeeting = mutation('agenda.conveneMeeting', {
  input: z.strictObject({
    bodyId,
    roomId: optionalId<'room'>(),
    endsAt: venueTime(),
    privacy: z.enum(privacies).default('CLOSED_TO_PRESS'),
    knowingly,
  }),
  output: meetingMade,
})
/** Another room, other times; slots that have not begun move along with the start (EC-29). */
export const moveMeeting = mutation('agenda.moveMeeting', {
  input: z.strictObject({ meetingId, version, ...meetingFields, knowingly }),
  output: versioned,
})
export const cancelMeeting = mutation('agenda.cancelMeeting', {
  input: z.strictObject({ meetingId, version }),
  output: done,
})

const meetingStep = { meetingId, version }
export const openMeeting = mutation('agenda.openMeeting', { input: z.strictObject(meetingStep), output: versioned })
export const suspendMeeting = mutation('agenda.suspendMeeting', {
  input: z.strictObject({ ...meetingStep, reason }),
  output: versioned,
})
export const resumeMeeting = mutation('agenda.resumeMeeting', { input: z.strictObject(meetingStep), output: versioned })
/** Items still under discussion are suspended with it. */
export const closeMeeting = mutation('agenda.closeMeeting', {
  input: z.strictObject(meetingStep),
  output: z.object({ version: z.number(), suspendedItems: z.number() }),
})

export const addSlot = mutation('agenda.addSlot', {
  input: z.strictObject({
    meetingId,
    itemId: id<'agendaItem'>(),
    startsAt: venueTime(),
    endsAt: venueTime(),
    knowingly,
  }),
  output: z.object({ slotId: z.string() }),
})
/** `following`: whether the slots after it in the same meeting move with its end or keep their times. */
export const editSlot = mutation('agenda.editSlot', {
  input: z.strictObject({
    slotId,
    startsAt: venueTime(),
    endsAt: venueTime(),
    following: z.enum(followings).default('move'),
    knowingly,
  }),
  output: z.object({ movedSlots: z.number() }),
})
export const removeSlot = mutation('agenda.removeSlot', { input: z.strictObject({ slotId }), output: done })

/** For the own delegation, by its head or a deputy; for any, by the desk as answered at the roll-call. */
const presenceFields = { meetingId, delegationId: optionalId<'delegation'>() }
export const declarePresent = mutation('agenda.declarePresent', {
  input: z.strictObject(presenceFields),
  output: done,
})
export const declareLeft = mutation('agenda.declareLeft', { input: z.strictObject(presenceFields), output: done })

export const announce = mutation('agenda.announce', {
  input: z.strictObject({ audience: z.enum(audiences), texts: multilingual(500) }),
  output: z.object({ announcementId: z.string() }),
})
