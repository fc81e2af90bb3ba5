import type { MutationHandler } from '#app/kernel/work.server.ts'
import { caveatMutations } from './caveat-mutations.server.ts'
import { conditionMutations } from './condition-mutations.server.ts'
import { offerMutations } from './offer-mutations.server.ts'
import { outreachMutations } from './outreach-mutations.server.ts'
import { pledgeMutations } from './pledge-mutations.server.ts'
import { releaseMutations } from './release-mutations.server.ts'
import { requirementMutations } from './requirement-mutations.server.ts'
import { requirementTableMutations } from './requirement-table-mutations.server.ts'
import { reshapeMutations } from './reshape-mutations.server.ts'
import { totalsMutations } from './totals-mutations.server.ts'

export const forceMutations: MutationHandler[] = [
  ...requirementMutations,
  ...requirementTableMutations,
  ...reshapeMutations,
  ...offerMutations,
  ...releaseMutations,
  ...pledgeMutations,
  ...conditionMutations,
  ...caveatMutations,
  ...outreachMutations,
  ...totalsMutations,
]
