import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createItem, openItem } from '#app/features/agenda/contract.ts'
import { conveneMeeting } from '#app/features/agenda/meeting-contract.ts'
import { loadActor } from '#app/features/identity/actor.server.ts'
import { hashOfToken, newToken } from '#app/features/identity/tokens.server.ts'
import { openNote } from '#app/features/notes/contract.ts'
import type { Caller } from '#app/kernel/caller.ts'
import { must } from '#app/kernel/must.ts'
import { documents } from '#server/documents.ts'
import { registry } from '#server/features.ts'
import { createRuntime } from '#server/runtime.ts'
import { openDatabase } from '#server/store/client.ts'
import type { Database } from '#server/store/database.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { type Seat, type SeatedConference, seatConference } from '#tests/support/seats.ts'

export interface Seeded {
  readonly dataDir: string
  /** Cookie headers: members of one delegation, then one each of the secretariat's and observers'. */
  readonly members: readonly string[]
  readonly secretary: string
  readonly observers: readonly string[]
  readonly states: readonly string[]
  readonly documentId: string
  /** As many notes of the delegation as were asked for, each on an item of its own; `documentId` is the first. */
  readonly documentIds: readonly string[]
  readonly itemIds: readonly string[]
  remove(): void
}

export interface SeedOptions {
  /** A PostgreSQL server's database; without it an embedded one in a folder of its own. */
  readonly url?: string | undefined
  /** Dump of a migrated embedded database to begin with. */
  readonly template?: string | undefined
  /** How many items get a note of the delegation. */
  readonly notes?: number
}

/** A cookie header for everybody's login, by the name of their seat. */
export async function cookiesOf({ prisma }: Database, seated: SeatedConference): Promise<Map<string, string>> {
  const cookies = new Map<string, string>()
  for (const [name, { loginId }] of seated.seats) {
    const token = newToken()
    await prisma.login.update({ where: { id: loginId }, data: { tokenHash: hashOfToken(token) } })
    cookies.set(name, `session=${token}`)
  }
  return cookies
}

/** A conference with `count` members of one delegation, items with notes, and people of the other sides. */
export async function seed(count: number, { url, template, notes = 1 }: SeedOptions = {}): Promise<Seeded> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plenary-bench-'))
  const database = await openDatabase({ ...(url ? { url } : {}), ...(template ? { template } : {}), dataDir })
  const seats: Seat[] = [
    { name: 'secretary', role: 'SECRETARY' },
    ...Array.from(
      { length: count },
      (_, index): Seat => ({ name: `IKD.${index}`, role: index === 0 ? 'HEAD' : 'DRAFTER', of: 'IKD' }),
    ),
    ...Array.from(
      { length: 40 },
      (_, index): Seat => ({ name: `ESM.${index}`, role: index === 0 ? 'HEAD' : 'DRAFTER', of: 'ESM' }),
    ),
    ...Array.from(
      { length: 20 },
      (_, index): Seat => ({ name: `RCO.${index}`, role: index === 0 ? 'OBSERVER_HEAD' : 'OBSERVER', of: 'RCO' }),
    ),
  ]
  const now = new Date()
  const seated = await seatConference(database, seats, now)
  const cookies = await cookiesOf(database, seated)
  const runtime = createRuntime({
    database,
    registry,
    documents,
    now: () => new Date(),
    onChanged: () => {},
    onRevoked: () => {},
    onOutbox: () => {},
  })
  const as = async (name: string): Promise<Caller> => {
    const actor = await inTransaction(database, 'engine', (tx) =>
      loadActor(tx, must(seated.seats.get(name)).loginId, new Date()),
    )
    return runtime.caller(must(actor))
  }
  const secretary = await as('secretary')
  const bodyId = seated.bodies.plenary
  const itemIds: string[] = []
  for (let index = 0; index < 12; index++) {
    const names = {
      en: `Agenda item number ${index + 1} on the structure of the force`,
      fr: `Point ${index + 1} sur la structure de la force`,
    }
    itemIds.push((await secretary.mutate(createItem, { bodyId, names })).itemId)
  }
  await secretary.mutate(conveneMeeting, {
    bodyId,
    endsAt: new Date(Date.now() + 3 * 3_600_000).toISOString(),
    knowingly: true,
  })
  const itemId = must(itemIds[0])
  await secretary.mutate(openItem, { itemId })
  const member = await as('IKD.1')
  const documentIds: string[] = []
  for (const each of itemIds.slice(0, notes))
    documentIds.push((await member.mutate(openNote, { itemId: each, scope: 'DELEGATION' })).documentId)
  await database.close()
  const named = (prefix: string) => [...cookies].flatMap(([name, cookie]) => (name.startsWith(prefix) ? [cookie] : []))
  return {
    dataDir,
    members: named('IKD.'),
    states: named('ESM.'),
    observers: named('RCO.'),
    secretary: must(cookies.get('secretary')),
    documentId: must(documentIds[0]),
    documentIds,
    itemIds,
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}
