import { demoPassphrase } from '#app/features/demo/sign-ins.ts'
import { playStory, readDemonstration } from '#app/features/demo/story.server.ts'
import { openDemoSignIns } from '#app/features/identity/demonstration.server.ts'
import { createPasswords } from '#app/features/identity/passwords.server.ts'
import { must } from '#app/kernel/must.ts'
import type { Demonstration } from '#server/demonstration.ts'
import type { Database } from '#server/store/database.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { createStage } from './stage.ts'

/** The conference on the Tessary Stabilisation Force, as `npm start` shows it on a machine that only tries Plenary. */
export const demonstration: Demonstration = {
  load: (database, say) => loadDemonstration(database, say, new Date()),
}

/** Plays the story into an empty database, so that its scene is the moment `now`; anything else is left as it is. */
export async function loadDemonstration(database: Database, say: (line: string) => void, now: Date): Promise<void> {
  if (await isInUse(database)) return
  const startedAt = performance.now()
  say('Setting up the demonstration conference …')
  const { story, file } = readDemonstration()
  const { name, email } = must(file.people.find((person) => person.email === story.organiser))
  await playStory(
    createStage(database, { email, name }, (step) => say(`  ${step}`)),
    now,
  )
  const passwordHash = await createPasswords().hash(demoPassphrase)
  await inTransaction(database, 'engine', (tx) => openDemoSignIns(tx, passwordHash, now))
  say(`The demonstration conference is ready (${((performance.now() - startedAt) / 1000).toFixed(1)} s).`)
}

/** Throws a sentence for the operator when an earlier start was interrupted half-way. */
async function isInUse({ prisma }: Database): Promise<boolean> {
  const people = await prisma.person.count()
  if (people === 0) return false
  const halfway = await prisma.person.count({ where: { isDemo: true, passwordHash: null } })
  if (halfway < people) return true
  throw new Error(
    'The demonstration conference was interrupted while it was being set up. Remove the database (the folder data, ' +
      'unless DATA_DIR says otherwise) and start again.',
  )
}
