import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  changeOffer,
  moveOffer,
  offerView,
  prepareOffer,
  setCaveat,
  setCondition,
  settleCondition,
} from '#app/features/force/contract.ts'
import { must } from '#app/kernel/must.ts'
import { forceIn, totalsOf } from '#tests/support/force.ts'
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

describe('conditions and caveats', () => {
  test('[EC-77][FS-5] a condition that is met makes firm; one that fails changes no status', async () => {
    const element = await force.anElement([60, 60], { name: 'Helicopters' })
    const offerId = await force.anOffer({ to: element, offered: [60, 60] })
    const drafter = await world.as('IKD.drafter')
    const noLink = { linkSymbol: null, linkBlockId: null, linkOfferId: null, due: null }
    const { conditionId } = await drafter.mutate(setCondition, { offerId, text: 'Letter of assist.', ...noLink })
    await force.released(offerId)
    await force.accepted(offerId, element, [60, 60])
    const conditional = () => totalsOf(world, 'ESM.head').then((totals) => must(totals[0]).conditional)
    expect(await conditional()).toBe(60)
    const head = await world.as('IKD.head')
    await head.mutate(settleCondition, { conditionId, status: 'FAILED', note: 'No letter came.' })
    expect((await head.ask(offerView, { offerId })).status).toBe('PLEDGED')
    await head.mutate(settleCondition, { conditionId, status: 'OPEN', note: null })
    await head.mutate(settleCondition, { conditionId, status: 'MET', note: null })
    expect(await conditional()).toBe(0)
  })

  test('[EC-79][FS-25] a caveat has readers of its own, and one after the commitment says so', async () => {
    const offerId = await force.released(await force.anOffer({ to: hospital, offered: [0, 30] }), {
      status: 'COMMITTED',
    })
    const head = await world.as('IKD.head')
    const limit = { offerId, category: 'GEOGRAPHIC', effect: 'PROHIBITION', text: 'Not in Sector North.' } as const
    const scope = { sectors: ['Sector North'], startsOn: null, endsOn: null, recipientIds: [] }
    await head.mutate(setCaveat, { ...limit, ...scope, audience: 'CONTRIBUTORS' })
    const readers = async (seat: string) =>
      (await (await world.as(seat)).ask(offerView, { offerId })).caveats.map(({ text, isLate }) => ({ text, isLate }))
    const told = [{ text: 'Not in Sector North.', isLate: true }]
    expect(await readers('IKD.head')).toEqual(told)
    expect(await readers('secretary')).toEqual(told)
    expect(await readers('MQS.head')).toEqual([])
    const theirs = await force.anOffer({ seat: 'MQS.head', to: hospital, offered: [0, 10] })
    await force.released(theirs, { seat: 'MQS.head', audience: 'SECRETARIAT' })
    expect(await readers('MQS.head')).toEqual([])
    await force.accepted(theirs, hospital, [0, 10])
    expect(await readers('MQS.head')).toEqual(told)
  })

  test('a condition names only what its delegation sees, and hides from others what they do not', async () => {
    const theirs = await force.released(
      await force.anOffer({ seat: 'ESM.drafter', to: battalion, offered: [20, 20], title: 'Theirs' }),
      { seat: 'ESM.head', audience: 'NAMED', recipients: ['IKD'] },
    )
    const offerId = await force.released(await force.anOffer({ to: battalion, offered: [15, 15] }))
    const head = await world.as('IKD.head')
    const text = { offerId, text: 'Another State completes the battalion.', due: null }
    await head.mutate(setCondition, { ...text, linkSymbol: null, linkBlockId: null, linkOfferId: theirs })
    const links = async (seat: string) =>
      (await (await world.as(seat)).ask(offerView, { offerId })).conditions.map(({ link }) => link?.kind ?? null)
    expect(await links('IKD.head')).toEqual(['OFFER'])
    expect(await links('MQS.head')).toEqual([null])
    await (await world.as('ESM.head')).mutate(moveOffer, { offerId: theirs, ...aWithdrawal })
    const [condition] = (await head.ask(offerView, { offerId })).conditions
    expect(condition?.link).toMatchObject({ kind: 'OFFER', hasChanged: true, status: 'WITHDRAWN' })
    const hidden = { ...text, linkSymbol: null, linkBlockId: null, linkOfferId: 'A'.repeat(22) }
    await expect(head.mutate(setCondition, hidden)).rejects.toThrow(refusal('missing'))
  })

  test('[EC-82] money has a currency and stays out of strength', async () => {
    const head = await world.as('IKD.head')
    const { offerId } = await head.mutate(prepareOffer, {
      kind: 'FUNDING',
      title: 'Lift',
    })
    const none = {
      note: null,
      financeMode: null,
      noticeDays: null,
      availableFrom: null,
      selfSustainmentDays: null,
      rotationMonths: null,
      handoverDays: null,
      attachedToId: null,
      fundId: null,
      earmark: null,
      measureUnit: null,
    }
    const money = { offerId, title: 'Lift', ...none, instrument: 'TRUST_FUND', amount: '80 000 000' } as const
    await expect(head.mutate(changeOffer, { ...money, currency: null })).rejects.toThrow(refusal('force/currency'))
    await head.mutate(changeOffer, { ...money, currency: 'XTS' })
    const before = await totalsOf(world, 'ESM.head')
    await force.released(offerId)
    expect(await totalsOf(world, 'ESM.head')).toEqual(before)
    const view = await (await world.as('ESM.head')).ask(offerView, { offerId })
    expect(view.money).toMatchObject({ currency: 'XTS', amount: '80000000.00' })
  })
})
