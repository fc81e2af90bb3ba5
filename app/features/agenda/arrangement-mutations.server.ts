import { conferenceById, secretariatOf } from '#app/features/conference/api.server.ts'
import { DomainError, missing } from '#app/kernel/errors.ts'
import { byOrderKey, orderKeyBetween } from '#app/kernel/order-key.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { nextBodySymbol } from './body-symbols.ts'
import { bodyInHand } from './in-hand.server.ts'
import { lockAgenda } from './lock.server.ts'
import { amendBody, amendRoom, appointOfficers, createBody, createRoom } from './meeting-contract.ts'
import { mayArrange } from './policy.ts'
import { tellAll } from './told.server.ts'

export const arrangementMutations: MutationHandler[] = [
  handle(createRoom, async (work, { name, capacity }) => {
    const conferenceId = await toArrange(work)
    await assertRoomNameFree(work, conferenceId, name, null)
    const roomId = work.newId<'room'>()
    await work.tx.room.create({ data: { id: roomId, conferenceId, name, capacity: capacity ?? null } })
    tellAll(work)
    return { roomId }
  }),
  handle(amendRoom, async (work, { roomId, name, capacity }) => {
    const conferenceId = await toArrange(work)
    await roomInHand(work, conferenceId, roomId)
    await assertRoomNameFree(work, conferenceId, name, roomId)
    await work.tx.room.update({ where: { id: roomId }, data: { name, capacity: capacity ?? null } })
    tellAll(work)
    return {}
  }),
  handle(createBody, async (work, { kind, names, openTo, symbol, ...input }) => {
    const conferenceId = await toArrange(work)
    const bodies = await work.tx.body.findMany({ where: { conferenceId } })
    const plenary = bodies.find((body) => body.kind === 'PLENARY')
    if (kind === 'PLENARY' && plenary) throw onePlenary()
    const roomId = input.roomId ? await roomInHand(work, conferenceId, input.roomId) : null
    await assertOfficers(work, conferenceId, [input.chairId, input.coChairId, input.rapporteurId])
    const bodyId = work.newId<'body'>()
    const root = (await conferenceById(work.tx, conferenceId)).symbolRoot
    const made =
      symbol ??
      nextBodySymbol(
        root,
        kind,
        bodies.map((body) => body.symbol),
      )
    await work.tx.body.create({
      data: {
        id: bodyId,
        conferenceId,
        kind,
        names,
        openTo,
        roomId,
        symbol: made,
        parentId: kind === 'PLENARY' ? null : (plenary?.id ?? null),
        chairId: input.chairId ?? null,
        coChairId: input.coChairId ?? null,
        rapporteurId: input.rapporteurId ?? null,
        orderKey: orderKeyBetween([...bodies].sort(byOrderKey).at(-1)?.orderKey ?? null, null),
      },
    })
    work.record({ bodyId, kind })
    tellAll(work)
    return { bodyId, symbol: made }
  }),
  handle(amendBody, async (work, { bodyId, names, openTo, roomId }) => {
    const conferenceId = await toArrange(work)
    const body = await bodyInHand(work.tx, conferenceId, bodyId)
    const room = roomId ? await roomInHand(work, conferenceId, roomId) : null
    await work.tx.body.update({ where: { id: body.id }, data: { names, openTo, roomId: room } })
    tellAll(work)
    return {}
  }),
  handle(appointOfficers, async (work, { bodyId, chairId, coChairId, rapporteurId }) => {
    const conferenceId = await toArrange(work)
    const body = await bodyInHand(work.tx, conferenceId, bodyId)
    await assertOfficers(work, conferenceId, [chairId, coChairId, rapporteurId])
    const officers = {
      chairId: chairId ?? null,
      coChairId: coChairId ?? null,
      rapporteurId: rapporteurId ?? null,
    }
    await work.tx.body.update({ where: { id: body.id }, data: officers })
    tellAll(work)
    return {}
  }),
]

async function toArrange(work: Work): Promise<string> {
  const acting = actingIn(work.actor)
  work.allow(mayArrange(acting))
  await lockAgenda(work.tx, acting.conferenceId)
  return acting.conferenceId
}

async function roomInHand({ tx }: Work, conferenceId: string, roomId: string): Promise<string> {
  const room = await tx.room.findFirst({ where: { id: roomId, conferenceId }, select: { id: true } })
  if (!room) throw missing()
  return room.id
}

/** Officers of a body come from the secretariat, where chairs sit apart from their own delegations. */
async function assertOfficers({ tx }: Work, conferenceId: string, ids: readonly (string | null | undefined)[]) {
  const wanted = [...new Set(ids.filter((id) => id != null))]
  const found = await secretariatOf(tx, conferenceId)
  if (wanted.some((id) => !found.some(({ accreditationId }) => accreditationId === id))) throw missing()
}

async function assertRoomNameFree({ tx }: Work, conferenceId: string, name: string, ownId: string | null) {
  const named = await tx.room.findFirst({
    where: { conferenceId, name: { equals: name, mode: 'insensitive' }, ...(ownId ? { id: { not: ownId } } : {}) },
  })
  if (!named) return
  const sentence = `There is a room called ${name} already. Give this one another name.`
  const field = { path: 'name', code: 'agenda/room-name-taken', sentence, params: { name } }
  throw new DomainError('invalid', 'invalid', 'Some entries need attention.', { fields: [field] })
}

const onePlenary = () => new DomainError('conflict', 'agenda/one-plenary', 'The conference has its plenary already.')
