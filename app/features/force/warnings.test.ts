import { expect, test } from 'vitest'
import type { Figures } from './figures.ts'
import { endings } from './pipeline.ts'
import { dropIn, type ForceInSight, type WarnedLine, type WarnedOffer, warningsOf } from './warnings.ts'

const line = (elementId: string, offered: Figures, more: Partial<WarnedLine> = {}): WarnedLine => ({
  elementId,
  offered,
  unit: null,
  note: null,
  decision: null,
  ...more,
})
const offer = (offerId: string, lines: WarnedLine[], more: Partial<WarnedOffer> = {}): WarnedOffer => ({
  offerId,
  delegationId: 'IKD',
  kind: 'TROOPS',
  status: 'PLEDGED',
  availableFrom: null,
  attachedToId: null,
  lines,
  conditions: [],
  ...more,
})
const found = (offers: WarnedOffer[], more: Partial<ForceInSight> = {}) =>
  warningsOf({
    figures: 'CUMULATIVE_AT_MILESTONE',
    phases: [
      { phaseId: 'PH1', targetDate: '2027-03-31' },
      { phaseId: 'PH2', targetDate: '2027-12-31' },
    ],
    elements: [
      { elementId: 'battalion', capability: 'MANOEUVRE', required: { PH1: 700, PH2: 1_400 } },
      { elementId: 'formed', capability: 'FORMED_POLICE', required: { PH1: 360, PH2: 620 } },
      { elementId: 'military', capability: 'MILITARY_POLICE', required: { PH1: 360, PH2: 620 } },
    ],
    offers,
    caveats: [],
    today: '2026-10-21',
    ...more,
  })
const codes = (...of: Parameters<typeof found>) => found(...of).map(({ code, offerId }) => [code, offerId])

test('[FS-16] offers that are in order warn of nothing', () => {
  expect(found([offer('a', [line('battalion', { PH1: 300, PH2: 700 }, { unit: '2nd Battalion' })])])).toEqual([])
})

test('[FS-16] the same unit in two lines of one state is warned of, however its name is typed', () => {
  const named = (unit: string, elementId = 'battalion') => line(elementId, { PH1: 100, PH2: 100 }, { unit })
  expect(
    found([
      offer('a', [named('3e Régiment d’infanterie')]),
      offer('b', [named('3E REGIMENT  D INFANTERIE', 'military')]),
    ]),
  ).toEqual([
    {
      code: 'unit-named-twice',
      offerId: 'b',
      elementId: 'military',
      params: { unit: '3E REGIMENT  D INFANTERIE', otherOfferId: 'a', otherElementId: 'battalion' },
    },
  ])
  expect(codes([offer('a', [named('الكتيبة الأولى')]), offer('b', [named('الكتيبة الاولى')])])).toEqual([
    ['unit-named-twice', 'b'],
  ])
  expect(
    found([offer('a', [named('–'), named('–', 'military')]), offer('b', [named('1'), named('11', 'military')])]),
  ).toEqual([])
})

test('[FS-16] a unit that goes from one element to another between phases is not there twice', () => {
  const moves = [
    line('battalion', { PH1: 100, PH2: 0 }, { unit: 'Company A', note: 'goes on to the police' }),
    line('military', { PH1: 0, PH2: 100 }, { unit: 'Company A' }),
  ]
  expect(found([offer('a', moves)])).toEqual([])
})

test('[FS-16] two states naming one unit in one element are warned of, unless one is attached to the other', () => {
  const named = (elementId: string) => [line(elementId, { PH1: 100, PH2: 100 }, { unit: 'Joint Battalion' })]
  const other = { delegationId: 'ESM' }
  expect(codes([offer('a', named('battalion')), offer('b', named('battalion'), other)])).toEqual([
    ['unit-named-twice', 'b'],
  ])
  expect(
    found([offer('a', named('battalion')), offer('b', named('battalion'), { ...other, attachedToId: 'a' })]),
  ).toEqual([])
  expect(found([offer('a', named('battalion')), offer('b', named('military'), other)])).toEqual([])
})

test('[FS-16] an increment that repeats all that stood before is a phase counted twice', () => {
  const stated = { figures: 'INCREMENTAL' as const }
  expect(found([offer('a', [line('battalion', { PH1: 500, PH2: 500 })])], stated)).toEqual([
    { code: 'phase-counted-twice', offerId: 'a', elementId: 'battalion', params: { phaseId: 'PH2', figure: 500 } },
  ])
  expect(found([offer('a', [line('battalion', { PH1: 500, PH2: 200 })])], stated)).toEqual([])
  expect(found([offer('a', [line('battalion', { PH1: 500, PH2: 500 })])])).toEqual([])
})

test('[FS-16] a cumulative line that begins with what the state’s others brought before is a phase counted twice', () => {
  const others = [
    offer('a', [line('battalion', { PH1: 300, PH2: 300 })]),
    offer('b', [line('battalion', { PH1: 200, PH2: 250 })]),
  ]
  expect(codes([...others, offer('c', [line('battalion', { PH1: 0, PH2: 500 })])])).toEqual([
    ['phase-counted-twice', 'c'],
  ])
  expect(found([...others, offer('c', [line('battalion', { PH2: 350 })])])).toEqual([])
  expect(found([...others, offer('c', [line('battalion', { PH2: 500 })], { delegationId: 'ESM' })])).toEqual([])
  const relieved = [offer('a', [line('battalion', { PH1: 300, PH2: 0 }, { note: 'relieved by c' })])]
  expect(found([...relieved, offer('c', [line('battalion', { PH2: 300 })])])).toEqual([])
})

