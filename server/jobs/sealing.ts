import { minutesMs } from '#app/kernel/time.ts'
import { chainStart } from '#server/audit.ts'
import type { ChainHead } from '#server/audit-chain.ts'
import { type Seal, seal } from '#server/audit-seal.ts'
import type { SealKeeper } from '#server/seal-keeper.ts'
import type { Database } from '#server/store/database.ts'
import type { PeriodicJob } from './schedule.ts'

export const sealEveryMs = minutesMs(10)
/** A line's time is taken when its act begins, so one may be committed with a time from before the seal. */
const overlapMs = minutesMs(2)

/**
 * Seals the audit chains every ten minutes, also when nothing has happened, so that a missing seal shows (SEC-104). Only
 * chains that have grown are named again.
 */
export const sealing = ({ sql }: Pick<Database, 'sql'>, keeper: SealKeeper): PeriodicJob => ({
  name: 'audit-seal',
  everyMs: sealEveryMs,
  async run(at) {
    const [key] = keeper.keys
    if (key === undefined) throw new Error('There is no key to seal the audit trail with.')
    const [last] = await sql<Pick<Seal, 'number' | 'at' | 'mac'>>(
      'SELECT number, at, mac FROM audit_seal ORDER BY number DESC LIMIT 1',
    )
    const tips = await sql<ChainHead & { at: Date }>(tipsOfChains)
    const grown = tips.filter((tip) => !last || tip.at.getTime() > last.at.getTime() - overlapMs)
    const heads = grown.map(({ scope, place, hash }) => ({ scope, place, hash }))
    const made = seal(key, { number: (last?.number ?? 0) + 1, at, heads, previous: last?.mac ?? chainStart })
    const stored = await sql<{ number: number }>(
      `INSERT INTO audit_seal (number, at, key_id, heads, previous, mac)
       VALUES ($1, $2, $3, $4::jsonb, $5, $6) ON CONFLICT (number) DO NOTHING RETURNING number`,
      [made.number, made.at, made.keyId, JSON.stringify(made.heads), made.previous, made.mac],
    )
    if (stored.length > 0) keeper.keep({ number: made.number, mac: made.mac })
    return 0
  },
})

/** The end of each chain by hops through the index: the trail may be years long. */
const tipsOfChains = `
  WITH RECURSIVE tip AS (
    (SELECT scope, place, hash, at FROM audit_line ORDER BY scope DESC, place DESC LIMIT 1)
    UNION ALL
    SELECT next.* FROM tip CROSS JOIN LATERAL (
      SELECT scope, place, hash, at FROM audit_line WHERE scope < tip.scope ORDER BY scope DESC, place DESC LIMIT 1
    ) next
  ) SELECT scope, place, hash, at FROM tip ORDER BY scope`
