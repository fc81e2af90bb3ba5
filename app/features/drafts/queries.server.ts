import type { QueryHandler } from '#app/kernel/work.server.ts'
import { tabledQueries } from './tabled-queries.server.ts'
import { writingQueries } from './writing-queries.server.ts'

export const draftQueries: QueryHandler[] = [...writingQueries, ...tabledQueries]
