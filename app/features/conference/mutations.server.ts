import type { MutationHandler } from '#app/kernel/work.server.ts'
import { delegationMutations } from './delegation-mutations.server.ts'
import { memberMutations } from './member-mutations.server.ts'
import { setupMutations } from './setup-mutations.server.ts'

export const conferenceMutations: MutationHandler[] = [...setupMutations, ...delegationMutations, ...memberMutations]
