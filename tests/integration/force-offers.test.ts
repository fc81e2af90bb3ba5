import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  acceptLine,
  caveatList,
  forceBoard,
  forceOwn,
  moveOffer,
  offerView,
  setLine,
} from '#app/features/force/contract.ts'
import { must } from '#app/kernel/must.ts'
import { forceIn, seenBy, totalsOf } from '#tests/support/force.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
let force: Awaited<ReturnType<typeof forceIn>>
let battalion: string
let hospital: string
beforeAll(async () => {
  world = await aWorld()
  force = await forceIn(world)
  battalion = await force.anElement([700, 700])
  hospital = await force.anElement([0, 700], { name: 'Role 3 hospital', capability: 'MEDICAL_R3' })
})
afterAll(() => world.close())

const aWithdrawal = { to: 'WITHDRAWN', basisKind: 'NOTICE', basisReference: null, note: 'Pending a decision.' } as const

describe('who sees an offer', () => {
  test('[FS-21] what is prepared is its delegation’s own: no row, no figure, no notice to anybody else', async () => {
    world.changes.length = 0
    const offerId = await force.anOffer({ to: battalion, offered: [90, 90], title: 'Quiet company' })
    expect(world.changes.every(({ only }) => only?.delegationId === world.delegation('IKD') || only === null)).toBe(
      true,
    )
    expect(world.changes.filter(({ only }) => only === null).map(({ query }) => query)).not.toContain('force.board')
    for (const seat of ['ESM.head', 'secretary', 'organiser'])
      expect(JSON.stringify(await seenBy(world, seat))).not.toContain('Quiet company')
    expect(JSON.stringify(await seenBy(world, 'IKD.head'))).toContain('Quiet company')
    await expect((await world.as('organiser')).ask(offerView, { offerId })).rejects.toThrow(refusal('missing'))
  })

  test('[FS-21] named delegations and the secretariat see it, each in its totals, and the others in none', async () => {
    const before = await totalsOf(world, 'MQS.head')
    const offerId = await force.released(await force.anOffer({ to: battalion, offered: [100, 100] }), {
      audience: 'NAMED',
      recipients: ['ESM'],
    })
    await force.accepted(offerId, battalion, [100, 100])
    expect(must((await totalsOf(world, 'ESM.head'))[0]).filled).toBe(100)
    expect(must((await totalsOf(world, 'secretary'))[0]).filled).toBe(100)
    expect(await totalsOf(world, 'MQS.head')).toEqual(before)
    const view = await (await world.as('ESM.head')).ask(offerView, { offerId })
    expect(view.release).toBeNull()
    await (await world.as('IKD.head')).mutate(moveOffer, { offerId, ...aWithdrawal })
  })

  test('[FS-22][EC-83] an observer gets no offer, no element and no state, only totals that were released', async () => {
    await force.released(await force.anOffer({ to: battalion, offered: [10, 10] }), { audience: 'ALL' })
    const observer = await world.as('RCO.head')
    expect(await observer.ask(forceBoard, {})).toEqual({ view: 'TOTALS', totals: null })
    expect(await observer.ask(forceOwn, {})).toEqual({ offers: [] })
    await expect(observer.ask(caveatList, {})).rejects.toThrow(refusal('missing'))
  })

  test('[FS-23] a drafter prepares, and only the head shows or changes what others see', async () => {
    const offerId = await force.anOffer({ to: battalion, offered: [40, 40] })
    await expect(force.released(offerId, { seat: 'IKD.drafter' })).rejects.toThrow(refusal('force/head-releases'))
    await force.released(offerId)
    const line = { offerId, elementId: battalion, unit: null, isLead: false, note: null, offered: { [force.one]: 50 } }
    await expect((await world.as('IKD.drafter')).mutate(setLine, line)).rejects.toThrow(refusal('force/head-releases'))
    await (await world.as('IKD.head')).mutate(setLine, line)
    const view = await (await world.as('ESM.head')).ask(offerView, { offerId })
    expect(view.steps.map(({ kind }) => kind)).toEqual(['RELEASED', 'FIGURES'])
    expect((await (await world.as('IKD.head')).ask(offerView, { offerId })).steps.map(({ kind }) => kind)).toEqual([
      'PREPARED',
      'FIGURES',
      'RELEASED',
      'FIGURES',
    ])
    await (await world.as('IKD.head')).mutate(moveOffer, { offerId, ...aWithdrawal })
  })
})

