import type { MutationHandler } from '#app/kernel/work.server.ts'
import { publicationMutations } from './publication-mutations.server.ts'
import { recordMutations } from './record-mutations.server.ts'

export const minutesMutations: MutationHandler[] = [...recordMutations, ...publicationMutations]
