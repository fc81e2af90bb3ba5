import { describe, expect, test } from 'vitest'
import { agendaBoard, deskView, itemView, programmeView, todayView } from '#app/features/agenda/contract.ts'
import {
  addSlot,
  amendBody,
  amendRoom,
  appointOfficers,
  conveneMeeting,
  createBody,
  createRoom,
  editSlot,
  moveMeeting,
  removeSlot,
  scheduleMeeting,
} from '#app/features/agenda/meeting-contract.ts'
import { must } from '#app/kernel/must.ts'
import { agendaForTests, anItem, aScheduledMeeting, badField } from '#tests/support/agenda.ts'
import { refusal } from '#tests/support/refusal.ts'

const agenda = agendaForTests()
const meetingOf = async (meetingId: string) => {
  const { meetings } = await agenda().head.ask(programmeView, {})
  return must(meetings.find((meeting) => meeting.meetingId === meetingId))
}
const at = (clock: string) => `2026-10-21T${clock}`

describe('rooms and times', () => {
  test('[AG-16] [EC-29] a room moved ten minutes before is new on every page; links do not depend on it', async () => {
    const { world, secretary, chair, head } = agenda()
    const hall = await secretary.mutate(createRoom, { name: 'Great Hall' })
    const lantern = await secretary.mutate(createRoom, { name: 'Lantern Room', capacity: '80' })
    const item = await anItem(world)
    const { meetingId } = await secretary.mutate(scheduleMeeting, {
      bodyId: world.bodies.plenary,
      startsAt: at('11:30'),
      endsAt: at('12:30'),
      roomId: hall.roomId,
    })
    const slot = { meetingId, itemId: item.itemId, startsAt: at('11:30'), endsAt: at('12:00') }
    await secretary.mutate(addSlot, slot)
    world.changes.length = 0
    const times = { startsAt: at('11:30'), endsAt: at('12:30') }
    await chair.mutate(moveMeeting, { meetingId, roomId: lantern.roomId, ...times })
    const rooms = await Promise.all([
      head.ask(agendaBoard, {}).then(({ meetings }) => meetings[0]?.room),
      head.ask(todayView, {}).then(({ meetings }) => meetings[0]?.room),
      head.ask(programmeView, {}).then(({ meetings }) => meetings[0]?.room),
      head.ask(itemView, { itemId: item.itemId }).then(({ meetings }) => meetings[0]?.room),
    ])
    expect(new Set(rooms)).toEqual(new Set(['Lantern Room']))
    const told = world.changes.map(({ query }) => query)
    expect(told).toEqual(
      expect.arrayContaining(['agenda.board', 'agenda.today', 'agenda.programme', 'agenda.item', 'agenda.desk']),
    )
  })

  test('[AG-16] slots keep their distance from the start of a meeting that is moved', async () => {
    const { world, secretary } = agenda()
    const { itemId } = await anItem(world)
    const { meetingId } = await aScheduledMeeting(world, '13:30', '15:30')
    await secretary.mutate(addSlot, { meetingId, itemId, startsAt: at('13:45'), endsAt: at('14:30') })
    await secretary.mutate(moveMeeting, { meetingId, startsAt: at('14:00'), endsAt: at('16:00') })
    expect((await meetingOf(meetingId)).slots).toMatchObject([{ startsAt: '2026-10-21T11:15:00.000Z' }])
    const shorter = secretary.mutate(moveMeeting, { meetingId, startsAt: at('14:00'), endsAt: at('14:30') })
    await expect(shorter).rejects.toEqual(badField('endsAt', 'agenda/slots-outside'))
  })

  test('[AG-11] [EC-27] what would collide is named and not done, until the organiser wants it so', async () => {
    const { world, secretary } = agenda()
    await aScheduledMeeting(world, '16:00', '17:00')
    const overlapping = { bodyId: world.bodies.plenary, startsAt: at('15:00'), endsAt: at('16:30') }
    await expect(secretary.mutate(scheduleMeeting, overlapping)).rejects.toMatchObject({
      code: 'agenda/collides',
      params: { body: 'Plenary', from: '16:00', to: '17:00' },
    })
    await secretary.mutate(scheduleMeeting, { ...overlapping, knowingly: true })
  })

  test('[AG-10] [AG-11] a longer slot moves the later ones, lets the meeting grow, and stops at the next meeting', async () => {
    const { world, secretary, chair } = agenda()
    const [first, second] = [await anItem(world), await anItem(world)]
    const { meetingId } = await aScheduledMeeting(world, '13:30', '15:30')
    await aScheduledMeeting(world, '16:00', '17:00')
    const slot = { meetingId, itemId: first.itemId, startsAt: at('13:30'), endsAt: at('14:30') }
    const { slotId } = await secretary.mutate(addSlot, slot)
    await secretary.mutate(addSlot, { meetingId, itemId: second.itemId, startsAt: at('14:30'), endsAt: at('15:30') })
    const longer = { slotId, startsAt: at('13:30'), endsAt: at('14:50') }
    const kept = chair.mutate(editSlot, { ...longer, following: 'keep' })
    await expect(kept).rejects.toMatchObject({
      code: 'agenda/slots-clash',
      params: { first: first.number, second: second.number },
    })
    expect(await chair.mutate(editSlot, { ...longer, following: 'move' })).toEqual({ movedSlots: 2 })
    expect(await meetingOf(meetingId)).toMatchObject({
      endsAt: '2026-10-21T12:50:00.000Z',
      slots: [{ endsAt: '2026-10-21T11:50:00.000Z' }, { endsAt: '2026-10-21T12:50:00.000Z' }],
    })
    const tooLong = chair.mutate(editSlot, { ...longer, endsAt: at('15:30') })
    await expect(tooLong).rejects.toEqual(refusal('agenda/collides'))
  })

  test('[AG-22] an end before the beginning is refused by the field', async () => {
    const { world, secretary } = agenda()
    const backwards = { bodyId: world.bodies.plenary, startsAt: at('15:00'), endsAt: at('14:00') }
    const field = badField('endsAt', 'agenda/ends-before-start')
    await expect(secretary.mutate(scheduleMeeting, backwards)).rejects.toEqual(field)
    const noTime = secretary.mutate(scheduleMeeting, { ...backwards, endsAt: 'soon' })
    await expect(noTime).rejects.toEqual(badField('endsAt', 'field/datetime'))
  })

  test('[AG-10] a slot is taken out of the programme; the item stays on the agenda', async () => {
    const { world, secretary, head } = agenda()
    const { itemId } = await anItem(world)
    const { meetingId } = await aScheduledMeeting(world, '13:30', '15:30')
    const times = { startsAt: at('13:30'), endsAt: at('14:00') }
    const { slotId } = await secretary.mutate(addSlot, { meetingId, itemId, ...times })
    await secretary.mutate(removeSlot, { slotId })
    expect((await meetingOf(meetingId)).slots).toEqual([])
    expect((await head.ask(itemView, { itemId })).meetings).toEqual([])
    await expect(head.mutate(removeSlot, { slotId })).rejects.toEqual(refusal('missing'))
  })
})

