import { createItem } from '#app/features/agenda/contract.ts'
import { createRoom, scheduleMeeting } from '#app/features/agenda/meeting-contract.ts'
import { createPosition, nameRevision } from '#app/features/drafts/contract.ts'
import {
  acceptLine,
  addContacts,
  outreachBook,
  prepareOffer,
  releaseOffer,
  setCaveat,
  setCondition,
  setElement,
  setFund,
  setLine,
  setPhase,
  setStatement,
} from '#app/features/force/contract.ts'
import { invite } from '#app/features/identity/invitation-contract.ts'
import type { Caller } from '#app/kernel/caller.ts'
import { must } from '#app/kernel/must.ts'
import { aDocument } from '#tests/builders/documents.ts'
import { reviewedBy } from '#tests/support/force.ts'
import { write } from '#tests/support/writing.ts'
import type { Cast } from './cast.ts'
import type { Register } from './secrets.ts'
import { anElement } from './stage-force.ts'

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
    ...(await forceElsewhere(await callerOf('organiser'), head, { secret })),
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

async function forceElsewhere(organiser: Caller, head: Caller, { secret }: Pick<Register, 'secret'>) {
  const word = (what: string) => secret(`${what} of the other conference`, 'elsewhere')
  await organiser.mutate(setStatement, { title: word('statement'), figures: 'CUMULATIVE_AT_MILESTONE' })
  const dates = { targetDate: '2027-03-31', ioc: null, foc: null }
  const { phaseId } = await organiser.mutate(setPhase, { name: word('phase'), ceiling: 20, ...dates })
  const element = async (serial: number) =>
    (
      await organiser.mutate(setElement, {
        ...anElement,
        serial,
        name: word(`element ${serial}`),
        required: { [phaseId]: 10 },
      })
    ).elementId
  const [elementId, otherElementId] = [await element(1), await element(2)]
  const { fundId } = await organiser.mutate(setFund, { name: word('fund'), currency: 'XTS', target: '1.00' })
  const at = new Date(0).toISOString()
  await organiser.mutate(addContacts, {
    names: word('state that was approached'),
    at,
    basisKind: 'DEMARCHE',
    basisReference: null,
  })
  const { contactId } = must((await organiser.ask(outreachBook, {})).contacts[0])
  const { offerId } = await head.mutate(prepareOffer, { kind: 'TROOPS', title: word('offer') })
  const line = { offerId, elementId, unit: null, isLead: false, note: null }
  await head.mutate(setLine, { ...line, offered: { [phaseId]: 5 } })
  const noLink = { due: null, linkSymbol: null, linkBlockId: null, linkOfferId: null }
  const { conditionId } = await head.mutate(setCondition, { offerId, text: word('condition'), ...noLink })
  const limit = { category: 'TASK', effect: 'PROHIBITION', sectors: [], startsOn: null, endsOn: null } as const
  const text = word('limit')
  const { caveatId } = await head.mutate(setCaveat, { offerId, ...limit, text, audience: 'STATES', recipientIds: [] })
  const basis = { basisKind: 'ORAL_STATEMENT', basisReference: null } as const
  const reviewed = await reviewedBy(head, offerId)
  const toStates = { offerId, audience: 'STATES', recipientIds: [], reviewed } as const
  await head.mutate(releaseOffer, { ...toStates, status: 'PLEDGED', ...basis })
  const accepted = { [phaseId]: 5 }
  await organiser.mutate(acceptLine, { offerId, elementId, accepted, keepsSurplus: false, decision: null })
  return { phaseId, elementId, otherElementId, fundId, contactId, offerId, conditionId, caveatId }
}

export type ElsewhereStage = Awaited<ReturnType<typeof stageElsewhere>>
