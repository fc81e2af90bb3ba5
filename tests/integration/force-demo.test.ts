import { afterAll, beforeAll, expect, test } from 'vitest'
import { balanceOf } from '#app/features/force/board.ts'
import { conditionLinks, forceBoard, forceOwn, outreachBook, setStatement } from '#app/features/force/contract.ts'
import { byFund } from '#app/features/force/money.ts'
import { outreachFigures } from '#app/features/force/outreach.ts'
import { loadActor } from '#app/features/identity/actor.server.ts'
import { demoLogin } from '#app/features/identity/demonstration.server.ts'
import type { Caller } from '#app/kernel/caller.ts'
import { must } from '#app/kernel/must.ts'
import { loadDemonstration } from '#server/demo/loader.ts'
import { documents } from '#server/documents.ts'
import { registry } from '#server/features.ts'
import { createRuntime } from '#server/runtime.ts'
import type { Database } from '#server/store/database.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const now = new Date('2027-03-02T14:37:00.000Z')
let database: Database
let as: (badge: string) => Promise<Caller>
beforeAll(async () => {
  database = await openTestDatabase()
  await loadDemonstration(database, () => {}, now)
  const runtime = createRuntime({
    database,
    registry,
    documents,
    now: () => now,
    onChanged: () => {},
    onRevoked: () => {},
    onOutbox: () => {},
  })
  as = async (badge) => {
    const actor = await inTransaction(database, 'engine', async (tx) => {
      const place = await tx.accreditation.findFirstOrThrow({ where: { badge } })
      return loadActor(tx, await demoLogin(tx, { personId: place.personId, accreditationId: place.id }, now), now)
    })
    return runtime.caller(must(actor))
  }
}, 240_000)
afterAll(() => database.close())

async function factsOf(badge: string) {
  const board = await (await as(badge)).ask(forceBoard, {})
  if (board.view !== 'FACTS') throw new Error('totals only')
  return { ...board, figures: must(board.statement).figures }
}

test.each(['IKD-04', 'ZMR-01', 'SEC-05'])(
  '[DM-9][FS-19] %s reads 3,384 of 5,000 and 6,294 of 10,000',
  async (badge) => {
    const balances = balanceOf(await factsOf(badge))
    expect(balances.map(({ total }) => total)).toEqual([
      { required: 5000, filled: 3384, firm: 3134, conditional: 250, indicated: 80, gap: 1616, surplus: 0 },
      { required: 10000, filled: 6294, firm: 4184, conditional: 2110, indicated: 240, gap: 3706, surplus: 0 },
    ])
  },
)

test('[DM-9][EC-82] the trust fund has 281 of 400 million, 80 of it conditional, 5 more indicated', async () => {
  const { offers, funds } = await factsOf('IKD-04')
  const money = offers.flatMap(({ money: given, status, conditions }) =>
    given ? [{ ...given, status, isConditional: conditions.some((each) => each.status === 'OPEN') }] : [],
  )
  expect(byFund(money, funds)).toEqual([
    {
      fundId: must(funds[0]).fundId,
      currency: 'XTS',
      counted: '281000000.00',
      firm: '201000000.00',
      conditional: '80000000.00',
      indicated: '5000000.00',
      target: '400000000.00',
      gap: '119000000.00',
    },
  ])
})

test('[DM-9][FS-18] 74 states were approached, and where the 26 at the table stand is derived', async () => {
  const book = await (await as('SEC-05')).ask(outreachBook, {})
  const contacts = book.contacts.map(({ delegationId, steps }) => ({
    isAtTable: delegationId !== null,
    steps,
    offers: book.offers.filter((offer) => offer.delegationId === delegationId).map((offer) => offer.steps),
  }))
  const figures = outreachFigures(contacts, now.toISOString())
  expect(figures).toMatchObject({ approached: 74, interested: 26, declined: 8, atTable: 26 })
  expect(figures.atTableByStatus).toMatchObject({
    APPROACHED: 0,
    INTERESTED: 1,
    INDICATED: 2,
    PLEDGED: 14,
    COMMITTED: 9,
  })
  expect(figures.elsewhereByStatus).toMatchObject({ APPROACHED: 40, DECLINED: 8 })
})

test('[DM-9][FS-22] what Iskandra prepares is its own, and observers read phase 1 alone', async () => {
  const [own] = (await (await as('IKD-04')).ask(forceOwn, {})).offers
  expect(own).toMatchObject({ isReleased: false })
  const others = JSON.stringify([await factsOf('ZMR-01'), await factsOf('SEC-05')])
  expect(others).not.toContain(must(own).title)
  const seen = await (await as('RCO-01')).ask(forceBoard, {})
  expect(seen.view).toBe('TOTALS')
  expect(must(seen.totals).content.phases.map(({ name, total }) => [name, total.filled])).toEqual([['Phase 1', 3384]])
  expect(JSON.stringify(seen)).not.toMatch(/Zembria|Iskandra|offerId/)
})

test('[DM-9] Hespera’s company hangs on what its text says of fuel, for all who read both', async () => {
  const { conditions } = await (await as('SEC-05')).ask(conditionLinks, {})
  const linked = conditions.filter(({ link }) => link !== null)
  expect(linked).toHaveLength(1)
  expect(linked[0]).toMatchObject({ title: 'Maintenance and fuel company', link: { kind: 'TEXT', hasChanged: false } })
})

test('[FS-24] the board says when the requirement has changed since the version that was issued', async () => {
  const statement = async () => {
    const board = await (await as('IKD-04')).ask(forceBoard, {})
    return must(board.view === 'FACTS' ? board.statement : null)
  }
  const { title, figures, ...before } = await statement()
  expect(before).toMatchObject({ issued: 1, hasChanged: false })
  await (await as('SEC-14')).mutate(setStatement, { title: `${title}, reviewed`, figures })
  expect(await statement()).toMatchObject({ issued: 1, hasChanged: true })
})
