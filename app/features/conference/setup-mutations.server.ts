import { DomainError } from '#app/kernel/errors.ts'
import { actingIn, handle, type MutationHandler } from '#app/kernel/work.server.ts'
import {
  amendConference,
  conferenceList,
  conferenceView,
  createConference,
  drawLot,
  roster,
  shellView,
  stepConference,
} from './contract.ts'
import { rosterOrder } from './order-store.server.ts'
import { mayCreateConference, mayManageConference } from './policy.ts'
import { foundConference } from './set-up.server.ts'

export const setupMutations: MutationHandler[] = [
  handle(createConference, async (work, input) => {
    work.allow(mayCreateConference(work.actor))
    assertDates(input)
    return foundConference(work, input)
  }),

  handle(amendConference, async (work, input) => {
    const acting = actingIn(work.actor)
    work.allow(mayManageConference(acting))
    assertDates(input)
    const { venueName, city, ...fields } = input
    await work.tx.conference.update({
      where: { id: acting.conferenceId },
      data: { ...fields, venue: { name: venueName, city }, version: { increment: 1 } },
    })
    for (const query of [conferenceView, shellView, conferenceList]) work.changed(query, {})
    return {}
  }),

  handle(stepConference, async (work, { step }) => {
    const acting = actingIn(work.actor)
    work.allow(mayManageConference(acting))
    await work.tx.conference.update({ where: { id: acting.conferenceId }, data: { step } })
    work.record({ step })
    work.changed(conferenceView, {})
    work.changed(shellView, {})
    return {}
  }),

  handle(drawLot, async (work, { drawn }) => {
    const { tx, now } = work
    const { conferenceId } = actingIn(work.actor)
    work.allow(mayManageConference(actingIn(work.actor)))
    const states = await tx.delegation.findMany({
      where: { conferenceId, kind: 'STATE', step: 'TAKING_PART' },
      select: { code: true },
    })
    const [first] = states
    if (!first)
      throw new DomainError('conflict', 'conference/no-states', 'Add the delegations first, then draw the lot.')
    const lot = drawn?.toUpperCase() ?? (states[work.random(states.length)] ?? first).code
    const isKnown = lot.length === 1 || states.some(({ code }) => code === lot)
    if (!isKnown)
      throw new DomainError(
        'invalid',
        'conference/lot-unknown',
        'Enter one letter, or the code of a state of this conference.',
      )
    await tx.conference.update({ where: { id: conferenceId }, data: { orderFrom: lot, orderDrawnAt: now } })
    await rosterOrder(tx, conferenceId)
    work.record({ lot })
    work.changed(roster, {})
    work.changed(conferenceView, {})
    return { drawn: lot }
  }),
]

function assertDates({ startsOn, endsOn }: { startsOn: string; endsOn: string }): void {
  if (startsOn <= endsOn) return
  throw new DomainError('invalid', 'conference/dates', 'The conference ends before it begins.', {
    fields: [{ path: 'endsOn', code: 'conference/dates', sentence: 'Choose a day on or after the first day.' }],
  })
}
