import { expect, test } from 'vitest'
import type { Caveat, Element, Offer } from '#app/features/force/contract.ts'
import { must } from '#app/kernel/must.ts'
import { caveatMatrix } from './matrix.ts'

const element = (elementId: string, sector: string | null): Element => ({
  elementId,
  serial: 1,
  name: elementId,
  capability: 'MANOEUVRE',
  sector,
  priority: 'ESSENTIAL',
  isCritical: false,
  isIndivisible: false,
  maxContributors: 2,
  specification: null,
  note: null,
  required: { one: 700 },
})
const offer = (offerId: string, elementId: string, persons: number): Offer => ({
  offerId,
  delegationId: offerId,
  kind: 'TROOPS',
  status: 'PLEDGED',
  title: offerId,
  overSince: null,
  availableFrom: null,
  attachedToId: null,
  isReleased: true,
  changedAt: '2026-10-21T08:00:00.000Z',
  lines: [
    {
      elementId,
      unit: null,
      isLead: false,
      note: null,
      decision: null,
      offered: { one: persons },
      accepted: { one: persons },
    },
  ],
  conditions: [],
  money: null,
  measures: null,
  measureUnit: null,
})
const caveat = (offerId: string, change: Partial<Caveat> = {}): Caveat => ({
  caveatId: `${offerId} ${change.category ?? ''}${change.effect ?? ''}`,
  offerId,
  delegationId: offerId,
  category: 'TASK',
  effect: 'PROHIBITION',
  text: 'No forcible collection of weapons.',
  sectors: [],
  startsOn: null,
  endsOn: null,
  status: 'DECLARED',
  declaredAt: '2026-10-20T12:20:00.000Z',
  isLate: false,
  liftedAt: null,
  ...change,
})

const south = element('south', 'Sector South')

test('[FS-26] a cell says for how many of an element a task could not be ordered, and for whom a capital is asked', () => {
  const offers = [offer('ikd', 'south', 550), offer('csr', 'south', 150), offer('tmr', 'south', 20)]
  const caveats = [
    caveat('ikd'),
    caveat('csr', { effect: 'AUTHORISATION_REQUIRED' }),
    caveat('csr', { category: 'LEGAL' }),
  ]
  const [row] = caveatMatrix([south], offers, caveats, 'one')
  expect(must(row).filled).toBe(720)
  expect(must(row).cells.get('TASK')).toMatchObject({ prohibited: 550, onAuthorisation: 150 })
  expect(must(row).cells.get('LEGAL')).toMatchObject({ prohibited: 150, onAuthorisation: 0 })
  expect(must(row).cells.has('COMMAND')).toBe(false)
})

test('[FS-26] a limit of another place is named and keeps nobody from a task here', () => {
  const offers = [offer('ikd', 'south', 700)]
  const caveats = [caveat('ikd', { category: 'GEOGRAPHIC', sectors: ['Sector North'] })]
  const cell = (at: Element) => must(caveatMatrix([at], offers, caveats, 'one')[0]).cells.get('GEOGRAPHIC')
  expect(cell(south)).toMatchObject({ prohibited: 0, bindings: [{ bindsHere: false }] })
  expect(cell({ ...south, sector: null })).toMatchObject({ prohibited: 700 })
})

test('[FS-26] what was lifted binds nobody, and an offer that fills nothing is not in it', () => {
  expect(caveatMatrix([south], [offer('ikd', 'south', 700)], [caveat('ikd', { status: 'LIFTED' })], 'one')).toEqual([])
  const gone: Offer = { ...offer('ikd', 'south', 700), status: 'WITHDRAWN' }
  expect(caveatMatrix([south], [gone], [caveat('ikd')], 'one')).toEqual([])
})
