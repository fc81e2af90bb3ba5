import { closeItem, createItem, deskView, openItem, suspendItem } from '#app/features/agenda/contract.ts'
import {
  addSlot,
  announce,
  closeMeeting,
  conveneMeeting,
  createBody,
  createRoom,
  declarePresent,
  scheduleMeeting,
  suspendMeeting,
} from '#app/features/agenda/meeting-contract.ts'
import { minutesMs } from '#app/kernel/time.ts'
import type { WholeServer } from '#tests/support/whole-server.ts'
import { conference, type Register, states } from './secrets.ts'

/** Items in every state an observer may or may not see, a meeting in session in each body, and what was announced. */
export async function stageAgenda(server: WholeServer, register: Register) {
  const { secret } = register
  const secretary = await server.as('secretary')
  const { plenary } = server.bodies
  const { roomId } = await secretary.mutate(createRoom, {
    name: secret('room of a closed body', ...states, 'secretariat'),
  })

  /** A meeting of the plenary that is over: one item was taken in it, and these delegations answered. */
  async function pastMeeting(item: string, present: readonly string[]) {
    const { itemId } = await secretary.mutate(createItem, { bodyId: plenary, names: { en: item } })
    const { meetingId } = await secretary.mutate(conveneMeeting, {
      bodyId: plenary,
      endsAt: inHours(server, 2),
      knowingly: true,
    })
    for (const code of present)
      await secretary.mutate(declarePresent, { meetingId, delegationId: server.delegation(code) })
    await secretary.mutate(openItem, { itemId })
    server.clock.pass(minutesMs(1))
    await secretary.mutate(closeItem, { itemId })
    await secretary.mutate(closeMeeting, { meetingId })
    server.clock.pass(30_000)
    return { itemId, meetingId }
  }

  return { pastMeeting, present: () => present(server, register, roomId) }
}

const inHours = ({ clock }: WholeServer, hours: number) =>
  new Date(clock.now.getTime() + hours * minutesMs(60)).toISOString()

async function present(server: WholeServer, { secret }: Register, roomId: string) {
  const secretary = await server.as('secretary')
  const { plenary, wg1 } = server.bodies
  const delegates = [...states, 'secretariat'] as const
  const convene = (bodyId: string, room?: string) =>
    secretary.mutate(conveneMeeting, { bodyId, roomId: room, endsAt: inHours(server, 3), knowingly: true })
  const aBody = (en: string) => secretary.mutate(createBody, { kind: 'WORKING_GROUP', names: { en }, openTo: 'STATES' })
  const anItem = (bodyId: string, en: string, isOpenToObservers = false) =>
    secretary.mutate(createItem, { bodyId, names: { en }, isOpenToObservers })

  const { bodyId: toMeet } = await aBody(secret('name of a body closed to observers', ...delegates))
  const { bodyId: atRest } = await aBody(secret('name of another body closed to observers', ...delegates))
  const session = await convene(plenary)
  const group = await convene(wg1, roomId)
  const rest = await convene(atRest)
  await secretary.mutate(suspendMeeting, { meetingId: rest.meetingId })
  const toCome = await anItem(wg1, secret('name of an item to come, open to observers later', ...delegates), true)
  const suspended = await anItem(plenary, secret('name of a suspended item', ...delegates))
  const restricted = await anItem(plenary, secret('name of an item not open to observers', ...delegates))
  const open = await anItem(plenary, secret('name of an item open to observers', ...conference), true)
  await secretary.mutate(openItem, { itemId: suspended.itemId })
  await secretary.mutate(suspendItem, { itemId: suspended.itemId })
  for (const { itemId } of [restricted, open]) await secretary.mutate(openItem, { itemId })
  const times = { startsAt: '2026-10-21T18:00', endsAt: '2026-10-21T19:00', knowingly: true }
  const scheduled = await secretary.mutate(scheduleMeeting, { bodyId: toMeet, ...times })
  const slot = await secretary.mutate(addSlot, { meetingId: scheduled.meetingId, itemId: toCome.itemId, ...times })
  await announceToAll(server, secret)
  const { lastAct } = await secretary.ask(deskView, {})
  return {
    roomId,
    openItemId: open.itemId,
    restrictedItemId: restricted.itemId,
    suspendedItemId: suspended.itemId,
    pendingItemId: toCome.itemId,
    toMeetBodyId: toMeet,
    meetingId: session.meetingId,
    groupMeetingId: group.meetingId,
    suspendedMeetingId: rest.meetingId,
    scheduledMeetingId: scheduled.meetingId,
    slotId: slot.slotId,
    lineId: lastAct?.lineId ?? '',
  }
}

async function announceToAll(server: WholeServer, secret: Register['secret']) {
  const secretary = await server.as('secretary')
  for (const [audience, readers] of [
    ['ALL', conference],
    ['STATES', [...states, 'secretariat']],
    ['OBSERVERS', ['observer', 'secretariat']],
    ['SECRETARIAT', ['secretariat']],
  ] as const) {
    const texts = { en: secret(`announcement to ${audience.toLowerCase()}`, ...readers) }
    await secretary.mutate(announce, { audience, texts })
  }
}

export type AgendaStage = Awaited<ReturnType<typeof present>>
