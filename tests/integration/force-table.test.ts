import { afterAll, beforeAll, expect, test } from 'vitest'
import { forceBoard, requirementPreview, setElement, takeRequirement } from '#app/features/force/contract.ts'
import { must } from '#app/kernel/must.ts'
import { forceIn } from '#tests/support/force.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
let force: Awaited<ReturnType<typeof forceIn>>
beforeAll(async () => {
  world = await aWorld()
  force = await forceIn(world)
})
afterAll(() => world.close())

const table = (...rows: readonly string[]) => ['No.,Element,Capability,Critical,Phase 1,Phase 2', ...rows].join('\n')
const good = table('1,Force HQ,Headquarters,yes,240,340', '2,Battalion 1,MANOEUVRE,no,"1,200",1200')
const elements = async (seat = 'organiser') => {
  const board = await (await world.as(seat)).ask(forceBoard, {})
  return board.view === 'FACTS' ? board.elements : []
}

test('[EC-81] every bad row is named before anything is taken, and nothing is', async () => {
  const organiser = await world.as('organiser')
  const bad = table('1,Force HQ,Headquarters,yes,240,340', '2,,Cavalry,no,-1,12e2')
  const preview = await organiser.ask(requirementPreview, { table: bad })
  expect(preview.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
    [3, 'Element', 'field/required'],
    [3, 'Capability', 'force/table-capability'],
    [3, 'Phase 1', 'force/strength-negative'],
    [3, 'Phase 2', 'force/strength-exponent'],
  ])
  expect(preview).toMatchObject({ rows: 1, added: 1, changed: 0, totals: { [force.one]: 240, [force.two]: 340 } })
  await expect(organiser.mutate(takeRequirement, { table: bad })).rejects.toThrow(refusal('force/table-problems'))
  expect(await elements()).toEqual([])
})

test('a table is taken whole: known serials are changed and stay the same elements, others are added', async () => {
  const organiser = await world.as('organiser')
  expect(await organiser.ask(requirementPreview, { table: good })).toMatchObject({ rows: 2, problems: [] })
  expect(await organiser.mutate(takeRequirement, { table: good })).toEqual({ added: 2, changed: 0 })
  const [headquarters] = await elements()
  world.changes.length = 0
  const again = table('1,Force Headquarters,Headquarters,yes,200,300', '3,Hospital,MEDICAL_R3,no,0,180')
  expect(await organiser.mutate(takeRequirement, { table: again })).toEqual({ added: 1, changed: 1 })
  expect(world.changes.map(({ query }) => query)).toContain('force.board')
  const now = await elements('IKD.head')
  expect(now.map(({ serial, name }) => [serial, name])).toEqual([
    [1, 'Force Headquarters'],
    [2, 'Battalion 1'],
    [3, 'Hospital'],
  ])
  expect(now[0]).toMatchObject({
    elementId: must(headquarters).elementId,
    isCritical: true,
    required: { [force.one]: 200, [force.two]: 300 },
  })
})

test('[FS-35] before it is taken, every element that differs is named with its released offers, and what is the same stays', async () => {
  const organiser = await world.as('organiser')
  const [headquarters, battalion] = [must((await elements())[0]), must((await elements())[1])]
  await force.released(await force.anOffer({ to: battalion.elementId, offered: [10, 10] }))
  await force.anOffer({ to: battalion.elementId, offered: [10, 10], title: 'Quiet' })
  const changing = table(
    '1,Force Headquarters,Headquarters,yes,200,300',
    '2,Battalion A,MANOEUVRE,yes,"1,200",1100',
    '7,Engineers,ENGINEER,no,0,90',
  )
  const preview = await organiser.ask(requirementPreview, { table: changing })
  expect(preview).toMatchObject({ rows: 3, added: 1, changed: 1, problems: [] })
  expect(preview.elements).toEqual([
    {
      serial: 2,
      name: 'Battalion A',
      was: 'Battalion 1',
      isNew: false,
      fields: ['isCritical'],
      figures: [{ phase: 'Phase 2', before: 1_200, after: 1_100 }],
      offers: 1,
    },
    { serial: 7, name: 'Engineers', was: null, isNew: true, fields: [], figures: [], offers: 0 },
  ])
  // The hospital, number 3, is not in the table: it counts all the same.
  expect(preview.sums.map(({ standing, ceiling, difference }) => [standing, ceiling, difference])).toEqual([
    [1_400, 700, 700],
    [1_670, 1_400, 270],
  ])
  const { forceElement } = world.database.prisma
  const before = await forceElement.findUniqueOrThrow({ where: { id: headquarters.elementId } })
  expect(await organiser.mutate(takeRequirement, { table: changing })).toEqual({ added: 1, changed: 1 })
  expect(await forceElement.findUniqueOrThrow({ where: { id: headquarters.elementId } })).toEqual(before)
  const after = await organiser.ask(requirementPreview, { table: changing })
  expect(after).toMatchObject({ rows: 3, added: 0, changed: 0, elements: [] })
  expect(after.sums).toEqual(preview.sums)
  expect((await elements()).map(({ serial, name, required }) => [serial, name, required[force.two]])).toEqual([
    [1, 'Force Headquarters', 300],
    [2, 'Battalion A', 1_100],
    [3, 'Hospital', 180],
    [7, 'Engineers', 90],
  ])
})

test('what is no table is refused with the row where it goes wrong', async () => {
  const organiser = await world.as('organiser')
  const codes = async (text: string) =>
    (await organiser.ask(requirementPreview, { table: text })).problems.map(({ row, code }) => [row, code])
  expect(await codes(table('1,"Force HQ,Headquarters,yes,1,1'))).toEqual([[2, 'force/table-unclosed']])
  expect(await codes(table('1,HQ,HQ,no,1,1\n'.repeat(1_001)))).toEqual([[1, 'force/table-many']])
  expect(await codes('')).toEqual([[1, 'force/table-empty']])
})

test('only the force generator looks at a table or takes one', async () => {
  for (const seat of ['secretary', 'IKD.head'])
    await expect((await world.as(seat)).ask(requirementPreview, { table: good })).rejects.toThrow(
      refusal('force/not-the-force-generator'),
    )
  const observer = await world.as('RCO.head')
  await expect(observer.ask(requirementPreview, { table: good })).rejects.toThrow(refusal('missing'))
  await expect(observer.mutate(takeRequirement, { table: good })).rejects.toThrow(refusal('missing'))
})

test('an element that a colleague changed after the table was looked at is changed all the same, and keeps its id', async () => {
  const organiser = await world.as('organiser')
  const [first] = await elements()
  const { elementId, ...fields } = must(first)
  await organiser.mutate(setElement, { ...fields, elementId, name: 'HQ of the Force' })
  await organiser.mutate(takeRequirement, { table: good })
  expect((await elements())[0]).toMatchObject({ elementId, name: 'Force HQ' })
})
