import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  addDelegation,
  admitAsParticipant,
  amendConference,
  amendDelegation,
  changeRole,
  conferenceList,
  conferenceView,
  createConference,
  drawLot,
  endAccreditation,
  giveRights,
  ownDelegation,
  people,
  recordCredentials,
  recordWithdrawal,
  roster,
  shellView,
} from '#app/features/conference/contract.ts'
import { openNote } from '#app/features/notes/contract.ts'
import { anItem } from '#tests/support/agenda.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.revocations.length = 0
})

const aDelegation = {
  names: { en: 'Norrvik' },
  timeZone: 'Europe/Oslo',
  categories: [],
  code: 'NRV',
  kind: 'STATE' as const,
}
const codes = async () => (await (await world.as('secretary')).ask(roster, {})).delegations.map(({ code }) => code)

describe('setting up', () => {
  const input = {
    names: { en: 'Second Conference' },
    shortName: 'PC.2',
    symbolRoot: 'TSF/PC.2',
    kind: 'MAIN_PLANNING_CONFERENCE' as const,
    venueName: 'Centre',
    city: 'Port Marrow',
    timeZone: 'Asia/Qatar',
    startsOn: '2027-01-10',
    endsOn: '2027-01-12',
  }

  test('[CF-1] an organiser sets up a conference and acts as its organiser from then on', async () => {
    const organiser = await world.as('organiser')
    const { conferenceId, accreditationId } = await organiser.mutate(createConference, input)
    const shell = await (await world.as('organiser')).ask(shellView, {})
    expect(shell.conference?.conferenceId).toBe(conferenceId)
    expect(shell.acting).toMatchObject({ accreditationId, role: 'ORGANISER' })
    expect((await (await world.as('organiser')).ask(conferenceList, {})).conferences).toHaveLength(2)
    await world.database.prisma.login.update({
      where: { id: world.login('organiser') },
      data: { accreditationId: world.accreditation('organiser') },
    })
  })

  test('[CF-13] a conference begins with a third as its quorum, and its organiser changes it', async () => {
    const organiser = await world.as('organiser')
    expect(await organiser.ask(conferenceView, {})).toMatchObject({ quorum: 'THIRD' })
    const { symbolRoot: _, ...fields } = input
    world.changes.length = 0
    await organiser.mutate(amendConference, { ...fields, quorum: 'MAJORITY' })
    // An open desk counts against it from this moment on.
    expect(world.changes.map(({ query }) => query)).toContain('agenda.desk')
    expect(await organiser.ask(conferenceView, {})).toMatchObject({ quorum: 'MAJORITY' })
    await expect((await world.as('floor')).mutate(amendConference, { ...fields, quorum: 'HALF' })).rejects.toThrow(
      refusal('conference/not-a-manager'),
    )
  })

  test('[CF-1] nobody else does, and the refusal says who can', async () => {
    await expect((await world.as('secretary')).mutate(createConference, input)).rejects.toThrow(
      refusal('conference/not-an-organiser'),
    )
  })

  test('a conference that ends before it begins is refused by the field that is wrong', async () => {
    const bad = (await world.as('organiser')).mutate(createConference, { ...input, endsOn: '2027-01-01' })
    await expect(bad).rejects.toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path: 'endsOn' })] }),
    )
  })

  test('[CF-2] for a delegation and an observer the management pages do not exist', async () => {
    for (const seat of ['IKD.head', 'RCO.head']) {
      const other = await world.as(seat)
      for (const query of [conferenceView, people])
        await expect(other.ask(query, {})).rejects.toThrow(refusal('missing'))
      await expect(other.mutate(addDelegation, aDelegation)).rejects.toThrow(refusal('missing'))
    }
    await expect((await world.as('floor')).mutate(addDelegation, aDelegation)).rejects.toThrow(
      refusal('conference/not-a-manager'),
    )
  })
})

