import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Contact, outreachFigures, type Reached, standingOf } from './outreach.ts'
import { isOver, type OfferStatus, steps } from './pipeline.ts'

const day = (number: number) => new Date(Date.UTC(2026, 9, number, 9)).toISOString()
const on = (number: number, status: OfferStatus): Reached => ({ status, at: day(number) })
const contact = (entries: Reached[], ...offers: Reached[][]): Contact => ({ isAtTable: true, steps: entries, offers })

test('[FS-18] before it was asked a state stands nowhere; then where the last entry says, backwards too', () => {
  const one = contact([on(2, 'APPROACHED'), on(5, 'INDICATED'), on(9, 'INTERESTED')])
  expect([1, 2, 4, 5, 8, 9, 30].map((number) => standingOf(one, day(number)))).toEqual([
    null,
    'APPROACHED',
    'APPROACHED',
    'INDICATED',
    'INDICATED',
    'INTERESTED',
    'INTERESTED',
  ])
})

test('[FS-18] entries are in force by their time, in whatever order they were written down', () => {
  expect(standingOf(contact([on(9, 'DECLINED'), on(2, 'APPROACHED')]), day(10))).toBe('DECLINED')
  expect(standingOf(contact([on(2, 'APPROACHED'), on(2, 'INTERESTED')]), day(2))).toBe('INTERESTED')
})

test('[FS-18] its furthest offer that is not over goes before what was written down', () => {
  const one = contact(
    [on(1, 'APPROACHED'), on(20, 'INTERESTED')],
    [on(3, 'PLEDGED'), on(8, 'INDICATED')],
    [on(4, 'INDICATED'), on(6, 'COMMITTED'), on(10, 'WITHDRAWN')],
  )
  expect([2, 3, 6, 9, 10, 25].map((number) => standingOf(one, day(number)))).toEqual([
    'APPROACHED',
    'PLEDGED',
    'COMMITTED',
    'COMMITTED',
    'INDICATED',
    'INDICATED',
  ])
})

test('[FS-18] when all its offers are over, the last ending stands until a later entry', () => {
  const one = contact(
    [on(1, 'APPROACHED'), on(12, 'INTERESTED')],
    [on(3, 'PLEDGED'), on(6, 'ENDED')],
    [on(4, 'PLEDGED'), on(8, 'WITHDRAWN')],
  )
  expect([7, 8, 11, 12].map((number) => standingOf(one, day(number)))).toEqual([
    'PLEDGED',
    'WITHDRAWN',
    'WITHDRAWN',
    'INTERESTED',
  ])
  expect(standingOf(contact([], [on(3, 'PLEDGED'), on(6, 'WITHDRAWN')]), day(7))).toBe('WITHDRAWN')
  const atOnce = contact([on(6, 'INTERESTED')], [on(3, 'PLEDGED'), on(6, 'WITHDRAWN')])
  expect(standingOf(atOnce, day(6))).toBe('WITHDRAWN')
})

test('[FS-18] [FS-19] 74 approached are 26 at the table, 40 approached and 8 that declined', () => {
  const asked = on(1, 'APPROACHED')
  const atTable = (number: number, status: OfferStatus): Contact[] =>
    Array.from({ length: number }, () => contact([asked], [on(3, 'INDICATED'), on(4, status)]))
  const elsewhere = (number: number, ...entries: Reached[]): Contact[] =>
    Array.from({ length: number }, () => ({ ...contact([asked, ...entries]), isAtTable: false }))
  const contacts = [
    contact([asked, on(2, 'INTERESTED')]),
    contact([asked, on(2, 'INDICATED')]),
    contact([asked], [on(3, 'PLEDGED'), on(5, 'INDICATED')], [on(4, 'PLEDGED'), on(6, 'WITHDRAWN')]),
    ...atTable(14, 'PLEDGED'),
    ...atTable(9, 'COMMITTED'),
    ...elsewhere(40),
    ...elsewhere(8, on(4, 'DECLINED')),
  ]
  expect(outreachFigures(contacts, day(21))).toMatchObject({
    approached: 74,
    interested: 26,
    declined: 8,
    atTable: 26,
    atTableByStatus: { APPROACHED: 0, INTERESTED: 1, INDICATED: 2, PLEDGED: 14, COMMITTED: 9, DEPLOYED: 0 },
    elsewhereByStatus: { APPROACHED: 40, DECLINED: 8, INTERESTED: 0 },
  })
  expect(outreachFigures(contacts, day(1))).toMatchObject({ approached: 74, interested: 0, declined: 0 })
  expect(outreachFigures(contacts, '2026-09-01T00:00:00.000Z')).toMatchObject({ approached: 0, atTable: 0 })
})

test('[FS-18] whatever happened, everybody who was asked is counted once, and what happens later changes nothing', () => {
  const history = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom<OfferStatus>(...steps, 'DECLINED', 'WITHDRAWN', 'ENDED')),
    { maxLength: 5 },
  )
  const reached = history.map((all) => all.map(([number, status]) => on(number, status)))
  const anyContact = fc.record({ isAtTable: fc.boolean(), steps: reached, offers: fc.array(reached, { maxLength: 3 }) })
  fc.assert(
    fc.property(fc.array(anyContact), fc.integer({ min: 1, max: 28 }), (contacts, number) => {
      const asOf = day(number)
      const figures = outreachFigures(contacts, asOf)
      const counted = [figures.atTableByStatus, figures.elsewhereByStatus].flatMap((all) => Object.values(all))
      expect(counted.reduce((sum, each) => sum + each, 0)).toBe(figures.approached)
      const until = (all: readonly Reached[]) => all.filter(({ at }) => at <= asOf)
      for (const one of contacts) {
        const known = { ...one, steps: until(one.steps), offers: one.offers.map(until) }
        const standing = standingOf(one, asOf)
        expect(standingOf(known, day(30))).toBe(standing)
        const alive = known.offers.some((all) => {
          const last = [...all].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).at(-1)
          return last !== undefined && !isOver(last.status)
        })
        if (alive) expect(standing && !isOver(standing)).toBe(true)
      }
    }),
  )
})
