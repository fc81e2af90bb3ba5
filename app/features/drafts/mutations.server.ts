import type { MutationHandler } from '#app/kernel/work.server.ts'
import { positionMutations } from './position-mutations.server.ts'
import { sharedDraftMutations } from './shared-mutations.server.ts'
import { tablingMutations } from './tabling-mutations.server.ts'

export const draftMutations: MutationHandler[] = [...positionMutations, ...sharedDraftMutations, ...tablingMutations]
