import { act, load } from '#app/kernel/remix.server.ts'

const clockOf = (endsAt: string | null) => Response.json({ now: new Date().toISOString(), endsAt })

/** How long this login has. Asking does not prolong it. */
export const loader = load(({ context }) => clockOf(context.loginEndsAt))

/** Somebody is there: the request itself was the activity. */
export const action = act('identity.stay', async ({ context }) => clockOf(context.loginEndsAt))