describe('delegations and their order', () => {
  test('[CF-3][CF-4][EC-8] a lot orders everybody; who joins late is seated in order', async () => {
    const secretary = await world.as('secretary')
    await secretary.mutate(drawLot, { drawn: 'IKD' })
    expect(await codes()).toEqual(['IKD', 'MQS', 'ESM', 'IRR', 'RCO'])
    await secretary.mutate(addDelegation, aDelegation)
    expect(await codes()).toEqual(['IKD', 'MQS', 'NRV', 'ESM', 'IRR', 'RCO'])
  })

  test('[CF-3] a lot drawn by the machine names one of the states', async () => {
    const { drawn } = await (await world.as('secretary')).mutate(drawLot, { drawn: '' })
    expect(['IKD', 'MQS', 'NRV', 'ESM']).toContain(drawn)
    expect((await codes())[0]).toBe(drawn)
  })

  test('[CF-12] a code is given once, whatever its case, and the field says so', async () => {
    const twice = (await world.as('secretary')).mutate(addDelegation, { ...aDelegation, code: 'ikd' })
    await expect(twice).rejects.toThrow(refusal('conference/code-taken'))
  })

  test('[CF-4][EC-7] a renamed delegation keeps its place until the next lot', async () => {
    const before = await codes()
    const secretary = await world.as('secretary')
    const delegationId = world.delegation('MQS')
    await secretary.mutate(amendDelegation, {
      delegationId,
      code: 'MQS',
      names: { en: 'Aardland' },
      timeZone: 'Asia/Amman',
      categories: [],
    })
    expect(await codes()).toEqual(before)
    await secretary.mutate(drawLot, { drawn: 'A' })
    expect((await codes())[0]).toBe('MQS')
  })

  test('[EC-12] delegations with similar names are told apart by code and full name', async () => {
    const secretary = await world.as('secretary')
    const similar = { timeZone: 'UTC', categories: [], kind: 'STATE' as const }
    await secretary.mutate(addDelegation, {
      ...similar,
      code: 'ETH',
      names: { en: 'East Tharsia' },
      formalNames: { en: 'Republic of East Tharsia' },
    })
    await secretary.mutate(addDelegation, {
      ...similar,
      code: 'WTH',
      names: { en: 'West Tharsia' },
      formalNames: { en: 'Kingdom of West Tharsia' },
    })
    const { delegations } = await secretary.ask(roster, {})
    expect(
      delegations
        .filter(({ names }) => names.en?.endsWith('Tharsia'))
        .map(({ code, formalNames }) => [code, formalNames.en]),
    ).toEqual(
      expect.arrayContaining([
        ['ETH', 'Republic of East Tharsia'],
        ['WTH', 'Kingdom of West Tharsia'],
      ]),
    )
  })

  test('[CF-5][EC-5] contested credentials leave every right in place, rejected ones end them', async () => {
    const secretary = await world.as('secretary')
    const { itemId } = await anItem(world)
    const delegationId = world.delegation('ESM')
    await secretary.mutate(recordCredentials, { delegationId, credentials: 'CONTESTED', form: '' })
    await expect(
      (await world.as('ESM.notetaker')).mutate(openNote, { itemId, scope: 'DELEGATION' }),
    ).resolves.toBeDefined()
    const noteTaker = await world.as('ESM.notetaker')
    await secretary.mutate(recordCredentials, { delegationId, credentials: 'REJECTED', form: '' })
    await expect(noteTaker.mutate(openNote, { itemId, scope: 'DELEGATION' })).rejects.toThrow(refusal('signed-out'))
    expect(world.revocations.length).toBeGreaterThan(0)
  })
})

