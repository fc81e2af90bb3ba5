import { createItem } from '#app/features/agenda/contract.ts'
import { createRoom, scheduleMeeting } from '#app/features/agenda/meeting-contract.ts'
import { createPosition, nameRevision } from '#app/features/drafts/contract.ts'
import { invite } from '#app/features/identity/invitation-contract.ts'
import { must } from '#app/kernel/must.ts'
import { aDocument } from '#tests/builders/documents.ts'
import { write } from '#tests/support/writing.ts'
import type { Cast } from './cast.ts'
import type { Register } from './secrets.ts'

/** The other conference, with one thing of each sort: its ids must be worth nothing here. */
export async function stageElsewhere({ server, elsewhere, player }: Cast, { secret }: Register) {
  const { plenary } = elsewhere.bodies
  const callerOf = (name: string) => server.callerOf(must(player(`elsewhere ${name}`).loginId))
  const [secretary, head] = [await callerOf('secretary'), await callerOf('ZEM.head')]
  const { itemId } = await secretary.mutate(createItem, {
    bodyId: plenary,
    names: { en: secret('name of an item of the other conference', 'elsewhere') },
  })
  const { roomId } = await secretary.mutate(createRoom, { name: secret('room of the other conference', 'elsewhere') })
  const times = { startsAt: '2026-10-21T18:00', endsAt: '2026-10-21T19:00', knowingly: true }
  const { meetingId } = await secretary.mutate(scheduleMeeting, { bodyId: plenary, roomId, ...times })
  const title = secret('title of a position in the other conference', '=elsewhere ZEM.head')
  const { draftId } = await head.mutate(createPosition, { title, subject: 'ITEM', itemId })
  const { documentId } = await server.database.prisma.draft.findUniqueOrThrow({ where: { id: draftId } })
  const words = aDocument(secret('words of a position in the other conference', '=elsewhere ZEM.head'))
  await write(server, 'secretary', documentId, words)
  const { revisionId } = await head.mutate(nameRevision, { draftId, name: 'First' })
  const { invitationId } = await secretary.mutate(invite, {
    email: `${secret('address of whom the other conference invited', 'elsewhere')}@example.org`,
    name: 'Guest',
    role: 'DRAFTER',
    delegationId: must(elsewhere.delegations.get('ZEM')),
  })
  return {
    itemId,
    roomId,
    meetingId,
    draftId,
    revisionId,
    invitationId,
    bodyId: plenary,
    delegationId: must(elsewhere.delegations.get('ZEM')),
    accreditationId: must(elsewhere.seats.get('secretary')).accreditationId,
  }
}

export type ElsewhereStage = Awaited<ReturnType<typeof stageElsewhere>>
