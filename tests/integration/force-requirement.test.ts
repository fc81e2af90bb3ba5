import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  issueList,
  issueStatement,
  issueView,
  removeElement,
  removePhase,
  setElement,
  setLine,
  setPhase,
  setStatement,
} from '#app/features/force/contract.ts'
import { canonicalJson } from '#app/kernel/canonical-json.ts'
import type { InputOf } from '#app/kernel/contract.ts'
import { must } from '#app/kernel/must.ts'
import { forceIn, seenBy } from '#tests/support/force.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
let force: Awaited<ReturnType<typeof forceIn>>
beforeAll(async () => {
  world = await aWorld()
  force = await forceIn(world)
})
afterAll(() => world.close())

const organiser = () => world.as('organiser')
/** The element as a page shows it, without its id: what an editor sends back as `before`. */
async function fieldsOf(elementId: string) {
  const { elements } = await seenBy(world, 'organiser')
  const { elementId: _, ...fields } = must(elements.find((each) => each.elementId === elementId))
  return fields
}
type Fields = Partial<InputOf<typeof setElement>>
async function edited(elementId: string, before: Awaited<ReturnType<typeof fieldsOf>>, changes: Fields) {
  const wanted = { elementId, ...before, ...changes, before: JSON.stringify(before) }
  return (await organiser()).mutate(setElement, wanted)
}
const phaseInput = (name: string, targetDate: string) => ({ name, ceiling: 0, targetDate, ioc: null, foc: null })

describe('the statement and its phases', () => {
  test('[FS-13] how figures are stated is chosen before the first of them', async () => {
    const title = 'Statement of requirements'
    await (await organiser()).mutate(setStatement, { title, figures: 'INCREMENTAL' })
    await (await organiser()).mutate(setStatement, { title, figures: 'CUMULATIVE_AT_MILESTONE' })
    const elementId = await force.anElement([10, 20], { name: 'Headquarters' })
    const change = { title: 'Other', figures: 'INCREMENTAL' } as const
    await expect((await organiser()).mutate(setStatement, change)).rejects.toThrow(refusal('force/figures-stated'))
    await (await organiser()).mutate(setStatement, { title: 'Renamed', figures: 'CUMULATIVE_AT_MILESTONE' })
    expect(must((await seenBy(world, 'ESM.head')).statement).title).toBe('Renamed')
    await edited(elementId, await fieldsOf(elementId), { required: { [force.one]: 0, [force.two]: 0 } })
    // A figure that nobody here has seen is not asked after.
    const offerId = await force.anOffer({ to: elementId, offered: [10, 20] })
    await (await organiser()).mutate(setStatement, change)
    await (await organiser()).mutate(setStatement, { title: 'Renamed', figures: 'CUMULATIVE_AT_MILESTONE' })
    await force.released(offerId)
    await expect((await organiser()).mutate(setStatement, change)).rejects.toThrow(refusal('force/figures-stated'))
    const line = { offerId, elementId, unit: null, isLead: false, note: null }
    await (await world.as('IKD.head')).mutate(setLine, { ...line, offered: { [force.one]: 0, [force.two]: 0 } })
    await (await organiser()).mutate(removeElement, { elementId })
  })

  test('only the force generator and the organiser write it, and observers find nothing there', async () => {
    const phase = phaseInput('Phase 3', '2028-12-31')
    for (const seat of ['secretary', 'chair', 'IKD.head'])
      await expect((await world.as(seat)).mutate(setPhase, phase)).rejects.toThrow(
        refusal('force/not-the-force-generator'),
      )
    await expect((await world.as('RCO.head')).mutate(setPhase, phase)).rejects.toThrow(refusal('missing'))
  })

  test('full capability is not reached before initial capability, and no date is of another age', async () => {
    const caller = await organiser()
    const dates = { ...phaseInput('Phase 3', '2028-12-31'), ioc: '2028-10-01', foc: '2028-09-30' }
    await expect(caller.mutate(setPhase, dates)).rejects.toThrow(refusal('force/milestones-order'))
    for (const targetDate of ['0000-01-01', '1899-12-31', '2201-01-01'])
      await expect(caller.mutate(setPhase, { ...dates, targetDate })).rejects.toMatchObject({
        fields: [{ path: 'targetDate', code: 'field/year' }],
      })
    const { phaseId } = await caller.mutate(setPhase, { ...dates, foc: '2028-10-01' })
    await caller.mutate(removePhase, { phaseId })
  })

  test('phases follow each other, and only the last one without a figure goes', async () => {
    const caller = await organiser()
    const early = phaseInput('Phase 3', '2027-12-30')
    await expect(caller.mutate(setPhase, early)).rejects.toThrow(refusal('force/phases-out-of-order'))
    const { phaseId } = await caller.mutate(setPhase, phaseInput('Phase 3', '2028-12-31'))
    expect((await seenBy(world, 'ESM.head')).phases.map(({ name }) => name)).toEqual(['Phase 1', 'Phase 2', 'Phase 3'])
    const moved = { ...phaseInput('Phase 2', '2029-01-01'), phaseId: force.two }
    await expect(caller.mutate(setPhase, moved)).rejects.toThrow(refusal('force/phases-out-of-order'))
    await expect(caller.mutate(removePhase, { phaseId: force.two })).rejects.toThrow(
      refusal('force/not-the-last-phase'),
    )
    const elementId = await force.anElement([0, 0], { name: 'Late', required: { [phaseId]: 5 } })
    await expect(caller.mutate(removePhase, { phaseId })).rejects.toThrow(refusal('force/phase-in-use'))
    await caller.mutate(removeElement, { elementId })
    await caller.mutate(removePhase, { phaseId })
    expect((await seenBy(world, 'ESM.head')).phases).toHaveLength(2)
  })
})

