import type { Acting } from '#app/kernel/actor.ts'
import type { Prisma } from '#prisma/client.ts'

/** The visibility of tabled texts as a `where`: what a reader may not see is never fetched (DR-15, EC-10). */
export function readableBy({ side, readSince }: Acting): Prisma.TabledTextWhereInput {
  if (side === 'observer') return { audience: 'ALL' }
  return readSince ? { OR: [{ audience: 'ALL' }, { tabledAt: { gte: new Date(readSince) } }] } : {}
}