describe('bodies and rooms', () => {
  test('[AG-29] one plenary; symbols of groups follow its root', async () => {
    const { world, secretary } = agenda()
    const body = { kind: 'WORKING_GROUP', names: { en: 'Working Group 2', fr: 'Groupe de travail 2' } } as const
    const group = await secretary.mutate(createBody, { ...body, chairId: world.accreditation('rapporteur') })
    expect(group.symbol).toBe('TSF/PC.1/WG.2')
    const second = secretary.mutate(createBody, { ...body, kind: 'PLENARY' })
    await expect(second).rejects.toEqual(refusal('agenda/one-plenary'))
    const rapporteur = await world.as('rapporteur')
    await rapporteur.mutate(conveneMeeting, { bodyId: group.bodyId, endsAt: at('12:30') })
    const { bodies } = await secretary.ask(deskView, {})
    expect(bodies.find(({ bodyId }) => bodyId === group.bodyId)).toMatchObject({ chair: 'rapporteur person' })
  })

  test('[AG-29] officers come from the secretariat; bodies and rooms are the organiser’s to change', async () => {
    const { world, secretary, chair, head } = agenda()
    const bodyId = world.bodies.wg1
    const fromDelegation = { bodyId, chairId: world.accreditation('IKD.head') }
    await expect(secretary.mutate(appointOfficers, fromDelegation)).rejects.toEqual(refusal('missing'))
    await secretary.mutate(appointOfficers, { bodyId, chairId: world.accreditation('chair') })
    await secretary.mutate(amendBody, { bodyId, names: { en: 'Working Group 1: Force structure' }, openTo: 'STATES' })
    const { roomId } = await secretary.mutate(createRoom, { name: 'Cistern Room' })
    await expect(secretary.mutate(createRoom, { name: 'cistern room' })).rejects.toEqual(
      badField('name', 'agenda/room-name-taken'),
    )
    await secretary.mutate(amendRoom, { roomId, name: 'Cistern Room B', capacity: 40 })
    await expect(chair.mutate(createRoom, { name: 'Annex' })).rejects.toEqual(refusal('agenda/not-an-organiser'))
    await expect(head.ask(deskView, {})).rejects.toEqual(refusal('missing'))
  })
})
