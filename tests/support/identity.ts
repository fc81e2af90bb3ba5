import { signIn } from '#app/features/identity/contract.ts'
import { createCookies } from '#app/features/identity/cookies.server.ts'
import { identityFeature } from '#app/features/identity/feature.server.ts'
import { createLogins } from '#app/features/identity/logins.server.ts'
import { createPasswords } from '#app/features/identity/passwords.server.ts'
import type { Caller } from '#app/kernel/caller.ts'
import type { InputOf } from '#app/kernel/contract.ts'
import { createRegistry, type Registry } from '#server/registry.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { emailOfSeat, testPassword } from './seats.ts'
import { aWorld } from './world.ts'

type Browser = InputOf<typeof signIn>['browser']

/** A browser as the route describes it: by default one that was never here before. */
export const aBrowser = (more: Partial<Browser> = {}): Browser => ({
  network: '192.0.2.7',
  device: 'Firefox, Linux',
  deviceToken: null,
  isShared: false,
  ...more,
})

/** The test world with the readers of cookies beside it, over https: of identity alone, unless more is asked for. */
export async function identityWorld(whole?: Registry) {
  const joined: { conferenceId: string; delegationId: string | null }[] = []
  const identity = identityFeature({ passwords: createPasswords(), onJoined: (_work, seat) => void joined.push(seat) })
  const world = await aWorld({ registry: whole ?? createRegistry([identity]) })
  const cookies = createCookies({ isSecure: true })
  const logins = createLogins({
    transact: (run) => inTransaction(world.database, 'engine', run),
    cookies,
    now: () => world.clock.now,
  })
  const emailOf = (seat: string) => emailOfSeat(seat, world.conferenceId)
  return {
    ...world,
    joined,
    cookies,
    logins,
    emailOf,
    signIn: (seat: string, more: { password?: string; browser?: Partial<Browser>; caller?: Caller } = {}) =>
      (more.caller ?? world.anonymous).mutate(signIn, {
        name: emailOf(seat),
        password: more.password ?? testPassword,
        browser: aBrowser(more.browser),
      }),
    /** The cookie header that a browser with this token sends. */
    cookieOf: (token: string) => `__Host-session=${token}`,
  }
}