describe('people', () => {
  test('[CF-7][EC-3] a head gives a deputy the right to table and takes it, an organiser does neither', async () => {
    const accreditationId = world.accreditation('IKD.deputy')
    const head = await world.as('IKD.head')
    await head.mutate(giveRights, { accreditationId, rights: ['SPEAK', 'EDIT_DELEGATION'] })
    const { members } = await head.ask(ownDelegation, {})
    expect(members.find((member) => member.accreditationId === accreditationId)?.rights).toEqual([
      'SPEAK',
      'EDIT_DELEGATION',
    ])
    const organiser = await world.as('organiser')
    await expect(organiser.mutate(giveRights, { accreditationId, rights: ['TABLE'] })).rejects.toThrow(
      refusal('conference/head-gives-rights'),
    )
    const other = await world.as('MQS.head')
    await expect(other.mutate(giveRights, { accreditationId, rights: ['TABLE'] })).rejects.toThrow(refusal('missing'))
    const drafter = world.accreditation('IKD.drafter')
    await head.mutate(giveRights, { accreditationId: drafter, rights: ['SPEAK', 'TABLE', 'PLEDGE', 'BREAK_SILENCE'] })
    const rights = (await head.ask(ownDelegation, {})).members.find((each) => each.accreditationId === drafter)?.rights
    expect(rights).toEqual(['SPEAK'])
    const own = { accreditationId: world.accreditation('IKD.head'), rights: [] }
    await expect(head.mutate(giveRights, own)).rejects.toThrow(refusal('conference/head-has-all'))
  })

  test('[CF-6][EC-3] naming another head makes the former one deputy', async () => {
    const secretary = await world.as('secretary')
    await secretary.mutate(changeRole, { accreditationId: world.accreditation('MQS.deputy'), role: 'HEAD' })
    expect((await world.as('MQS.deputy')).actor).toMatchObject({ acting: { role: 'HEAD' } })
    expect((await world.as('MQS.head')).actor).toMatchObject({ acting: { role: 'DEPUTY_HEAD' } })
  })

  test('[CF-8][EC-6] an accreditation that is ended acts no more and its sockets are told', async () => {
    const drafter = await world.as('IKD.drafter')
    const accreditationId = world.accreditation('IKD.drafter')
    await (await world.as('IKD.head')).mutate(endAccreditation, { accreditationId })
    expect(world.revocations).toContainEqual(expect.objectContaining({ scope: 'accreditation', id: accreditationId }))
    const { itemId } = await anItem(world)
    await expect(drafter.mutate(openNote, { itemId, scope: 'DELEGATION' })).rejects.toThrow(refusal('signed-out'))
  })

  test('nobody ends their own accreditation', async () => {
    const head = await world.as('IKD.head')
    await expect(head.mutate(endAccreditation, { accreditationId: world.accreditation('IKD.head') })).rejects.toThrow(
      refusal('conference/not-oneself'),
    )
  })

  test('[CF-11] another delegation’s roster names no person', async () => {
    const shown = JSON.stringify(await (await world.as('IKD.head')).ask(roster, {}))
    expect(shown).not.toContain('MQS.head person')
    await expect((await world.as('RCO.head')).ask(roster, {})).rejects.toThrow(refusal('missing'))
  })

  test('[CF-9][EC-10] an observer admitted as participant has the rights of one from now on', async () => {
    await (await world.as('secretary')).mutate(admitAsParticipant, { delegationId: world.delegation('RCO') })
    const head = await world.as('RCO.head')
    expect(head.actor).toMatchObject({
      acting: { side: 'state', role: 'HEAD', readSince: world.clock.now.toISOString() },
    })
    await expect(head.ask(roster, {})).resolves.toBeDefined()
  })

  test('[CF-10][EC-9] a delegation that leaves is marked, not removed, and its members’ access ends', async () => {
    await (await world.as('secretary')).mutate(recordWithdrawal, { delegationId: world.delegation('MQS') })
    const { delegations } = await (await world.as('secretary')).ask(roster, {})
    expect(delegations.find(({ code }) => code === 'MQS')?.step).toBe('WITHDRAWN')
    await expect(world.as('MQS.notetaker')).rejects.toThrow('is not signed in')
  })
})
