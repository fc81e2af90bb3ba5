import type { Prisma } from '#prisma/client.ts'
import type { Database } from './database.ts'
import { isUnreachable, unavailable } from './unreachable.ts'

export type Tx = Prisma.TransactionClient

/** Who the database is told it is serving; the row-level policies read it. */
export type TransactionContext = {
  side: string
  conferenceId: string | null
  delegationId: string | null
  personId: string | null
  accreditationId: string | null
}

const attempts = 4
const conflicts = new Set<unknown>(['P2034', '40001', '40P01', 'TransactionWriteConflict'])

/**
 * Runs `work` in one transaction as the role `plenary_app`, which row-level security binds, with the context of the
 * person served or of the engine itself. `work` runs again, up to three times, when PostgreSQL reports a
 * serialization failure or a deadlock, so it must do nothing but database work. A database
 * that is away is an `unavailable` refusal.
 */
export async function inTransaction<T>(
  database: Pick<Database, 'prisma'>,
  context: TransactionContext | 'engine',
  work: (tx: Tx) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.prisma.$transaction(
        async (tx) => {
          await takeRole(tx, context, options.readOnly ?? false)
          return work(tx)
        },
        { maxWait: 10_000, timeout: 15_000 },
      )
    } catch (error) {
      if (attempt < attempts && isConflict(error)) continue
      throw isUnreachable(error) ? unavailable(error) : error
    }
  }
}

function takeRole(tx: Tx, context: TransactionContext | 'engine', readOnly: boolean) {
  const isEngine = context === 'engine'
  const person = isEngine ? null : context
  return tx.$executeRaw`SELECT set_config('role', 'plenary_app', true),
    set_config('transaction_read_only', ${readOnly ? 'on' : 'off'}, true),
    set_config('plenary.engine', ${isEngine ? 'on' : ''}, true),
    set_config('plenary.side', ${person?.side ?? ''}, true),
    set_config('plenary.conference', ${person?.conferenceId ?? ''}, true),
    set_config('plenary.delegation', ${person?.delegationId ?? ''}, true),
    set_config('plenary.person', ${person?.personId ?? ''}, true),
    set_config('plenary.accreditation', ${person?.accreditationId ?? ''}, true)`
}

/** The code sits at a different depth for a statement, a raw statement and a failed commit. */
function isConflict(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false
  const field = (name: string): unknown => Reflect.get(error, name)
  return (
    ['code', 'originalCode', 'kind'].some((name) => conflicts.has(field(name))) ||
    ['cause', 'meta', 'driverAdapterError'].some((name) => isConflict(field(name), depth + 1))
  )
}
