import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admitAsParticipant } from '#app/features/conference/contract.ts'
import {
  changeOffer,
  conditionLinks,
  discardOffer,
  dropLine,
  forceBoard,
  moveOffer,
  offerReaders,
  offerView,
  setCaveat,
  setCondition,
  setLine,
  settleCondition,
  splitElement,
} from '#app/features/force/contract.ts'
import { must } from '#app/kernel/must.ts'
import { forceIn, seenBy } from '#tests/support/force.ts'
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
const limit = { category: 'TASK', effect: 'PROHIBITION', text: 'No crowd control.', sectors: [] } as const
const always = { startsOn: null, endsOn: null }

describe('what stays with the delegation', () => {
  const linesOf = (scope: string) => world.database.prisma.auditLine.count({ where: { scope } })

  test('[FS-21][SEC-108] work on a private offer leaves no line in the trail of the conference', async () => {
    const [conference, own] = [`conference:${world.conferenceId}`, `delegation:${world.delegation('IKD')}`]
    const before = { conference: await linesOf(conference), own: await linesOf(own) }
    const offerId = await force.anOffer({ to: battalion, offered: [90, 90] })
    const drafter = await world.as('IKD.drafter')
    const { conditionId } = await drafter.mutate(setCondition, { offerId, text: 'Parliament agrees.', ...noLink })
    await drafter.mutate(settleCondition, { conditionId, status: 'MET', note: null })
    await drafter.mutate(setCaveat, { offerId, ...limit, ...always, audience: 'NONE', recipientIds: [] })
    await drafter.mutate(discardOffer, { offerId })
    expect(await linesOf(conference)).toBe(before.conference)
    expect(await linesOf(own)).toBe(before.own + 6)
  })

  test('[FS-25] a limit names states at this table, and at least one', async () => {
    const offerId = await force.anOffer({ to: battalion, offered: [10, 10] })
    const drafter = await world.as('IKD.drafter')
    const named = (recipientIds: string[]) =>
      drafter.mutate(setCaveat, { offerId, ...limit, ...always, audience: 'NAMED', recipientIds })
    await expect(named([world.delegation('RCO')])).rejects.toThrow(refusal('missing'))
    await expect(named(['A'.repeat(22)])).rejects.toThrow(refusal('missing'))
    await expect(named([world.delegation('IKD')])).rejects.toThrow(refusal('force/name-recipients'))
    await named([world.delegation('IKD'), world.delegation('ESM')])
    const [caveat] = (await drafter.ask(offerView, { offerId })).caveats
    expect(must(caveat).release).toEqual({ audience: 'NAMED', recipientIds: [world.delegation('ESM')] })
  })

  test('an offer hangs on, and is attached to, only what its delegation sees', async () => {
    const theirs = await force.anOffer({ seat: 'ESM.drafter', to: battalion, offered: [10, 10] })
    const offerId = await force.anOffer({ to: battalion, offered: [10, 10] })
    const drafter = await world.as('IKD.drafter')
    const nothing = {
      note: null,
      financeMode: null,
      noticeDays: null,
      availableFrom: null,
      selfSustainmentDays: null,
      rotationMonths: null,
      handoverDays: null,
      fundId: null,
      instrument: null,
      currency: null,
      amount: null,
      earmark: null,
      measureUnit: null,
    }
    const attached = { offerId, title: 'Company', ...nothing, attachedToId: theirs }
    await expect(drafter.mutate(changeOffer, attached)).rejects.toThrow(refusal('missing'))
    const hanging = { offerId, text: 'They come too.', ...noLink, linkOfferId: theirs }
    await expect(drafter.mutate(setCondition, hanging)).rejects.toThrow(refusal('missing'))
  })
})

