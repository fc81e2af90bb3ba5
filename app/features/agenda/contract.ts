import { z } from 'zod'
import { conferenceView, roster } from '#app/features/conference/contract.ts'
import { mutation, query } from '#app/kernel/contract.ts'
import { id } from '#app/kernel/ids.ts'
import { checkbox, line, multilingual, optionalLine, wholeNumber } from '#app/kernel/text.ts'
import { itemKinds, outcomes } from './item-kinds.ts'
import { followings } from './programme.ts'
import {
  agendaBoardShape,
  deskShape,
  itemShape,
  latestAnnouncementShape,
  meetingRecordShape,
  ownPresenceShape,
  programmeShape,
  todayShape,
} from './views.ts'

/** An empty form field is no id. */
export const optionalId = <Kind extends string>() =>
  z.preprocess((value) => (value === '' ? null : value), id<Kind>().nullish())
/** The version the page was made from; somebody else's act since then is a conflict that says what happened (EC-16). */
export const seenVersion = () => z.preprocess((value) => (value === '' ? undefined : value), wholeNumber().optional())
const optionalMinutes = () =>
  z.preprocess((value) => (value === '' ? null : value), wholeNumber({ min: 1, max: 1440 }).nullish())
/** The decision of the body on which a change of an adopted agenda rests. */
const basis = () => optionalLine(300)
const reason = () => optionalLine(300)

const itemId = id<'agendaItem'>()
const label = () => line(20)
const optionalLabel = () => optionalLine(20)

const newItem = {
  number: optionalLabel(),
  names: multilingual(300),
  kind: z.enum(itemKinds).default('SUBSTANTIVE'),
  outcome: z.preprocess((value) => (value === '' ? null : value), z.enum(outcomes).nullish()),
  allottedMinutes: optionalMinutes(),
  isOpenToObservers: checkbox().optional(),
  proposerId: optionalId<'delegation'>(),
  basis: basis(),
}
const itemMade = z.object({ itemId: z.string(), number: z.string() })
const versioned = z.object({ version: z.number() })

export const createItem = mutation('agenda.createItem', {
  input: z.strictObject({ bodyId: id<'body'>(), ...newItem }),
  output: itemMade,
})

/** A sub-item belongs to its parent's body unless another is named. */
export const addSubItem = mutation('agenda.addSubItem', {
  input: z.strictObject({ parentId: itemId, bodyId: optionalId<'body'>(), ...newItem }),
  output: itemMade,
})

export const renameItem = mutation('agenda.renameItem', {
  input: z.strictObject({ itemId, version: seenVersion(), names: multilingual(300), basis: basis() }),
  output: versioned,
})

export const renumberItem = mutation('agenda.renumberItem', {
  input: z.strictObject({ itemId, version: seenVersion(), number: label(), basis: basis() }),
  output: versioned,
})

/** Gives an item to another body. */
export const referItem = mutation('agenda.referItem', {
  input: z.strictObject({ itemId, version: seenVersion(), bodyId: id<'body'>(), basis: basis() }),
  output: versioned,
})

/**
 * Puts an item before another one of the same level, or at the end. `parentId`: absent keeps the parent, null makes it a
 * top-level item. `following`: whether slots that have not begun follow the new order or keep their times.
 */
export const moveItem = mutation('agenda.moveItem', {
  input: z.strictObject({
    itemId,
    beforeId: optionalId<'agendaItem'>(),
    parentId: optionalId<'agendaItem'>(),
    following: z.enum(followings).default('move'),
    basis: basis(),
  }),
  output: z.object({ movedSlots: z.number() }),
})

export const allotMinutes = mutation('agenda.allotMinutes', {
  input: z.strictObject({ itemId, version: seenVersion(), allottedMinutes: optionalMinutes() }),
  output: versioned,
})

/** Releases an item to observers, or closes it to them. They see it only while it is under discussion. */
export const setObserverAccess = mutation('agenda.setObserverAccess', {
  input: z.strictObject({ itemId, version: seenVersion(), isOpenToObservers: checkbox() }),
  output: versioned,
})

const step = { itemId, version: seenVersion() }

export const openItem = mutation('agenda.openItem', { input: z.strictObject(step), output: versioned })
export const suspendItem = mutation('agenda.suspendItem', {
  input: z.strictObject({ ...step, reason: reason() }),
  output: versioned,
})
export const resumeItem = mutation('agenda.resumeItem', { input: z.strictObject(step), output: versioned })
export const deferItem = mutation('agenda.deferItem', {
  input: z.strictObject({ ...step, reason: reason() }),
  output: versioned,
})
export const closeItem = mutation('agenda.closeItem', { input: z.strictObject(step), output: versioned })
export const reopenItem = mutation('agenda.reopenItem', {
  input: z.strictObject({ ...step, basis: basis() }),
  output: versioned,
})
export const withdrawItem = mutation('agenda.withdrawItem', {
  input: z.strictObject({ ...step, basis: basis() }),
  output: versioned,
})

/** Adopted in an open meeting of the plenary, or on the decision stated. */
export const adoptAgenda = mutation('agenda.adopt', {
  input: z.strictObject({ symbol: optionalLine(60), basis: basis() }),
  output: z.object({}),
})

/** Takes back the act that wrote this line of the record, within a minute. */
export const undoLastAct = mutation('agenda.undo', {
  input: z.strictObject({ lineId: id<'recordLine'>() }),
  output: z.object({}),
})

const nothing = z.strictObject({})

/** The agenda as this side may see it: observers, the open and released items only. */
export const agendaBoard = query('agenda.board', { input: nothing, output: agendaBoardShape, audience: 'side' })

/** Meetings by day, with their slots and rooms. */
export const programmeView = query('agenda.programme', { input: nothing, output: programmeShape, audience: 'side' })

/** What Today is made of. What is now and next is derived from it where it is shown, with the clock of the moment. */
export const todayView = query('agenda.today', { input: nothing, output: todayShape, audience: 'side' })

/** The newest announcement this side hears, whenever it was made. */
export const latestAnnouncement = query('agenda.latestAnnouncement', {
  input: nothing,
  output: latestAnnouncementShape,
  audience: 'side',
})

export const itemView = query('agenda.item', {
  input: z.strictObject({ itemId }),
  output: itemShape,
  audience: 'side',
})

/** Where one's own delegation is declared present now; empty for the secretariat. */
export const ownPresence = query('agenda.ownPresence', {
  input: nothing,
  output: ownPresenceShape,
  audience: 'delegation',
})

/** Everything the desk runs; `missing` for everybody outside the secretariat. */
export const deskView = query('agenda.desk', {
  input: nothing,
  output: deskShape,
  audience: 'side',
  // The quorum, and who is on the roll.
  follows: [conferenceView, roster],
})

/** What the record of a meeting is written from; `missing` for everybody outside the secretariat. */
export const meetingRecord = query('agenda.meetingRecord', {
  input: z.strictObject({ meetingId: id<'meeting'>() }),
  output: meetingRecordShape,
  audience: 'side',
})
