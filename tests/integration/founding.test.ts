import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createConference } from '#app/features/conference/contract.ts'
import { hashOfToken } from '#app/features/identity/tokens.server.ts'
import { confirmImport } from '#app/features/imports/contract.ts'
import { exampleFile } from '#app/features/imports/example-file.ts'
import type { Caller } from '#app/kernel/caller.ts'
import { confirm, sendFile, sendTables } from '#tests/support/imports.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.revocations.length = 0
})

const login = () => world.database.prisma.login.findUniqueOrThrow({ where: { id: world.login('organiser') } })
const conference = {
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

describe('whoever founds a conference acts in it from then on', () => {
  test.each([
    ['by its form', (caller: Caller) => caller.mutate(createConference, conference)],
    ['from a file', async (caller: Caller) => confirm(caller, await sendFile(caller, exampleFile))],
  ])('[ID-11] [SEC-042] %s, under a new token: the old one is dead', async (_how, found) => {
    const before = await login()
    const { conferenceId, login: renewed } = await found(await world.as('organiser'))
    const now = await login()
    expect(now.tokenHash).not.toBe(before.tokenHash)
    expect(now.tokenHash).toBe(hashOfToken(renewed?.token ?? ''))
    expect((await world.as('organiser')).actor).toMatchObject({ acting: { conferenceId, role: 'ORGANISER' } })
    expect(world.revocations).toContainEqual({ scope: 'login', id: before.id, reason: 'acting-changed' })
    await world.database.prisma.login.update({
      where: { id: before.id },
      data: { accreditationId: world.accreditation('organiser') },
    })
  })

  test('[SEC-042] tables added to a conference change neither capacity nor token', async () => {
    const before = await login()
    const organiser = await world.as('organiser')
    const { login: renewed } = await confirm(
      organiser,
      await sendTables(organiser, { delegations: 'Code,Kind,Name (English)\nQQQ,State,Quarrel\n' }),
    )
    expect(renewed).toBeNull()
    expect((await login()).tokenHash).toBe(before.tokenHash)
  })

  test('[SEC-042] no act of the socket, which could set no cookie', () => {
    expect([createConference.transport, confirmImport.transport]).toEqual(['http', 'http'])
  })
})