describe('what is accepted', () => {
  test('[EC-72][FS-10] an offer of 180 against a remaining 140: 140 accepted, 40 in reserve', async () => {
    const element = await force.anElement([140, 140], { name: 'Police' })
    const offerId = await force.released(await force.anOffer({ to: element, offered: [180, 180] }))
    await expect(force.accepted(offerId, element, [180, 180])).rejects.toThrow(refusal('force/more-than-lacking'))
    await force.accepted(offerId, element, [140, 140])
    const { lines } = await (await world.as('ESM.head')).ask(offerView, { offerId })
    expect(must(lines[0])).toMatchObject({ offered: { [force.one]: 180 }, accepted: { [force.one]: 140 } })
    await expect(force.accepted(offerId, element, [180, 180], undefined)).rejects.toThrow(
      refusal('force/more-than-lacking'),
    )
    await force.accepted(offerId, element, [180, 180], 'Kept as a reserve by decision of the planners')
  })

  test('[EC-73][FS-8] two states take the last hundred at once: one of them does, and the gap is nought', async () => {
    const element = await force.anElement([100, 100], { name: 'Signals company' })
    const offers = [
      await force.released(await force.anOffer({ to: element, offered: [100, 100] })),
      await force.released(await force.anOffer({ seat: 'ESM.drafter', to: element, offered: [100, 100] }), {
        seat: 'ESM.head',
      }),
    ]
    const outcomes = await Promise.allSettled(offers.map((offerId) => force.accepted(offerId, element, [100, 100])))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const facts = await seenBy(world, 'secretary')
    const taken = facts.offers
      .flatMap(({ lines }) => lines)
      .filter(({ elementId }) => elementId === element)
      .map(({ accepted }) => accepted[force.one] ?? 0)
    expect(taken.reduce((sum, each) => sum + each, 0)).toBe(100)
  })

  test('[EC-71][FS-11] a withdrawal opens the gap at once and keeps what was', async () => {
    const element = await force.anElement([280, 280], { name: 'Battalion that goes' })
    const offerId = await force.released(await force.anOffer({ to: element, offered: [280, 280] }))
    await force.accepted(offerId, element, [280, 280])
    const before = must((await totalsOf(world, 'ESM.head'))[0])
    await (await world.as('IKD.head')).mutate(moveOffer, { offerId, ...aWithdrawal })
    const after = must((await totalsOf(world, 'ESM.head'))[0])
    expect(after.gap - before.gap).toBe(280)
    const view = await (await world.as('ESM.head')).ask(offerView, { offerId })
    const last = must(view.steps.at(-1))
    expect(last).toMatchObject({ kind: 'STATUS', from: 'PLEDGED', to: 'WITHDRAWN', note: 'Pending a decision.' })
    expect(must(last.lines[0]).accepted).toEqual({ [force.one]: 280, [force.two]: 280 })
    expect(must(view.lines[0]).accepted).toEqual({ [force.one]: 0, [force.two]: 0 })
    await expect(force.accepted(offerId, element, [280, 280])).rejects.toThrow(refusal('force/offer-is-over'))
  })

  test('[EC-85] committed without its letter is refused', async () => {
    const offerId = await force.released(await force.anOffer({ to: hospital, offered: [0, 60] }))
    const head = await world.as('IKD.head')
    const commit = { offerId, to: 'COMMITTED', note: null } as const
    await expect(
      head.mutate(moveOffer, { ...commit, basisKind: 'ORAL_STATEMENT', basisReference: null }),
    ).rejects.toThrow(refusal('force/commitment-needs-document'))
    await expect(head.mutate(moveOffer, { ...commit, basisKind: 'LETTER', basisReference: null })).rejects.toThrow(
      refusal('force/basis-needs-reference'),
    )
    await head.mutate(moveOffer, { ...commit, basisKind: 'LETTER', basisReference: 'Note 12 of 20 October' })
  })

  test('[FS-36] what a colleague accepted meanwhile is not overwritten unseen, and nothing is accepted of what is over', async () => {
    const element = await force.anElement([100, 100], { name: 'Signals company' })
    const offerId = await force.released(await force.anOffer({ to: element, offered: [80, 80] }))
    const organiser = await world.as('organiser')
    const both = (figure: number) => ({ [force.one]: figure, [force.two]: figure })
    const accept = (figure: number, before?: number) =>
      organiser.mutate(acceptLine, {
        offerId,
        elementId: element,
        accepted: both(figure),
        ...(before === undefined ? {} : { before: both(before) }),
        keepsSurplus: false,
        decision: null,
      })
    await accept(60, 0)
    await expect(accept(80, 0)).rejects.toThrow(refusal('force/accepted-meanwhile'))
    await expect(accept(0, 80)).rejects.toThrow(refusal('force/accepted-meanwhile'))
    await accept(40, 60)
    const basis = { basisKind: 'NOTICE', basisReference: null, note: null } as const
    await (await world.as('IKD.head')).mutate(moveOffer, { offerId, to: 'WITHDRAWN', ...basis })
    const steps = async () => (await organiser.ask(offerView, { offerId })).steps.length
    const until = await steps()
    await expect(accept(0)).rejects.toThrow(refusal('force/offer-is-over'))
    expect(await steps()).toBe(until)
  })

  test('[FS-37] less is accepted while there is a surplus, without a decision; why the rest was taken stays', async () => {
    const element = await force.anElement([50, 50], { name: 'Engineer troop', maxContributors: 1 })
    const offerId = await force.released(await force.anOffer({ to: element, offered: [80, 80] }))
    await force.accepted(offerId, element, [80, 80], 'The unit deploys whole')
    await force.accepted(offerId, element, [80, 70])
    expect(must((await (await world.as('organiser')).ask(offerView, { offerId })).lines[0])).toMatchObject({
      decision: 'The unit deploys whole',
      accepted: { [force.one]: 80, [force.two]: 70 },
    })
    await expect(force.accepted(offerId, element, [80, 75])).rejects.toThrow(refusal('force/more-than-lacking'))
    await force.accepted(offerId, element, [0, 0])
    expect(must((await (await world.as('organiser')).ask(offerView, { offerId })).lines[0]).decision).toBeNull()
  })

  test('[FS-9] two offers of one state are one contributor to what states share', async () => {
    const element = await force.anElement([100, 100], { name: 'Patrol boats', maxContributors: 1 })
    const offering = { to: element, offered: [30, 30] } as const
    const one = await force.released(await force.anOffer(offering))
    const two = await force.released(await force.anOffer({ ...offering, title: 'Second boat' }))
    const other = await force.released(await force.anOffer({ ...offering, seat: 'ESM.head' }), { seat: 'ESM.head' })
    await force.accepted(one, element, [30, 30])
    await force.accepted(two, element, [30, 30])
    await expect(force.accepted(other, element, [30, 30])).rejects.toThrow(refusal('force/too-many-contributors'))
  })

  test('[EC-84] police in a troop row is taken only by decision', async () => {
    const element = await force.anElement([50, 50], { name: 'Rifle company' })
    const offerId = await force.released(await force.anOffer({ kind: 'POLICE', to: element, offered: [50, 50] }))
    await expect(force.accepted(offerId, element, [50, 50])).rejects.toThrow(refusal('force/kind-mismatch'))
    await (await world.as('organiser')).mutate(acceptLine, {
      offerId,
      elementId: element,
      accepted: { [force.one]: 50, [force.two]: 50 },
      keepsSurplus: false,
      decision: 'Gendarmes, equipped as infantry',
    })
    expect(must((await (await world.as('IKD.head')).ask(offerView, { offerId })).lines[0]).decision).toContain(
      'Gendarmes',
    )
  })
})
