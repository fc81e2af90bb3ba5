import { mayArrange } from '#app/features/agenda/policy.ts'
import { mayCreateConference, mayManageConference } from '#app/features/conference/policy.ts'
import { type Acting, type Actor, actingOf } from '#app/kernel/actor.ts'
import { all, type Decision, hidden } from '#app/kernel/policy.ts'

/** Adding to the conference one acts in touches its delegations, its people and its agenda: whoever sets up all three. */
export const mayAddToConference = (acting: Acting): Decision => all(mayManageConference(acting), mayArrange(acting))

/** Importing at all: a conference of one's own, or into the one that is acted in. */
export function mayImport(actor: Actor, into: string | null): Decision {
  if (into === null) return mayCreateConference(actor)
  const acting = actingOf(actor)
  return acting && acting.conferenceId === into ? mayAddToConference(acting) : hidden
}

/** The page has something for whoever may do either. */
export function maySeeImport(actor: Actor): boolean {
  const acting = actingOf(actor)
  return mayCreateConference(actor).ok || (acting !== null && mayAddToConference(acting).ok)
}
