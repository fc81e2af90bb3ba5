import type { QueryHandler } from '#app/kernel/work.server.ts'
import { boardQueries } from './board-queries.server.ts'
import { issueQueries } from './issue-queries.server.ts'
import { offerQueries } from './offer-queries.server.ts'
import { outreachQueries } from './outreach-queries.server.ts'
import { requirementTableQueries } from './requirement-table-mutations.server.ts'

export const forceQueries: QueryHandler[] = [
  ...boardQueries,
  ...offerQueries,
  ...issueQueries,
  ...outreachQueries,
  ...requirementTableQueries,
]
