import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  changeOffer,
  moveOffer,
  offerView,
  setCaveat,
  setCondition,
  setLine,
  settleCondition,
} from '#app/features/force/contract.ts'
import type { InputOf } from '#app/kernel/contract.ts'
import { must } from '#app/kernel/must.ts'
import { nothingSaid } from '#tests/isolation/stage-force.ts'
import { forceIn } from '#tests/support/force.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
let force: Awaited<ReturnType<typeof forceIn>>
let battalion: string
beforeAll(async () => {
  world = await aWorld()
  force = await forceIn(world)
  battalion = await force.anElement([700, 700])
})
afterAll(() => world.close())

const noLink = { linkSymbol: null, linkBlockId: null, linkOfferId: null }
const aLimit = {
  category: 'TASK',
  effect: 'PROHIBITION',
  text: 'Not by night',
  sectors: [],
  startsOn: null,
  endsOn: null,
  audience: 'NONE',
  recipientIds: [],
} satisfies Omit<InputOf<typeof setCaveat>, 'offerId'>
const prepared = () => force.anOffer({ to: battalion, offered: [40, 40] })
const viewOf = async (seat: string, offerId: string) => (await world.as(seat)).ask(offerView, { offerId })
const both = async () => [await world.as('IKD.drafter'), await world.as('IKD.head')] as const
const commit = { to: 'COMMITTED', basisKind: 'LETTER', basisReference: 'Letter 7', note: null } as const

test('two colleagues in one offer’s terms: what a colleague wrote in other fields stays, and what both wrote is said', async () => {
  const offerId = await prepared()
  const [one, other] = await both()
  const seen = { ...nothingSaid, measures: null, title: 'Battalion' }
  const before = JSON.stringify(seen)
  await one.mutate(changeOffer, { offerId, ...nothingSaid, title: 'Battalion', noticeDays: 30, note: 'By sea' })
  const typed = { ...nothingSaid, title: 'Infantry battalion', note: 'By air' }
  expect(await other.mutate(changeOffer, { offerId, ...typed, before })).toEqual({ overwritten: ['note'] })
  expect(await viewOf('IKD.head', offerId)).toMatchObject({
    ...{ title: 'Infantry battalion', noticeDays: 30, note: 'By air' },
  })
})

test('two colleagues in one line of an offer: by field and by phase', async () => {
  const offerId = await prepared()
  const [one, other] = await both()
  const line = { unit: null, isLead: false, note: null, offered: { [force.one]: 40, [force.two]: 40 } }
  const before = JSON.stringify(line)
  const key = { offerId, elementId: battalion }
  await one.mutate(setLine, { ...key, ...line, unit: '1st', offered: { [force.one]: 50, [force.two]: 60 } })
  const typed = { ...line, note: 'With engineers', offered: { [force.one]: 45, [force.two]: 40 } }
  expect(await other.mutate(setLine, { ...key, ...typed, before })).toEqual({ overwritten: ['offered'] })
  expect(must((await viewOf('IKD.head', offerId)).lines[0])).toMatchObject({
    ...{ unit: '1st', note: 'With engineers', offered: { [force.one]: 45, [force.two]: 60 } },
  })
})

test('two colleagues in one offer’s conditions and limits: a text of one and a date of the other are both kept', async () => {
  const offerId = await prepared()
  const [one, other] = await both()
  const condition = { text: 'A vote', due: null, ...noLink }
  const { conditionId } = await one.mutate(setCondition, { offerId, ...condition })
  await one.mutate(setCondition, { offerId, conditionId, ...condition, text: 'A vote of parliament' })
  const dated = { ...condition, due: '2027-01-31', before: JSON.stringify(condition) }
  expect(await other.mutate(setCondition, { offerId, conditionId, ...dated })).toMatchObject({ overwritten: [] })
  const { caveatId } = await one.mutate(setCaveat, { offerId, ...aLimit })
  await one.mutate(setCaveat, { offerId, caveatId, ...aLimit, text: 'Not by day' })
  const shown = { ...aLimit, text: 'Never', endsOn: '2027-06-30', before: JSON.stringify(aLimit) }
  expect(await other.mutate(setCaveat, { offerId, caveatId, ...shown })).toMatchObject({ overwritten: ['text'] })
  const { conditions, caveats } = await viewOf('IKD.head', offerId)
  expect(conditions).toMatchObject([{ text: 'A vote of parliament', due: '2027-01-31' }])
  expect(caveats).toMatchObject([{ text: 'Never', endsOn: '2027-06-30' }])
})

test('[FS-5] a condition that is settled and then says something else is open again', async () => {
  const offerId = await prepared()
  const [one, head] = await both()
  const condition = { offerId, text: 'A vote', due: null, ...noLink }
  const { conditionId } = await one.mutate(setCondition, condition)
  await force.released(offerId)
  await head.mutate(settleCondition, { conditionId, status: 'MET', note: null })
  await head.mutate(setCondition, { ...condition, conditionId, due: '2027-01-31' })
  expect((await viewOf('ESM.head', offerId)).conditions).toMatchObject([{ status: 'MET', due: '2027-01-31' }])
  await head.mutate(setCondition, { ...condition, conditionId, text: 'Two votes' })
  const { conditions, steps } = await viewOf('ESM.head', offerId)
  expect(conditions).toMatchObject([{ status: 'OPEN', text: 'Two votes' }])
  expect(must(steps.at(-1)).kind).toBe('CONDITION')
})

test('[EC-79][FS-25] a limit that is shown or rewritten after the commitment is late, and tells when it was shown', async () => {
  const offerId = await prepared()
  const [one, head] = await both()
  const { caveatId: kept } = await one.mutate(setCaveat, { offerId, ...aLimit, text: 'Kept' })
  const { caveatId: open } = await one.mutate(setCaveat, { offerId, ...aLimit, text: 'Open', audience: 'STATES' })
  world.clock.pass(60_000)
  const releasedAt = world.clock.now.toISOString()
  await force.released(offerId)
  expect((await viewOf('ESM.head', offerId)).caveats).toMatchObject([
    { caveatId: open, declaredAt: releasedAt, isLate: false },
  ])
  await head.mutate(moveOffer, { offerId, ...commit })
  world.clock.pass(60_000)
  const shownAt = world.clock.now.toISOString()
  const dated = { offerId, caveatId: open, ...aLimit, text: 'Open', audience: 'STATES', endsOn: '2027-06-30' } as const
  await head.mutate(setCaveat, dated)
  await head.mutate(setCaveat, { offerId, caveatId: kept, ...aLimit, text: 'Kept', audience: 'STATES' })
  const limits = async () =>
    (await viewOf('ESM.head', offerId)).caveats.map(({ text, declaredAt, isLate }) => ({ text, declaredAt, isLate }))
  expect(await limits()).toEqual([
    { text: 'Open', declaredAt: releasedAt, isLate: false },
    { text: 'Kept', declaredAt: shownAt, isLate: true },
  ])
  await head.mutate(setCaveat, { ...dated, text: 'Open no more' })
  expect((await limits())[0]).toEqual({ text: 'Open no more', declaredAt: releasedAt, isLate: true })
})
