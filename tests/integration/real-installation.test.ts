import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuseDemonstration } from '#server/real-installation.ts'
import type { Database } from '#server/store/database.ts'
import { openTestDatabase } from '#tests/support/database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const aPerson = (id: string, isDemo: boolean) =>
  database.prisma.person.create({
    data: { id, email: `${id}@example.org`, name: id, isDemo, createdAt: new Date('2026-11-22T09:00:00Z') },
  })

test('[SEC-109] a real installation refuses a database with demonstration accounts, and no other', async () => {
  await refuseDemonstration(database)
  await aPerson('ingrid', false)
  await refuseDemonstration(database)
  await aPerson('demo', true)
  await expect(refuseDemonstration(database)).rejects.toThrow('holds the demonstration conference')
})
