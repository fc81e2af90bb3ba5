import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendTables } from '#tests/support/imports.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** The tables of the README, as somebody who follows it would type them. */
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const [delegations = '', participants = '', agenda = ''] = [...readme.matchAll(/```csv\n([\s\S]*?)```/g)].map(
  ([, table = '']) => table.replace(/^ {3}/gm, ''),
)

test('[IM-6] the tables of the README can be imported as they stand', async () => {
  const preview = await sendTables(await world.as('organiser'), { delegations, participants, agenda })
  expect(preview.problems).toEqual([])
  expect(preview.counts).toMatchObject({ states: 2, observers: 1, people: 3, items: 2, subItems: 1 })
})
