import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { endAccreditation } from '#app/features/conference/contract.ts'
import {
  addContacts,
  endTotals,
  forceBoard,
  forceOwn,
  moveOffer,
  offerView,
  outreachBook,
  recordContact,
  releaseTotals,
  setCaveat,
} from '#app/features/force/contract.ts'
import { outreachFigures, standingOf } from '#app/features/force/outreach.ts'
import { loadActor } from '#app/features/identity/actor.server.ts'
import { acceptInvitation } from '#app/features/identity/invitation-contract.ts'
import { must } from '#app/kernel/must.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { forceIn, seenBy } from '#tests/support/force.ts'
import { aBrowser } from '#tests/support/identity.ts'
import { invited, sentence } from '#tests/support/invitations.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
let force: Awaited<ReturnType<typeof forceIn>>
let battalion: string
beforeAll(async () => {
  world = await aWorld()
  force = await forceIn(world)
  battalion = await force.anElement([700, 700], { name: 'Infantry battalion' })
})
afterAll(() => world.close())
beforeEach(() => world.clock.pass(60_000))

const aWithdrawal = { to: 'WITHDRAWN', basisKind: 'NOTICE', basisReference: null, note: null } as const

describe('who was asked', () => {
  const basis = { basisKind: 'DEMARCHE', basisReference: null } as const
  const now = () => world.clock.now.toISOString()
  const book = async () => (await world.as('secretary')).ask(outreachBook, {})
  async function standing(name: string) {
    const { contacts, offers } = await book()
    const contact = must(contacts.find((each) => each.name === name))
    const own = offers.filter(({ delegationId }) => delegationId === contact.delegationId).map(({ steps }) => steps)
    return standingOf({ isAtTable: contact.delegationId !== null, steps: contact.steps, offers: own }, now())
  }

  test('[FS-18] names are taken once, and one at the table is known by its name', async () => {
    const keeper = await world.as('organiser')
    const names = 'Iskandra\n  Nowhere   Land \nNowhere Land\n\nMarqesh'
    expect(await keeper.mutate(addContacts, { names, at: now(), ...basis })).toEqual({ added: 3, known: 1 })
    expect(await keeper.mutate(addContacts, { names: 'Nowhere Land', at: now(), ...basis })).toEqual({
      added: 0,
      known: 1,
    })
    const { contacts } = await book()
    expect(contacts.map(({ name, delegationId }) => [name, delegationId])).toEqual([
      ['Iskandra', world.delegation('IKD')],
      ['Marqesh', world.delegation('MQS')],
      ['Nowhere Land', null],
    ])
    const figures = outreachFigures(
      contacts.map(({ delegationId, steps }) => ({ isAtTable: delegationId !== null, steps, offers: [] })),
      now(),
    )
    expect(figures).toMatchObject({ approached: 3, atTable: 2, interested: 0, declined: 0 })
  })

  test('[FS-18] where a state stands follows its offers while one goes on, and the later word afterwards', async () => {
    const keeper = await world.as('organiser')
    const { contactId } = must((await book()).contacts.find(({ name }) => name === 'Iskandra'))
    const entry = { contactId, at: now(), basisKind: 'ORAL_STATEMENT', basisReference: null, note: null } as const
    await keeper.mutate(recordContact, { ...entry, status: 'INTERESTED' })
    expect(await standing('Iskandra')).toBe('INTERESTED')
    const offerId = await force.anOffer({ to: battalion, offered: [90, 90] })
    expect(await standing('Iskandra')).toBe('INTERESTED')
    world.clock.pass(60_000)
    await force.released(offerId)
    expect(await standing('Iskandra')).toBe('PLEDGED')
    world.clock.pass(60_000)
    await keeper.mutate(recordContact, { ...entry, at: now(), status: 'DECLINED' })
    expect(await standing('Iskandra')).toBe('PLEDGED')
    world.clock.pass(60_000)
    await (await world.as('IKD.head')).mutate(moveOffer, { offerId, ...aWithdrawal })
    expect(await standing('Iskandra')).toBe('WITHDRAWN')
    const tomorrow = new Date(world.clock.now.getTime() + 1).toISOString()
    const early = { ...entry, at: tomorrow, status: 'PLEDGED' } as const
    await expect(keeper.mutate(recordContact, early)).rejects.toThrow(refusal('force/not-yet'))
  })

  test('[FS-18] the book is the secretariat’s, kept by the force generator', async () => {
    const input = { names: 'Elsewhere', at: now(), ...basis }
    await expect((await world.as('secretary')).mutate(addContacts, input)).rejects.toThrow(
      refusal('force/not-the-force-generator'),
    )
    for (const seat of ['IKD.head', 'RCO.head']) {
      await expect((await world.as(seat)).mutate(addContacts, input)).rejects.toThrow(refusal('missing'))
      await expect((await world.as(seat)).ask(outreachBook, {})).rejects.toThrow(refusal('missing'))
    }
  })
})

