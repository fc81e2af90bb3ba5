import { auditHash, chainStart } from './audit.ts'

/** One line of the trail as the database holds it. */
export interface AuditRow {
  readonly scope: string
  readonly place: number
  readonly conferenceId: string | null
  readonly at: Date
  readonly actor: string | null
  readonly login: string | null
  readonly act: string
  readonly detail: unknown
  readonly requestId: string | null
  readonly previous: string
  readonly hash: string
}

/** The last line of one scope's chain: who keeps it elsewhere can tell later whether the trail was cut or rewritten. */
export interface ChainHead {
  readonly scope: string
  readonly place: number
  readonly hash: string
}

export interface ChainFault {
  readonly scope: string
  readonly place: number
  readonly fault: 'changed' | 'missing' | 'out of order' | 'cut' | 'rewritten'
}

export interface ChainReport {
  readonly lines: number
  readonly heads: readonly ChainHead[]
  readonly faults: readonly ChainFault[]
}

/**
 * Walks every chain in the order of scope and place (SEC-104). `kept` are heads noted earlier: without one, lines cut off
 * the end leave no trace in the chain itself.
 */
export async function verifyChains(
  rows: AsyncIterable<AuditRow>,
  kept: readonly ChainHead[] = [],
): Promise<ChainReport> {
  const heads = new Map<string, ChainHead>()
  const faults: ChainFault[] = []
  const wanted = new Map(kept.map((head) => [`${head.scope} ${head.place}`, head]))
  let lines = 0
  for await (const row of rows) {
    lines += 1
    const { hash, ...rest } = row
    const { scope, place } = row
    const before = heads.get(scope) ?? { scope, place: 0, hash: chainStart }
    if (place !== before.place + 1) faults.push({ scope, place: before.place + 1, fault: 'missing' })
    else if (row.previous !== before.hash) faults.push({ scope, place, fault: 'out of order' })
    if (auditHash(rest) !== hash) faults.push({ scope, place, fault: 'changed' })
    const key = `${scope} ${place}`
    const head = wanted.get(key)
    if (head && head.hash !== hash) faults.push({ scope, place, fault: 'rewritten' })
    wanted.delete(key)
    heads.set(scope, { scope, place, hash })
  }
  for (const { scope, place } of wanted.values()) faults.push({ scope, place, fault: 'cut' })
  return { lines, heads: [...heads.values()], faults }
}
