import { delegationById } from '#app/features/conference/api.server.ts'
import { missing } from '#app/kernel/errors.ts'
import { allowed, type Decision, notNow } from '#app/kernel/policy.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { meetingInHand } from './in-hand.server.ts'
import { lockAgenda } from './lock.server.ts'
import { announce, declareLeft, declarePresent } from './meeting-contract.ts'
import { isInSession } from './meeting-states.ts'
import { mayAnnounce, mayDeclarePresence } from './policy.ts'
import { addRecordLine } from './record.server.ts'
import { meetingStep } from './rows.server.ts'
import { tellAnnouncement, tellPresence } from './told.server.ts'

export const sessionMutations: MutationHandler[] = [
  handle(declarePresent, async (work, input) => {
    const { meetingId, delegationId, bodyId, conferenceId } = await toDeclare(work, input)
    const key = { meetingId_delegationId: { meetingId, delegationId } }
    const before = await work.tx.meetingPresence.findUnique({ where: key })
    // Answered twice, or by the head and at the desk: present once.
    if (before && !before.leftAt) return {}
    const presence = { at: work.now, leftAt: null, declaredBy: actingIn(work.actor).accreditationId }
    await work.tx.meetingPresence.upsert({
      where: key,
      create: { conferenceId, meetingId, delegationId, ...presence },
      update: presence,
    })
    await addRecordLine(work, { kind: 'delegation-present', meetingId, bodyId, delegationId })
    tellPresence(work, delegationId)
    return {}
  }),
  handle(declareLeft, async (work, input) => {
    const { meetingId, delegationId, bodyId } = await toDeclare(work, input)
    const { count } = await work.tx.meetingPresence.updateMany({
      where: { meetingId, delegationId, leftAt: null },
      data: { leftAt: work.now },
    })
    if (count === 0) return {}
    await addRecordLine(work, { kind: 'delegation-left', meetingId, bodyId, delegationId })
    tellPresence(work, delegationId)
    return {}
  }),
  handle(announce, async (work, { audience, texts }) => {
    const { conferenceId, accreditationId } = actingIn(work.actor)
    work.allow(mayAnnounce(actingIn(work.actor)))
    const announcementId = work.newId<'announcement'>()
    await work.tx.announcement.create({
      data: { id: announcementId, conferenceId, at: work.now, audience, texts, madeBy: accreditationId },
    })
    await addRecordLine(work, { kind: 'announcement', detail: { announcementId, audience } })
    work.record({ audience })
    tellAnnouncement(work)
    return { announcementId }
  }),
]

/** Whose presence in which meeting in session is declared, after asking whether the actor may. */
async function toDeclare(work: Work, input: { meetingId: string; delegationId?: string | null }) {
  const acting = actingIn(work.actor)
  const { conferenceId } = acting
  await lockAgenda(work.tx, conferenceId)
  const { meeting, body } = await meetingInHand(work, input.meetingId)
  const wanted = input.delegationId ?? acting.delegationId
  if (!wanted) throw missing()
  work.allow(mayDeclarePresence(acting, wanted, body))
  const delegation = await delegationById(work.tx, conferenceId, wanted)
  work.allow(inSession(meetingStep(meeting)))
  return { conferenceId, meetingId: meeting.id, bodyId: body.id, delegationId: delegation.id }
}

const inSession = (step: Parameters<typeof isInSession>[0]['step']): Decision =>
  isInSession({ step }) ? allowed : notNow('agenda/meeting-not-open', 'The meeting is not in session.')