test('[FS-16] [EC-84] police for troops and troops for formed police are warned of, until it was decided', () => {
  const here = (elementId: string, decision: string | null = null) => [
    line(elementId, { PH1: 60, PH2: 60 }, { decision }),
  ]
  const police = { kind: 'POLICE' as const }
  expect(found([offer('a', here('battalion'), police)])).toEqual([
    {
      code: 'kind-does-not-fit',
      offerId: 'a',
      elementId: 'battalion',
      params: { kind: 'POLICE', capability: 'MANOEUVRE' },
    },
  ])
  expect(codes([offer('a', here('formed'))])).toEqual([['kind-does-not-fit', 'a']])
  expect(
    found([offer('a', here('military')), offer('b', here('formed'), police), offer('c', here('military'), police)]),
  ).toEqual([])
  expect(found([offer('a', here('battalion', 'Guards the headquarters'), police)])).toEqual([])
})

test('[FS-16] an offer above what its element requires is warned of at the first such milestone', () => {
  expect(found([offer('a', [line('formed', { PH1: 360, PH2: 700 })], { kind: 'POLICE' })])).toEqual([
    {
      code: 'above-requirement',
      offerId: 'a',
      elementId: 'formed',
      params: { phaseId: 'PH2', offered: 700, required: 620 },
    },
  ])
  const increments = [offer('a', [line('formed', { PH1: 300, PH2: 680 })], { kind: 'POLICE' })]
  expect(found(increments, { figures: 'INCREMENTAL' })).toEqual([])
})

test('[FS-16] what is available after the target date of a phase in which it is counted is warned of', () => {
  const later = (offered: Figures) => [offer('a', [line('battalion', offered)], { availableFrom: '2027-04-01' })]
  expect(found(later({ PH1: 100, PH2: 200 }))).toEqual([
    {
      code: 'ready-too-late',
      offerId: 'a',
      elementId: 'battalion',
      params: { phaseId: 'PH1', availableFrom: '2027-04-01', targetDate: '2027-03-31' },
    },
  ])
  expect(found(later({ PH1: 0, PH2: 200 }))).toEqual([])
})

test('[FS-16] [EC-75] fewer in a later phase needs a note, where figures are cumulative', () => {
  const fewer = (note: string | null) => [offer('a', [line('battalion', { PH1: 500, PH2: 300 }, { note })])]
  expect(found(fewer(' '))).toEqual([
    { code: 'lower-later', offerId: 'a', elementId: 'battalion', params: { phaseId: 'PH2', earlier: 500, later: 300 } },
  ])
  expect(found(fewer('One company leaves'))).toEqual([])
  expect(found(fewer(null), { figures: 'INCREMENTAL' })).toEqual([])
  expect(dropIn({ PH1: 1, PH2: 2, PH3: 1 }, ['PH1', 'PH2', 'PH3'])).toEqual({ phaseId: 'PH3', earlier: 2, later: 1 })
  expect(dropIn({ PH1: 1, PH2: 1 }, ['PH1', 'PH2'])).toBeNull()
})

test.each(endings)('[FS-16] [EC-78] what is attached to an offer that is %s is an orphan', (status) => {
  const company = offer('b', [line('battalion', { PH1: 100, PH2: 100 })], { delegationId: 'ESM', attachedToId: 'a' })
  const lead = offer('a', [line('battalion', { PH1: 550, PH2: 550 })])
  expect(found([{ ...lead, status }, company])).toEqual([
    { code: 'orphan', offerId: 'b', elementId: null, params: { leadId: 'a', status } },
  ])
  expect(found([lead, company])).toEqual([])
  // A lead that the reader may not see says nothing, whatever became of it.
  expect(found([company])).toEqual([])
})

test('[FS-16] an open condition whose date has passed is warned of, from the day after', () => {
  const condition = (due: string | null, status: 'OPEN' | 'MET' = 'OPEN') =>
    offer('a', [], { conditions: [{ conditionId: 'law', status, due }] })
  expect(found([condition('2026-10-20')])).toEqual([
    { code: 'condition-overdue', offerId: 'a', elementId: null, params: { conditionId: 'law', due: '2026-10-20' } },
  ])
  expect(found([condition('2026-10-21'), condition(null), condition('2026-10-20', 'MET')])).toEqual([])
})

test('[FS-16] [EC-79] a caveat that was declared after the commitment is warned of until it is lifted', () => {
  const caveat = { caveatId: 'night', offerId: 'a', status: 'DECLARED' as const, isLate: true }
  expect(found([offer('a', [])], { caveats: [caveat] })).toEqual([
    { code: 'late-caveat', offerId: 'a', elementId: null, params: { caveatId: 'night' } },
  ])
  const others = [
    { ...caveat, isLate: false },
    { ...caveat, status: 'LIFTED' as const },
    { ...caveat, offerId: 'b' },
  ]
  expect(found([offer('a', [])], { caveats: others })).toEqual([])
})

test('[FS-16] an offer that is over, and an element that is gone, need no look', () => {
  const bad = offer('a', [line('formed', { PH1: 900, PH2: 100 }), line('formed', { PH1: 900, PH2: 100 })])
  expect(found([{ ...bad, status: 'WITHDRAWN' }])).toEqual([])
  expect(found([offer('a', [line('gone', { PH1: 900, PH2: 900 })])])).toEqual([])
})
