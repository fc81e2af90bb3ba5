import type { Database } from './store/database.ts'

/**
 * A database in which anybody may sign in with the passwords of the demonstration must not serve a real conference.
 * Call it before listening when `config.isReal`; it throws a sentence for the operator.
 */
export async function refuseDemonstration({ prisma }: Pick<Database, 'prisma'>): Promise<void> {
  const [people, conferences] = [
    await prisma.person.count({ where: { isDemo: true } }),
    await prisma.conference.count({ where: { isDemo: true } }),
  ]
  if (people + conferences === 0) return
  throw new Error(
    'This database holds the demonstration conference, whose passwords are public. A real installation begins with a ' +
      'database of its own: set DATABASE_URL or DATA_DIR to an empty one, or unset ORIGIN to go on trying Plenary here.',
  )
}
