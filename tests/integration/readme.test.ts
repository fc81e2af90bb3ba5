import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requirementPreview, setPhase, setStatement, takeRequirement } from '#app/features/force/contract.ts'
import { sendTables } from '#tests/support/imports.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** The tables of the README, as somebody who follows it would type them. */
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const [delegations = '', participants = '', agenda = '', force = ''] = [
  ...readme.matchAll(/```csv\n([\s\S]*?)```/g),
].map(([, table = '']) => table.replace(/^ {3}/gm, ''))

test('[IM-6] the tables of the README can be imported as they stand', async () => {
  const preview = await sendTables(await world.as('organiser'), { delegations, participants, agenda })
  expect(preview.problems).toEqual([])
  expect(preview.counts).toMatchObject({ states: 2, observers: 1, people: 3, items: 2, subItems: 1 })
})

test('[FS-28] the table of the force in the README can be taken as it stands', async () => {
  const organiser = await world.as('organiser')
  await organiser.mutate(setStatement, { title: 'Statement of requirements', figures: 'CUMULATIVE_AT_MILESTONE' })
  for (const [name, targetDate] of [
    ['Phase 1', '2027-03-31'],
    ['Phase 2', '2027-12-31'],
  ] as const)
    await organiser.mutate(setPhase, { name, ceiling: 400, targetDate, ioc: null, foc: null })
  const preview = await organiser.ask(requirementPreview, { table: force })
  expect(preview).toMatchObject({ problems: [], rows: 2, added: 2 })
  expect(Object.values(preview.totals)).toEqual([380, 550])
  await organiser.mutate(takeRequirement, { table: force })
})
