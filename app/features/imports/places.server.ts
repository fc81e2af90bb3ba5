import { rosterOf } from '#app/features/conference/api.server.ts'
import { roles } from '#app/kernel/actor.ts'
import { must } from '#app/kernel/must.ts'
import type { Tx } from '#app/kernel/work.server.ts'

/** Everybody's place in a conference, in the order of the delegations' codes and the numbers. */
export async function placesOf(tx: Tx, conferenceId: string) {
  const { delegations, seats } = await rosterOf(tx, conferenceId)
  const codes = new Map(delegations.map(({ id, code }) => [id, code]))
  return seats.map(({ id, person, role, delegationId, badge }) => ({
    accreditationId: id,
    name: person.name,
    email: person.email,
    role: must(roles.find((each) => each === role)),
    delegation: delegationId ? (codes.get(delegationId) ?? null) : null,
    badge,
  }))
}
