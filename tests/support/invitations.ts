import { acceptInvitation, invitationShown, invite } from '#app/features/identity/invitation-contract.ts'
import type { Caller } from '#app/kernel/caller.ts'
import type { InputOf } from '#app/kernel/contract.ts'
import { aBrowser, type identityWorld } from './identity.ts'

type World = Awaited<ReturnType<typeof identityWorld>>

/** A password that will do for anybody. */
export const sentence = 'the grey ferry leaves at noon'
let count = 0
export const anAddress = () => `guest-${++count}@example.org`

export const tokenOf = ({ path }: { path: string }) => path.replace('/invitation/', '')

/** Invites somebody, by default as a drafter of the inviter's own delegation. */
export async function invited(caller: Caller, more: Partial<InputOf<typeof invite>> = {}) {
  const email = more.email ?? anAddress()
  const link = await caller.mutate(invite, { email, name: 'Omar Benraissi', role: 'DRAFTER', ...more })
  return { ...link, email, token: tokenOf(link) }
}

/** What whoever opens a link may do with it. */
export function guestOf(world: World) {
  const accept = (token: string, more: { caller?: Caller; name?: string; password?: string } = {}) =>
    (more.caller ?? world.anonymous).mutate(acceptInvitation, {
      token,
      name: more.name ?? 'Omar Benraissi',
      password: more.password ?? sentence,
      browser: aBrowser(),
    })
  return {
    accept,
    shown: (token: string) => world.anonymous.ask(invitationShown, { token }),
    /** The caller that the accepted link made. */
    async accepted(token: string): Promise<Caller> {
      const result = await accept(token)
      if (result.outcome !== 'signed-in') throw new Error(`outcome ${result.outcome}`)
      const found = await world.logins.authenticate(world.cookieOf(result.token), 'activity')
      if (!found) throw new Error('not signed in')
      return world.runtime.caller(found.actor)
    },
  }
}
