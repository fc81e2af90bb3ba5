import type { Stage } from '#app/features/demo/stage.ts'
import { loadActor } from '#app/features/identity/actor.server.ts'
import { demoLogin, demoOrganiser } from '#app/features/identity/demonstration.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { must } from '#app/kernel/must.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { documents } from '#server/documents.ts'
import { registry } from '#server/features.ts'
import { createRuntime } from '#server/runtime.ts'
import type { Database } from '#server/store/database.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { createTypist } from './typist.ts'

/** The stage on a database that nobody uses yet: a runtime whose clock shows the story's times. */
export function createStage(
  database: Database,
  organiser: { email: string; name: string },
  progress: Stage['progress'],
): Stage {
  let now = new Date(0)
  let importer: string | undefined
  const type = createTypist(database, registry.documents)
  const runtime = createRuntime({
    database,
    registry,
    documents,
    now: () => now,
    onChanged: () => {},
    onRevoked: () => {},
    onOutbox: () => {},
  })
  const asEngine = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(database, 'engine', work)

  async function personIn(badge: string): Promise<Person> {
    const actor = await asEngine(async (tx) => {
      const place = await tx.accreditation.findFirstOrThrow({ where: { badge, conference: { isDemo: true } } })
      const loginId = await demoLogin(tx, { personId: place.personId, accreditationId: place.id }, now)
      return loadActor(tx, loginId, now)
    })
    return must(actor, `${badge} is not signed in`)
  }

  return {
    at(time) {
      now = time
    },
    as: async (badge) => runtime.caller(await personIn(badge)),
    organiser: async () => {
      const actor = await asEngine(async (tx) => {
        importer ??= await demoLogin(
          tx,
          { personId: await demoOrganiser(tx, organiser, now), accreditationId: null },
          now,
        )
        return loadActor(tx, importer, now)
      })
      return runtime.caller(must(actor))
    },
    write: async (badge, documentId, next) => type(await personIn(badge), documentId, next),
    newId,
    progress,
  }
}
