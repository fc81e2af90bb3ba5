import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  changeOffer,
  forceOwn,
  moveOffer,
  offerView,
  releaseOffer,
  removeElement,
  removePhase,
  setCaveat,
  setCondition,
  setLine,
  setPhase,
} from '#app/features/force/contract.ts'
import type { OfferAudience } from '#app/features/force/terms.ts'
import { must } from '#app/kernel/must.ts'
import { nothingSaid } from '#tests/isolation/stage-force.ts'
import { forceIn, reviewedBy } from '#tests/support/force.ts'
import { refusal } from '#tests/support/refusal.ts'
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

const noLink = { due: null, linkSymbol: null, linkBlockId: null, linkOfferId: null }
const aLimit = { category: 'TASK', effect: 'PROHIBITION', sectors: [], startsOn: null, endsOn: null } as const
const pledged = { status: 'PLEDGED', basisKind: 'ORAL_STATEMENT', basisReference: null } as const
const prepared = () => force.anOffer({ to: battalion, offered: [40, 40] })
const viewOf = async (seat: string, offerId: string) => (await world.as(seat)).ask(offerView, { offerId })

async function release(offerId: string, audience: OfferAudience, to: readonly string[], more: object = pledged) {
  const head = await world.as('IKD.head')
  const recipientIds = to.map((code) => world.delegation(code))
  const said = { status: null, basisKind: null, basisReference: null, reviewed: await reviewedBy(head, offerId) }
  return head.mutate(releaseOffer, { offerId, audience, recipientIds, ...said, ...more })
}

test('[FS-30] what a colleague changed after the head looked is not released until the head has looked again', async () => {
  const offerId = await prepared()
  const [head, drafter] = [await world.as('IKD.head'), await world.as('IKD.drafter')]
  const changes: (() => Promise<unknown>)[] = [
    () => drafter.mutate(changeOffer, { offerId, title: 'Another battalion', ...nothingSaid }),
    () =>
      drafter.mutate(setLine, {
        ...{ offerId, elementId: battalion, unit: null, isLead: false, note: null },
        offered: { [force.one]: 400, [force.two]: 40 },
      }),
    () => drafter.mutate(setCondition, { offerId, text: 'A vote of parliament', ...noLink }),
    () => drafter.mutate(setCaveat, { offerId, ...aLimit, text: 'Not by night', audience: 'STATES', recipientIds: [] }),
  ]
  for (const change of changes) {
    const reviewed = await reviewedBy(head, offerId)
    await change()
    await expect(release(offerId, 'STATES', [], { ...pledged, reviewed })).rejects.toThrow(
      refusal('force/changed-since-reviewed'),
    )
  }
  const before = await reviewedBy(head, offerId)
  // What stays in the delegation is not released, so it does not matter.
  await drafter.mutate(setCaveat, { offerId, ...aLimit, text: 'Kept', audience: 'NONE', recipientIds: [] })
  expect(await reviewedBy(head, offerId)).toBe(before)
  expect((await viewOf('IKD.drafter', offerId)).reviewMark).toBe(before)
  await release(offerId, 'STATES', [], { ...pledged, reviewed: before })
  expect((await viewOf('IKD.head', offerId)).isReleased).toBe(true)
  for (const seat of ['ESM.head', 'organiser', 'secretary']) expect((await viewOf(seat, offerId)).reviewMark).toBeNull()
})

test('[FS-31] a first release says its status and on what it rests', async () => {
  const offerId = await prepared()
  await expect(release(offerId, 'STATES', [], {})).rejects.toThrow(refusal('force/say-status'))
  await expect(release(offerId, 'STATES', [], { ...pledged, status: 'COMMITTED' })).rejects.toThrow(
    refusal('force/commitment-needs-document'),
  )
})

test('[FS-31] a later release changes who sees it and nothing else, and who saw it before is told nothing', async () => {
  const offerId = await prepared()
  await release(offerId, 'NAMED', ['ESM'])
  await (await world.as('IKD.head')).mutate(moveOffer, {
    ...{ offerId, to: 'COMMITTED', basisKind: 'LETTER', basisReference: 'Letter 7', note: null },
  })
  const before = await viewOf('ESM.head', offerId)
  world.clock.pass(60_000)
  world.changes.length = 0
  await release(offerId, 'NAMED', ['ESM', 'MQS'], { status: 'DEPLOYED', basisKind: 'NOTICE' })
  expect(await viewOf('ESM.head', offerId)).toEqual(before)
  expect(before).toMatchObject({ status: 'COMMITTED', basisKind: 'LETTER', basisReference: 'Letter 7' })
  const joined = await viewOf('MQS.head', offerId)
  expect(joined).toMatchObject({ status: 'COMMITTED', changedAt: before.changedAt, steps: [] })
  expect(world.changes).toContainEqual(
    expect.objectContaining({ query: forceOwn.name, only: { delegationId: world.delegation('MQS') } }),
  )
  for (const seat of ['IKD.head', 'secretary'])
    expect((await viewOf(seat, offerId)).steps.at(-1)).toMatchObject({ kind: 'RELEASED', to: null })
})

test('[FS-31][FS-11] an offer that is over is not released again', async () => {
  const offerId = await prepared()
  await release(offerId, 'STATES', [])
  const head = await world.as('IKD.head')
  const reference = { basisKind: 'NOTICE', basisReference: null, note: null } as const
  await head.mutate(moveOffer, { offerId, to: 'WITHDRAWN', ...reference })
  await expect(release(offerId, 'ALL', [])).rejects.toThrow(refusal('force/offer-is-over'))
  expect((await viewOf('IKD.head', offerId)).overSince).not.toBeNull()
})

test('[FS-32] figures of a phase that is no longer there do not leave the delegation', async () => {
  const organiser = await world.as('organiser')
  const milestone = { ceiling: 0, targetDate: '2028-12-31', ioc: null, foc: '2028-12-31' }
  const { phaseId } = await organiser.mutate(setPhase, { name: 'Phase 3', ...milestone })
  const offerId = await prepared()
  const line = { offerId, elementId: battalion, unit: null, isLead: false, note: null }
  await (await world.as('IKD.drafter')).mutate(setLine, { ...line, offered: { [force.one]: 40, [phaseId]: 60 } })
  await organiser.mutate(removePhase, { phaseId })
  await release(offerId, 'STATES', [])
  expect(must((await viewOf('ESM.head', offerId)).lines[0]).offered).toEqual({ [force.one]: 40 })
})

test('[FS-32] an offer that names an element which is no longer required is refused', async () => {
  const gone = await force.anElement([10, 10], { name: 'Removed company' })
  const offerId = await prepared()
  const line = { offerId, unit: null, isLead: false, note: null, offered: { [force.one]: 5 } }
  await (await world.as('IKD.drafter')).mutate(setLine, { ...line, elementId: gone })
  await (await world.as('organiser')).mutate(removeElement, { elementId: gone, toElementId: undefined })
  await expect(release(offerId, 'STATES', [])).rejects.toThrow(refusal('force/element-gone'))
  expect((await viewOf('IKD.head', offerId)).isReleased).toBe(false)
})
