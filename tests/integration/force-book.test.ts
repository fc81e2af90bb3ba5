import { afterAll, beforeAll, expect, test } from 'vitest'
import { addContacts, outreachBook, recordContact, strikeContactStep } from '#app/features/force/contract.ts'
import { bookAsOf } from '#app/features/force/outreach-list.ts'
import { must } from '#app/kernel/must.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
  const names = 'Iskandra\nNowhere Land'
  await (await world.as('organiser')).mutate(addContacts, { names, at: now(), ...basis })
})
afterAll(() => world.close())

const basis = { basisKind: 'DEMARCHE', basisReference: null } as const
const now = () => world.clock.now.toISOString()
const book = async () => (await world.as('secretary')).ask(outreachBook, {})

test('[FS-18] a name that is typed otherwise is the same state, and so is another name of its delegation', async () => {
  const keeper = await world.as('organiser')
  const before = (await book()).contacts.length
  const names = 'NOWHERE LAND\nnowhere-land\niskandra\n — \nTellmark\ntéllmark'
  expect(await keeper.mutate(addContacts, { names, at: now(), ...basis })).toEqual({ added: 2, known: 4 })
  const again = { names: 'tellmark', at: now(), ...basis }
  expect(await keeper.mutate(addContacts, again)).toEqual({ added: 0, known: 1 })
  const { contacts } = await book()
  expect(contacts).toHaveLength(before + 2)
  expect(await keeper.mutate(addContacts, { names: 'ESTMARK', at: now(), ...basis })).toEqual({ added: 1, known: 0 })
  const seat = must((await book()).contacts.find(({ name }) => name === 'ESTMARK'))
  expect(seat.delegationId).toBe(world.delegation('ESM'))
  const { names: registered } = await world.database.prisma.delegation.findUniqueOrThrow({
    where: { id: world.delegation('ESM') },
  })
  for (const name of Object.values(registered as Record<string, string>))
    expect(await keeper.mutate(addContacts, { names: name, at: now(), ...basis })).toEqual({ added: 0, known: 1 })
})

test('[FS-33] a wrong entry is struck once, stays in the book with who struck it, and can be written anew', async () => {
  const keeper = await world.as('organiser')
  await keeper.mutate(addContacts, { names: 'Farland', at: now(), ...basis })
  const farland = async () => must((await book()).contacts.find(({ name }) => name === 'Farland'))
  const { contactId, steps } = await farland()
  const wrong = { contactId, at: now(), basisKind: 'LETTER', basisReference: 'NV/9', note: 'Of another.' } as const
  world.clock.pass(1)
  await keeper.mutate(recordContact, { ...wrong, at: now(), status: 'DECLINED' })
  const { stepId } = must((await farland()).steps.at(-1))
  await expect((await world.as('secretary')).mutate(strikeContactStep, { stepId })).rejects.toThrow(
    refusal('force/not-the-force-generator'),
  )
  await expect((await world.as('IKD.head')).mutate(strikeContactStep, { stepId })).rejects.toThrow(refusal('missing'))
  world.clock.pass(60_000)
  await keeper.mutate(strikeContactStep, { stepId })
  const struck = must((await farland()).steps.at(-1))
  expect(struck).toMatchObject({ status: 'DECLINED', note: 'Of another.', struck: { at: now() } })
  expect(struck.struck?.by).toBe(struck.recordedBy)
  expect(bookAsOf(await book(), now()).standings.find(({ contact }) => contact.name === 'Farland')?.standing).toBe(
    'APPROACHED',
  )
  await expect(keeper.mutate(strikeContactStep, { stepId })).rejects.toThrow(refusal('force/struck-already'))
  await expect(keeper.mutate(strikeContactStep, { stepId: 'A'.repeat(22) })).rejects.toThrow(refusal('missing'))

  const { approached } = bookAsOf(await book(), now()).figures
  await keeper.mutate(strikeContactStep, { stepId: must(steps[0]).stepId })
  expect(bookAsOf(await book(), now())).toMatchObject({
    figures: { approached: approached - 1 },
    withoutEntry: [{ name: 'Farland' }],
  })
  expect(await keeper.mutate(addContacts, { names: 'farland', at: now(), ...basis })).toEqual({ added: 1, known: 0 })
  expect(bookAsOf(await book(), now()).figures.approached).toBe(approached)
  expect((await farland()).steps).toHaveLength(3)
})

test('[FS-33] the database lets an entry be struck, and nothing else of it be changed', async () => {
  const { forceContactStep } = world.database.prisma
  const { id, note, recordedBy } = await forceContactStep.findFirstOrThrow({ where: { struckAt: null } })
  const struck = { struckAt: world.clock.now, struckBy: recordedBy }
  const change = async (data: object) => forceContactStep.update({ where: { id }, data })
  await expect(change({ note: 'Other' })).rejects.toThrow('is final')
  await expect(change({ ...struck, note: 'Other' })).rejects.toThrow('is final')
  await expect(change({ struckAt: struck.struckAt })).rejects.toThrow('is final')
  await change(struck)
  await expect(change({ struckAt: null, struckBy: null })).rejects.toThrow('is final')
  expect(await forceContactStep.findUniqueOrThrow({ where: { id } })).toMatchObject({ ...struck, note })
})

test('times of no conference are refused beside their field, and so are more names than anybody pastes', async () => {
  const keeper = await world.as('organiser')
  const { contactId } = must((await book()).contacts[0])
  const entry = { contactId, status: 'INTERESTED', ...basis, note: null } as const
  for (const at of ['0000-01-01T00:00:00Z', '1899-12-31T23:59:59Z', '2201-01-01T00:00:00Z'])
    for (const asked of [
      keeper.mutate(recordContact, { ...entry, at }),
      keeper.mutate(addContacts, { names: 'Early', at, ...basis }),
    ])
      await expect(asked).rejects.toMatchObject({ fields: [{ path: 'at', code: 'field/year' }] })
  const many = (count: number) => Array.from({ length: count }, (_, place) => `State ${place}`).join('\n')
  await expect(keeper.mutate(addContacts, { names: many(501), at: now(), ...basis })).rejects.toMatchObject({
    fields: [{ path: 'names', code: 'force/too-many-names' }],
  })
  expect(await keeper.mutate(addContacts, { names: many(500), at: now(), ...basis })).toEqual({
    added: 500,
    known: 0,
  })
})
