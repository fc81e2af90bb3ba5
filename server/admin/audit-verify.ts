import { z } from 'zod'
import { type AuditRow, type ChainHead, verifyChains } from '#server/audit-chain.ts'
import { type Seal, verifySeals } from '#server/audit-seal.ts'
import type { Database } from '#server/store/database.ts'
import type { AdminCommand } from './command.ts'

const pageRows = 5_000

const chainHead = z.object({ scope: z.string(), place: z.number().int(), hash: z.string().length(64) })

/** The whole trail, a page at a time, each chain in its order. */
async function* auditRows({ sql }: Pick<Database, 'sql'>): AsyncGenerator<AuditRow> {
  let after = { scope: '', place: 0 }
  for (;;) {
    const page = await sql<AuditRow>(
      `SELECT scope, place, conference_id AS "conferenceId", at, actor, login, act, detail, request_id AS "requestId", previous, hash
       FROM audit_line WHERE (scope, place) > ($1, $2) ORDER BY scope, place LIMIT $3`,
      [after.scope, after.place, pageRows],
    )
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageRows) return
    after = last
  }
}

const storedHeads = z.array(chainHead)

async function sealsIn({ sql }: Pick<Database, 'sql'>): Promise<Seal[]> {
  const rows = await sql<Omit<Seal, 'heads'> & { heads: unknown }>(
    'SELECT number, at, key_id AS "keyId", heads, previous, mac FROM audit_seal ORDER BY number',
  )
  // What cannot be read as heads any more was changed, and its seal will not match.
  return rows.map((row) => ({ ...row, heads: storedHeads.catch([]).parse(row.heads) }))
}

export const auditVerify: AdminCommand = {
  name: 'audit verify',
  usage: '[--heads FILE]',
  says: 'Checks that no line of the audit trail was changed, removed or re-ordered, against the seals made every ten minutes, and prints the last line of each chain. Keep what it prints: given back with --heads it also shows what was cut off or rewritten since.',
  options: { heads: 'string' },
  async run({ options }, { database, seals: { keys, note }, say, readFile }) {
    const given = typeof options.heads === 'string' ? readHeads(readFile(options.heads)) : []
    const seals = await sealsIn(database)
    const sealed = verifySeals(seals, keys, note())
    const { lines, heads, faults } = await verifyChains(auditRows(database), [...sealed.kept, ...given])
    for (const head of heads) say(JSON.stringify(head))
    for (const { scope, place, fault } of faults) say(`FAULT: ${scope}, line ${place}: ${fault}.`)
    for (const { seal, fault } of sealed.faults) say(`FAULT: seal ${seal}: ${fault}.`)
    const count = faults.length + sealed.faults.length
    say(`${lines} lines in ${heads.length} chains under ${seals.length} seals, ${count} faults.`)
    return count === 0 ? 0 : 1
  },
}

/** What an earlier run printed: the lines that are heads, whatever stands between them. */
function readHeads(text: string): ChainHead[] {
  const lines = text.split('\n').filter((line) => line.trim().startsWith('{'))
  if (lines.length === 0)
    throw new Error('The file given with --heads holds no heads. Give it what an earlier run printed.')
  return lines.map((line) => chainHead.parse(JSON.parse(line)))
}
