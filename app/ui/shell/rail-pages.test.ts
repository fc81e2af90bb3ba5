import { expect, test } from 'vitest'
import { sides } from '#app/kernel/actor.ts'
import { allPages, barPages, railGroups } from './rail-pages.ts'

const ids = (...given: Parameters<typeof railGroups>) => allPages(railGroups(...given)).map(({ id }) => id)

test('each side has its own pages', () => {
  expect(ids('state')).toEqual([
    'today',
    'agenda',
    'positions',
    'tabled',
    'forces',
    'minutes',
    'delegation',
    'settings',
  ])
  expect(ids('secretariat')).toEqual([
    'desk',
    'agenda',
    'people',
    'tabled',
    'forces',
    'minutes',
    'conferences',
    'settings',
  ])
  expect(ids('observer')).not.toContain('positions')
  expect(ids(undefined)).toEqual(['conferences', 'settings'])
  expect(ids('secretariat', ['people'])).not.toContain('people')
})

test.each(sides)('%s: a phone shows four pages and keeps every other behind the fifth place', (side) => {
  const { shown, more } = barPages(railGroups(side))
  expect(shown).toHaveLength(4)
  expect([...shown, ...more].map(({ id }) => id)).toEqual(ids(side))
})