describe('what observers are told', () => {
  const told = async () => (await world.as('RCO.head')).ask(forceBoard, {})

  test('[FS-22] totals of what all may see, without a state’s name, as they were at their release', async () => {
    const organiser = await world.as('organiser')
    await expect(organiser.mutate(endTotals, {})).rejects.toThrow(refusal('force/no-totals'))
    const toAll = await force.released(await force.anOffer({ to: battalion, offered: [100, 120], title: 'Seen' }), {
      audience: 'ALL',
    })
    const toStates = await force.released(await force.anOffer({ to: battalion, offered: [50, 50] }))
    await force.accepted(toAll, battalion, [100, 120])
    await force.accepted(toStates, battalion, [50, 50])
    await organiser.mutate(releaseTotals, { phaseIds: [force.two], rows: 'ELEMENTS' })
    const before = await told()
    const total = { required: 700, filled: 120, firm: 120, conditional: 0, indicated: 0, gap: 580, surplus: 0 }
    expect(before).toMatchObject({
      view: 'TOTALS',
      totals: {
        releasedAt: world.clock.now.toISOString(),
        content: {
          figures: 'CUMULATIVE_AT_MILESTONE',
          phases: [{ name: 'Phase 2', targetDate: '2027-12-31', total }],
          rows: [{ name: 'Infantry battalion', isCapability: false, strengths: [total] }],
        },
      },
    })
    const words = JSON.stringify(before)
    for (const word of ['Phase 1', 'Seen', 'IKD', 'Iskandra', world.delegation('IKD'), toAll, battalion])
      expect(words).not.toContain(word)

    world.clock.pass(60_000)
    await (await world.as('IKD.head')).mutate(moveOffer, { offerId: toAll, ...aWithdrawal })
    await force.anElement([5, 5], { name: 'Came later' })
    expect(await told()).toEqual(before)

    await organiser.mutate(releaseTotals, { phaseIds: [force.one, force.two], rows: 'CAPABILITIES' })
    const after = must((await told()).totals)
    expect(after.content.phases.map((phase) => phase.total.filled)).toEqual([0, 0])
    expect(after.content.rows.map(({ name, isCapability }) => [name, isCapability])).toEqual([['MANOEUVRE', true]])
    expect(JSON.stringify(after)).not.toContain('Came later')
    await organiser.mutate(endTotals, {})
    expect(await told()).toEqual({ view: 'TOTALS', totals: null })
    await expect(organiser.mutate(endTotals, {})).rejects.toThrow(refusal('force/no-totals'))
    const none = { phaseIds: ['A'.repeat(22)], rows: 'NONE' } as const
    await expect(organiser.mutate(releaseTotals, none)).rejects.toThrow(refusal('missing'))
  })
})

describe('a delegation that everybody has left', () => {
  test('[FS-21] [SEC-021] what it had not released is closed to whoever comes; what it had released stays', async () => {
    const kept = await force.anOffer({ seat: 'MQS.drafter', to: battalion, offered: [60, 60], title: 'Quiet company' })
    const shown = await force.released(
      await force.anOffer({ seat: 'MQS.drafter', to: battalion, offered: [40, 40], title: 'Shown company' }),
      { seat: 'MQS.head', audience: 'SECRETARIAT' },
    )
    const limit = { category: 'TASK', effect: 'PROHIBITION', sectors: [], startsOn: null, endsOn: null } as const
    const head = await world.as('MQS.head')
    const aLimit = (text: string, audience: 'NONE' | 'SECRETARIAT') =>
      head.mutate(setCaveat, { offerId: shown, ...limit, text, audience, recipientIds: [] })
    await aLimit('Known to Marqesh alone.', 'NONE')
    await aLimit('Known to the secretariat.', 'SECRETARIAT')
    const organiser = await world.as('organiser')
    for (const seat of ['deputy', 'drafter', 'notetaker', 'head'])
      await organiser.mutate(endAccreditation, { accreditationId: world.accreditation(`MQS.${seat}`) })
    world.clock.pass(60_000)

    const { token } = await invited(organiser, { delegationId: world.delegation('MQS'), role: 'HEAD' })
    const browser = aBrowser()
    await world.anonymous.mutate(acceptInvitation, { token, name: 'A Stranger', password: sentence, browser })
    const { id } = await world.database.prisma.login.findFirstOrThrow({ where: { person: { name: 'A Stranger' } } })
    const actor = await inTransaction(world.database, 'engine', (tx) => loadActor(tx, id, world.clock.now))
    const stranger = world.runtime.caller(must(actor))

    const { offers } = await stranger.ask(forceOwn, {})
    expect(offers.map(({ title }) => title)).toEqual(['Shown company'])
    await expect(stranger.ask(offerView, { offerId: kept })).rejects.toThrow(refusal('missing'))
    for (const seat of ['IKD.head', 'organiser'])
      expect(JSON.stringify(await seenBy(world, seat))).not.toContain('Quiet company')
    const view = await stranger.ask(offerView, { offerId: shown })
    expect(view.caveats.map(({ text }) => text)).toEqual(['Known to the secretariat.'])
    expect(view.steps.map(({ kind }) => kind)).toEqual(['RELEASED'])

    const later = { offerId: shown, ...limit, text: 'Written afterwards.', recipientIds: [] } as const
    await stranger.mutate(setCaveat, { ...later, audience: 'NONE' })
    await stranger.mutate(moveOffer, { offerId: shown, ...aWithdrawal })
    const again = await stranger.ask(offerView, { offerId: shown })
    expect(again.caveats.map(({ text }) => text)).toEqual(['Known to the secretariat.', 'Written afterwards.'])
    expect((await organiser.ask(offerView, { offerId: shown })).status).toBe('WITHDRAWN')
  })
})
