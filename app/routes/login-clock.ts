import { type Actor, actingOf } from '#app/kernel/actor.ts'
import { act, load } from '#app/kernel/remix.server.ts'

const clockOf = (endsAt: string | null, actor: Actor) =>
  Response.json({ now: new Date().toISOString(), endsAt, acting: actingOf(actor)?.accreditationId ?? null })

/** How long this login has, and in which capacity it acts. Asking does not prolong it. */
export const loader = load(({ context, caller }) => clockOf(context.loginEndsAt, caller.actor))

/** Somebody is there: the request itself was the activity. */
export const action = act('identity.stay', async ({ context, caller }) => clockOf(context.loginEndsAt, caller.actor))