describe('who knows of whom', () => {
  test('[FS-21] who may read an offer is known to its delegation and the secretariat', async () => {
    const named = await force.anOffer({ to: battalion, offered: [10, 10] })
    await force.released(named, { audience: 'NAMED', recipients: ['ESM'] })
    const own = await force.anOffer({ to: battalion, offered: [10, 10] })
    const readersFor = async (seat: string) => {
      const { offers } = await (await world.as(seat)).ask(offerReaders, {})
      return offers.filter(({ offerId }) => [named, own].includes(offerId))
    }
    const known = { offerId: named, audience: 'NAMED', recipientIds: [world.delegation('ESM')] }
    expect(await readersFor('IKD.drafter')).toEqual([known])
    expect(await readersFor('organiser')).toEqual([known])
    expect(await readersFor('ESM.head')).toEqual([])
    await expect((await world.as('RCO.member')).ask(offerReaders, {})).rejects.toThrow(refusal('missing'))
  })

  test('[FS-29] whoever is shown an offer later does not read what was said of it before', async () => {
    const offerId = await force.anOffer({ to: battalion, offered: [40, 40] })
    await force.released(offerId, { audience: 'SECRETARIAT' })
    const head = await world.as('IKD.head')
    const said = { basisKind: 'ORAL_STATEMENT', basisReference: null } as const
    await head.mutate(moveOffer, { offerId, to: 'INDICATED', ...said, note: 'The capital hesitates.' })
    await force.released(offerId, { audience: 'NAMED', recipients: ['ESM'], status: 'INDICATED' })
    await head.mutate(moveOffer, { offerId, to: 'PLEDGED', ...said, note: 'Agreed among two.' })
    await force.released(offerId, { audience: 'STATES' })
    const notesFor = async (seat: string) => {
      const { steps } = await (await world.as(seat)).ask(offerView, { offerId })
      return steps.flatMap(({ note }) => note ?? [])
    }
    expect(await notesFor('IKD.drafter')).toEqual(['The capital hesitates.', 'Agreed among two.'])
    expect(await notesFor('organiser')).toEqual(['The capital hesitates.', 'Agreed among two.'])
    expect(await notesFor('ESM.head')).toEqual(['Agreed among two.'])
    expect(await notesFor('MQS.head')).toEqual([])
  })

  test('[FS-5][FS-21] what an offer hangs on is seen by those who see both', async () => {
    const lead = await force.anOffer({ title: 'Lead', to: battalion, offered: [10, 10] })
    await force.released(lead, { audience: 'NAMED', recipients: ['ESM'] })
    const hanging = await force.anOffer({ seat: 'ESM.drafter', title: 'Company', to: battalion, offered: [10, 10] })
    await (await world.as('ESM.drafter')).mutate(setCondition, {
      offerId: hanging,
      text: 'They come too.',
      ...noLink,
      linkOfferId: lead,
    })
    const linksFor = async (seat: string) => {
      const { conditions } = await (await world.as(seat)).ask(conditionLinks, {})
      return conditions.filter(({ offerId }) => offerId === hanging)
    }
    const link = expect.objectContaining({ kind: 'OFFER', offerId: lead, hasChanged: false })
    expect(await linksFor('ESM.head')).toEqual([expect.objectContaining({ title: 'Company', link })])
    expect(await linksFor('organiser')).toEqual([])
    await force.released(hanging, { seat: 'ESM.head' })
    expect(await linksFor('organiser')).toEqual([expect.objectContaining({ link })])
    expect(await linksFor('MQS.head')).toEqual([expect.objectContaining({ title: 'Company', link: null })])
    await (await world.as('IKD.head')).mutate(moveOffer, {
      offerId: lead,
      to: 'WITHDRAWN',
      basisKind: 'ORAL_STATEMENT',
      basisReference: null,
      note: null,
    })
    const changed = expect.objectContaining({ link: expect.objectContaining({ hasChanged: true }) })
    expect(await linksFor('ESM.head')).toEqual([changed])
  })
})

describe('what is told to some', () => {
  test('[FS-40] why a surplus was kept is told to the offer’s delegation and the secretariat', async () => {
    const element = await force.anElement([0, 0])
    const offerId = await force.released(await force.anOffer({ to: element, offered: [40, 40] }))
    await force.accepted(offerId, element, [40, 40], 'Kept for rotation.')
    const told = async (seat: string) => {
      const caller = await world.as(seat)
      const board = await caller.ask(forceBoard, {})
      return JSON.stringify([await caller.ask(offerView, { offerId }), board]).match(/Kept for rotation/g)?.length ?? 0
    }
    expect(await told('IKD.drafter')).toBe(2)
    expect(await told('organiser')).toBe(3)
    expect(await told('ESM.head')).toBe(0)
  })

  test('[EC-10][FS-39] who is admitted later reads the force as it stands, and nothing of what went before', async () => {
    const element = await force.anElement([0, 100])
    const offerId = await force.released(await force.anOffer({ to: element, offered: [0, 40] }))
    const head = await world.as('IKD.head')
    const to = { audience: 'STATES', recipientIds: [] } as const
    await head.mutate(setCaveat, { offerId, ...limit, ...always, ...to })
    world.clock.now = new Date(world.clock.now.getTime() + 60_000)
    await (await world.as('organiser')).mutate(admitAsParticipant, { delegationId: world.delegation('IRR') })
    const seen = async () => {
      const { steps, caveats, lines } = await (await world.as('IRR.head')).ask(offerView, { offerId })
      return { steps: steps.map(({ kind }) => kind), caveats: caveats.length, lines: lines.length }
    }
    expect(await seen()).toEqual({ steps: [], caveats: 0, lines: 1 })
    world.clock.now = new Date(world.clock.now.getTime() + 60_000)
    await force.accepted(offerId, element, [0, 40])
    await head.mutate(setCaveat, { offerId, ...limit, ...always, ...to })
    expect(await seen()).toEqual({ steps: ['ACCEPTED'], caveats: 1, lines: 1 })
  })
})

describe('two at once', () => {
  test('[FS-14] a line that its head drops while its element is divided is gone, or was not dropped', async () => {
    const head = await world.as('IKD.head')
    const organiser = await world.as('organiser')
    for (let round = 0; round < 6; round++) {
      const element = await force.anElement([100, 100], { name: `Company ${round}`, serial: 100 * (round + 1) })
      const offerId = await force.anOffer({ to: element, offered: [30, 30] })
      const other = { offerId, elementId: battalion, unit: null, isLead: false, note: null }
      await head.mutate(setLine, { ...other, offered: { [force.one]: 5 } })
      await force.released(offerId)
      const part = (name: string) => ({ name, sector: null, required: { [force.one]: 50, [force.two]: 50 } })
      const split = { elementId: element, parts: [part(`${round} a`), part(`${round} b`)], lines: { [offerId]: 1 } }
      const [dropped, divided] = await Promise.allSettled([
        head.mutate(dropLine, { offerId, elementId: element }),
        organiser.mutate(splitElement, split),
      ])
      expect(divided.status).toBe('fulfilled')
      const offer = must((await seenBy(world, 'secretary')).offers.find((each) => each.offerId === offerId))
      expect(offer.lines).toHaveLength(dropped.status === 'fulfilled' ? 1 : 2)
      expect(offer.lines.map(({ elementId }) => elementId)).not.toContain(element)
    }
  })
})
