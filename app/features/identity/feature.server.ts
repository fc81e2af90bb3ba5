import type { MutationHandler } from '#app/kernel/work.server.ts'
import { acceptMutation, type OnJoined } from './acceptance.server.ts'
import { accountMutations } from './account-mutations.server.ts'
import { invitationMutations } from './invitation-mutations.server.ts'
import type { Passwords } from './passwords.server.ts'
import { identityQueries } from './queries.server.ts'
import { signInMutation } from './sign-in.server.ts'

export interface IdentityParts {
  readonly passwords: Passwords
  readonly onJoined: OnJoined
}

/** Everything about who somebody is and how they get in. */
export function identityFeature({ passwords, onJoined }: IdentityParts) {
  const mutations: MutationHandler[] = [
    signInMutation(passwords),
    acceptMutation(passwords, onJoined),
    ...accountMutations(passwords),
    ...invitationMutations,
  ]
  return { mutations, queries: identityQueries }
}