describe('two editors of one element', () => {
  test('each keeps what the other left alone, figures phase by phase, and what both changed is named', async () => {
    const elementId = await force.anElement([100, 100], { name: 'Engineers', sector: 'Sector South' })
    const before = await fieldsOf(elementId)
    const { one, two } = force
    const figures = (inOne: number, inTwo: number) => ({ required: { [one]: inOne, [two]: inTwo } })
    expect(await edited(elementId, before, { name: 'Engineer company', ...figures(120, 100) })).toEqual({
      elementId,
      overwritten: [],
    })
    const second = await edited(elementId, before, { sector: 'Sector North', ...figures(100, 90) })
    expect(second.overwritten).toEqual([])
    expect(await fieldsOf(elementId)).toMatchObject({
      name: 'Engineer company',
      sector: 'Sector North',
      ...figures(120, 90),
    })
    const third = await edited(elementId, before, { name: 'Bridging company', note: 'By rail.', ...figures(110, 100) })
    expect(third.overwritten.toSorted()).toEqual(['name', 'required'])
    expect(await fieldsOf(elementId)).toMatchObject({ name: 'Bridging company', sector: 'Sector North' })
    expect(await fieldsOf(elementId)).toMatchObject({ note: 'By rail.', ...figures(110, 90) })
    await (await organiser()).mutate(removeElement, { elementId })
  })

  test('at the same moment too: nothing of either is lost', async () => {
    const elementId = await force.anElement([100, 100], { name: 'Signals' })
    const before = await fieldsOf(elementId)
    await Promise.all([
      edited(elementId, before, { name: 'Signals company' }),
      edited(elementId, before, { specification: 'Satellite links.' }),
      edited(elementId, before, { isCritical: true, required: { [force.one]: 100, [force.two]: 80 } }),
    ])
    expect(await fieldsOf(elementId)).toMatchObject({
      name: 'Signals company',
      specification: 'Satellite links.',
      isCritical: true,
      required: { [force.one]: 100, [force.two]: 80 },
    })
    await (await organiser()).mutate(removeElement, { elementId })
  })

  test('a number stands once, and a figure of no phase is refused', async () => {
    const elementId = await force.anElement([1, 1], { name: 'One' })
    const { serial } = await fieldsOf(elementId)
    await expect(force.anElement([1, 1], { serial })).rejects.toThrow(refusal('force/serial-taken'))
    await expect(force.anElement([1, 1], { required: { ['A'.repeat(22)]: 1 } })).rejects.toThrow(refusal('missing'))
    await (await organiser()).mutate(removeElement, { elementId })
  })
})

describe('issued versions', () => {
  test('[FS-24] one is issued when the elements add up to every ceiling, and stays as it was issued', async () => {
    const caller = await organiser()
    const first = await force.anElement([700, 700], { name: 'Battalion' })
    const off = await caller.mutate(issueStatement, { note: null }).catch((error: unknown) => error)
    expect(off).toEqual(refusal('force/off-the-ceiling'))
    expect(off).toMatchObject({ params: { phase: 'Phase 2', required: 700, ceiling: 1400 } })
    const second = await force.anElement([0, 700], { name: 'Hospital', capability: 'MEDICAL_R3' })
    expect(await caller.mutate(issueStatement, { note: 'As agreed' })).toEqual({ number: 1 })
    const delegate = await world.as('ESM.head')
    const issued = await delegate.ask(issueView, { number: 1 })
    expect(issued.content.elements.map(({ name }) => name)).toEqual(['Battalion', 'Hospital'])
    expect(issued.textHash).toBe(createHash('sha256').update(canonicalJson(issued.content)).digest('hex'))

    await edited(first, await fieldsOf(first), { name: 'Two companies' })
    expect(await delegate.ask(issueView, { number: 1 })).toEqual(issued)
    await expect(world.database.prisma.forceIssue.updateMany({ data: { note: 'Other' } })).rejects.toThrow('is final')
    await expect(world.database.prisma.forceIssue.deleteMany({})).rejects.toThrow('is final')
    expect(await caller.mutate(issueStatement, { note: null })).toEqual({ number: 2 })
    expect((await delegate.ask(issueList, {})).issues.map(({ number }) => number)).toEqual([2, 1])
    await expect((await world.as('RCO.head')).ask(issueView, { number: 1 })).rejects.toThrow(refusal('missing'))
    for (const elementId of [first, second]) await caller.mutate(removeElement, { elementId })
  })
})
