import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '#app/features/conference/contract.ts'
import {
  acceptInvitation,
  confirmInvitation,
  declineInvitation,
  delegationNews,
  pendingInvitations,
  renewInvitation,
} from '#app/features/identity/invitation-contract.ts'
import { giveLinks } from '#app/features/imports/contract.ts'
import { must } from '#app/kernel/must.ts'
import { aBrowser } from '#tests/support/identity.ts'
import { confirm, sendTables } from '#tests/support/imports.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const table = [
  'Name,E-mail,Delegation,Role,Badge',
  'A Friend,friend@x.example,IKD,Drafter,IKD-77',
  'Another Friend,other@x.example,IKD,Note-taker,',
  'A Head,head@zmr.example,ZMR,Head,',
  'A Chair,chair@x.example,Secretariat,Co-chair,',
].join('\n')

const emailsOf = async (code: string) => {
  const { delegations } = await (await world.as('organiser')).ask(people, {})
  return must(delegations.find((each) => each.code === code)).members.map(({ email }) => email)
}
const pendingFor = async (seat: Parameters<World['as']>[0]) =>
  (await (await world.as(seat)).ask(pendingInvitations, {})).invitations

test('[IM-9] [SEC-030] whom a table adds to a delegation with a head waits for that head, and the preview counts them', async () => {
  const organiser = await world.as('organiser')
  const before = await emailsOf('IKD')
  const preview = await sendTables(organiser, { delegations: 'Code,Name\nZMR,Zembria\n', participants: table })
  expect(preview.problems).toEqual([])
  expect(preview.counts).toMatchObject({ people: 4, accreditations: 2, requests: 2 })
  const { counts } = await confirm(organiser, preview)
  expect(counts.requests).toBe(2)

  expect(await emailsOf('IKD')).toEqual(before)
  expect(await emailsOf('ZMR')).toEqual(['head@zmr.example'])
  const { links } = await organiser.mutate(giveLinks, {})
  expect(links.map(({ email }) => email).sort()).toEqual(['chair@x.example', 'head@zmr.example'])
  expect((await pendingFor('IKD.head')).map(({ email, step }) => [email, step]).sort()).toEqual([
    ['friend@x.example', 'AWAITING_HEAD'],
    ['other@x.example', 'AWAITING_HEAD'],
  ])
})

test('[SEC-030] every member of the delegation is told; another delegation learns nothing', async () => {
  const { news } = await (await world.as('IKD.notetaker')).ask(delegationNews, {})
  expect(news.map(({ what, name, by }) => [what, name, by])).toContainEqual([
    'awaiting-head',
    'A Friend',
    'secretariat',
  ])
  expect(await pendingFor('ESM.head')).toEqual([])
  expect((await (await world.as('ESM.head')).ask(delegationNews, {})).news).toEqual([])
})

test('[IM-9] somebody who is asked for already is pointed out, by the row', async () => {
  const preview = await sendTables(await world.as('organiser'), { participants: table })
  expect(preview.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, 'E-mail', 'imports/already-invited'],
    [2, 'Badge', 'imports/badge-twice'],
    [3, 'E-mail', 'imports/already-invited'],
    [4, 'E-mail', 'imports/already-member'],
    [4, 'Role', 'imports/second-head'],
    [5, 'E-mail', 'imports/already-member'],
  ])
})

test('[IM-9] a table makes no second head past the one there is', async () => {
  const preview = await sendTables(await world.as('organiser'), {
    participants: 'Name,E-mail,Delegation,Role\nA Rival,rival@x.example,IKD,Head\n',
  })
  expect(preview.problems.map(({ code }) => code)).toEqual(['imports/second-head'])
})

test('[IM-9] [SEC-030] the link opens once the head has confirmed, with the number of the table; the declined one never does', async () => {
  const [organiser, head] = [await world.as('organiser'), await world.as('IKD.head')]
  const pending = await pendingFor('IKD.head')
  const idOf = (address: string) => ({
    invitationId: must(pending.find(({ email }) => email === address)).invitationId,
  })
  const tokenFor = async (address: string) =>
    must((await organiser.mutate(renewInvitation, idOf(address))).path.split('/').at(-1))
  const [token, declined] = [await tokenFor('friend@x.example'), await tokenFor('other@x.example')]
  const accept = (using: string) =>
    world.anonymous.mutate(acceptInvitation, {
      token: using,
      name: 'A Friend',
      password: 'harbour lantern at half past nine',
      browser: aBrowser(),
    })
  await expect(accept(token)).rejects.toThrow(refusal('identity/invitation-awaits-head'))
  await expect(organiser.mutate(confirmInvitation, idOf('friend@x.example'))).rejects.toThrow()
  await head.mutate(confirmInvitation, idOf('friend@x.example'))
  await head.mutate(declineInvitation, idOf('other@x.example'))

  expect(await accept(token)).toMatchObject({ outcome: 'signed-in' })
  await expect(accept(declined)).rejects.toThrow(refusal('identity/invitation-gone'))
  const found = await world.database.prisma.accreditation.findMany({
    where: { conferenceId: world.conferenceId, person: { email: { in: ['friend@x.example', 'other@x.example'] } } },
    select: { badge: true, role: true },
  })
  expect(found).toEqual([{ badge: 'IKD-77', role: 'DRAFTER' }])
})
