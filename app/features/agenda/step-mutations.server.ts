import type { Acting } from '#app/kernel/actor.ts'
import { must } from '#app/kernel/must.ts'
import { all, allowed, type Decision } from '#app/kernel/policy.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import type { Agenda, AgendaItem, Body } from '#prisma/client.ts'
import { mayChange, mayReopenOn } from './adoption.ts'
import { closeItem, deferItem, openItem, reopenItem, resumeItem, suspendItem, withdrawItem } from './contract.ts'
import { itemInHand, unchangedSince } from './in-hand.server.ts'
import { type ItemAct, permits, stepAfter } from './item-states.ts'
import { lockAgenda } from './lock.server.ts'
import { mayRunDesk, mayWithdrawItem } from './policy.ts'
import { addRecordLine } from './record.server.ts'
import type { RecordKind } from './record.ts'
import { agendaStep, meetingStep } from './rows.server.ts'
import { mayTakeUpIn, sessionFor } from './taking-up.ts'
import { tellItems } from './told.server.ts'

export const stepMutations: MutationHandler[] = [
  handle(openItem, (work, input) => takeStep(work, 'open', input)),
  handle(suspendItem, (work, input) => takeStep(work, 'suspend', input)),
  handle(resumeItem, (work, input) => takeStep(work, 'resume', input)),
  handle(deferItem, (work, input) => takeStep(work, 'defer', input)),
  handle(closeItem, (work, input) => takeStep(work, 'close', input)),
  handle(reopenItem, (work, input) => takeStep(work, 'reopen', input)),
  handle(withdrawItem, (work, input) => takeStep(work, 'withdraw', input)),
]

const lineKinds: Readonly<Record<ItemAct, RecordKind>> = {
  open: 'item-opened',
  suspend: 'item-suspended',
  resume: 'item-resumed',
  defer: 'item-deferred',
  close: 'item-closed',
  reopen: 'item-reopened',
  withdraw: 'item-withdrawn',
}

interface StepInput {
  readonly itemId: string
  readonly version?: number
  readonly basis?: string | null
  readonly reason?: string | null
}

async function takeStep(work: Work, act: ItemAct, input: StepInput) {
  const acting = actingIn(work.actor)
  const agenda = await lockAgenda(work.tx, acting.conferenceId)
  const { item, family, body, relatives } = await itemInHand(work, input.itemId)
  work.allow(mayTakeStep(acting, act, { agenda, item, body }))
  work.allow(await unchangedSince(work, item, input.version))
  work.allow(all(permits(act, family), restsOn(act, agenda, input.basis ?? null)))
  const step = stepAfter(act)
  const openIn = step === 'OPEN' ? await meetingToTakeUp(work, item) : null
  await work.tx.agendaItem.update({
    where: { id: item.id },
    data: { step, meetingId: openIn, version: { increment: 1 } },
  })
  await addRecordLine(work, {
    kind: lineKinds[act],
    itemId: item.id,
    bodyId: item.bodyId,
    meetingId: openIn ?? item.meetingId ?? undefined,
    detail: stated({ from: item.step, to: step, number: item.number, basis: input.basis, reason: input.reason }),
  })
  work.record({ from: item.step, to: step })
  tellItems(work, [item.id, ...relatives.map(({ id }) => id)])
  return { version: item.version + 1 }
}

/** The details that were given. */
export const stated = (detail: Record<string, string | null | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(detail).filter((entry): entry is [string, string] => Boolean(entry[1])))

function mayTakeStep(
  acting: Acting,
  act: ItemAct,
  { agenda, item, body }: { agenda: Agenda; item: AgendaItem; body: Body },
): Decision {
  if (act !== 'withdraw') return mayRunDesk(acting, body)
  return mayWithdrawItem(acting, { body, proposerId: item.proposerId, isAdopted: agenda.step === 'ADOPTED' })
}

function restsOn(act: ItemAct, agenda: Agenda, basis: string | null): Decision {
  if (act === 'reopen') return mayReopenOn(basis)
  return act === 'withdraw' ? mayChange({ step: agendaStep(agenda) }, basis) : allowed
}

/** The meeting in which the item is taken up now. */
async function meetingToTakeUp(work: Work, item: AgendaItem): Promise<string> {
  const sessions = await work.tx.meeting.findMany({
    where: { conferenceId: item.conferenceId, step: { in: ['OPEN', 'SUSPENDED'] } },
  })
  const slots = await work.tx.programmeSlot.findMany({
    where: { meetingId: { in: sessions.map(({ id }) => id) } },
    select: { meetingId: true, itemId: true },
  })
  const itemIdsOf = (id: string) => slots.filter(({ meetingId }) => meetingId === id).map(({ itemId }) => itemId)
  const session = sessionFor(
    item,
    sessions.map((row) => ({ id: row.id, bodyId: row.bodyId, step: meetingStep(row), itemIds: itemIdsOf(row.id) })),
  )
  work.allow(mayTakeUpIn(session, item))
  return must(session).id
}
