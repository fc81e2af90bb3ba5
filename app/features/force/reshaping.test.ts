import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '#app/kernel/must.ts'
import type { Decision } from '#app/kernel/policy.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type Figures, figureOf } from './figures.ts'
import {
  type LineMapping,
  mayMerge,
  mayRemove,
  maySplit,
  merge,
  remove,
  type Share,
  type Split,
  type Structure,
  split,
  totalsOf,
} from './reshaping.ts'

const line = (offerId: string, elementId: string, offered: Figures, accepted: Figures = offered) => ({
  offerId,
  elementId,
  offered,
  accepted,
})
const police: Structure = {
  elements: [
    { elementId: 'police', required: { PH1: 360, PH2: 620 } },
    { elementId: 'hospital', required: { PH1: 140, PH2: 210 } },
    { elementId: 'reserve', required: { PH2: 100 } },
  ],
  lines: [
    line('MQS', 'police', { PH1: 180, PH2: 240 }, { PH1: 140, PH2: 200 }),
    line('WTH', 'police', { PH1: 60, PH2: 60 }),
    line('LRV', 'hospital', { PH1: 70, PH2: 105 }),
    line('WTH', 'reserve', { PH2: 20 }, {}),
  ],
}
const inTwo = (more: Partial<Split> = {}): Split => ({
  elementId: 'police',
  parts: [
    { elementId: 'military', required: { PH1: 120, PH2: 140 } },
    { elementId: 'formed', required: { PH1: 240, PH2: 480 } },
  ],
  lines: [
    {
      offerId: 'MQS',
      shares: [
        { to: 'military', offered: { PH1: 60, PH2: 60 }, accepted: { PH1: 20, PH2: 20 } },
        { to: 'formed', offered: { PH1: 120, PH2: 180 }, accepted: { PH1: 120, PH2: 180 } },
      ],
    },
    { offerId: 'WTH', to: 'formed' },
  ],
  ...more,
})
const told = (decision: Decision) =>
  decision.ok ? null : 'code' in decision ? [decision.code, decision.params?.difference] : 'missing'

test('[FS-14] [EC-76] an element is split, its offers follow as mapped, and every total stays', () => {
  const after = split(police, inTwo())
  expect(after.elements.map(({ elementId }) => elementId)).toEqual(['military', 'formed', 'hospital', 'reserve'])
  expect(after.lines.filter(({ elementId }) => elementId === 'formed')).toEqual([
    line('MQS', 'formed', { PH1: 120, PH2: 180 }),
    line('WTH', 'formed', { PH1: 60, PH2: 60 }),
  ])
  expect(totalsOf(after)).toEqual(totalsOf(police))
})

test('[FS-14] a split that leaves a remainder is refused, with the difference', () => {
  const [military, formed] = inTwo().parts
  const parts = [must(military), { ...must(formed), required: { PH1: 220, PH2: 480 } }]
  expect(told(maySplit(police, inTwo({ parts })))).toEqual(['force/parts-differ', 20])
  expect(maySplit(police, inTwo({ parts }))).toMatchObject({
    sentence: 'The parts together require 340, the element 360: 20 apart. Make them equal.',
  })
  const shares = (offered: number, accepted: number): LineMapping[] => [
    { offerId: 'MQS', to: 'formed' },
    {
      offerId: 'WTH',
      shares: [
        { to: 'military', offered: { PH1: offered, PH2: 20 }, accepted: { PH1: accepted, PH2: 20 } },
        { to: 'formed', offered: { PH1: 30, PH2: 40 }, accepted: { PH1: 30, PH2: 40 } },
      ],
    },
  ]
  expect(told(maySplit(police, inTwo({ lines: shares(25, 30) })))).toEqual(['force/shares-of-offer-differ', 5])
  expect(told(maySplit(police, inTwo({ lines: shares(30, 37) })))).toEqual(['force/shares-of-acceptance-differ', 7])
  expect(told(maySplit(police, inTwo({ lines: shares(30, 30) })))).toBeNull()
  expect(() => split(police, inTwo({ parts }))).toThrow(refusal('force/parts-differ'))
})

test('[FS-14] a split says where every offer goes, into parts that are new', () => {
  const [military] = inTwo().parts
  expect(told(maySplit(police, inTwo({ lines: [{ offerId: 'MQS', to: 'formed' }] })))).toEqual([
    'force/offer-without-element',
    undefined,
  ])
  const elsewhere = [...inTwo().lines.slice(0, 1), { offerId: 'WTH', to: 'hospital' }]
  expect(told(maySplit(police, inTwo({ lines: elsewhere })))).toEqual(['force/goes-nowhere', undefined])
  expect(told(maySplit(police, inTwo({ parts: [must(military)] })))).toEqual(['force/split-needs-parts', undefined])
  const taken = [must(military), { elementId: 'hospital', required: { PH1: 240, PH2: 480 } }]
  expect(told(maySplit(police, inTwo({ parts: taken })))).toEqual(['force/element-exists', undefined])
  expect(told(maySplit(police, inTwo({ elementId: 'gone' })))).toBe('missing')
})

test('[FS-1] [FS-14] no part requires less than nobody, though the sum is right', () => {
  const parts = [
    { elementId: 'military', required: { PH1: 380, PH2: 140 } },
    { elementId: 'formed', required: { PH1: -20, PH2: 480 } },
  ]
  expect(told(maySplit(police, inTwo({ parts })))).toEqual(['force/not-a-strength', undefined])
})

test('[FS-1] [FS-14] no share is below zero, and none has more accepted than offered', () => {
  const shares = (one: Figures, other: Figures, accepted: [Figures, Figures]) => [
    { offerId: 'MQS', to: 'formed' },
    {
      offerId: 'WTH',
      shares: [
        { to: 'military', offered: one, accepted: accepted[0] },
        { to: 'formed', offered: other, accepted: accepted[1] },
      ],
    },
  ]
  const below = shares({ PH1: -10, PH2: 60 }, { PH1: 70 }, [{ PH2: 60 }, { PH1: 60 }])
  expect(told(maySplit(police, inTwo({ lines: below })))).toEqual(['force/not-a-strength', undefined])
  const beyond = shares({ PH1: 10, PH2: 60 }, { PH1: 50 }, [{ PH1: 20, PH2: 60 }, { PH1: 40 }])
  expect(told(maySplit(police, inTwo({ lines: beyond })))).toEqual(['force/share-beyond-offer', undefined])
})

test('[FS-14] [EC-76] merged elements are added up, and so are the lines of one offer', () => {
  const after = merge(police, { elementIds: ['police', 'reserve'], into: 'both' })
  expect(after.elements).toEqual([
    { elementId: 'both', required: { PH1: 360, PH2: 720 } },
    { elementId: 'hospital', required: { PH1: 140, PH2: 210 } },
  ])
  expect(after.lines.filter(({ offerId }) => offerId === 'WTH')).toEqual([
    line('WTH', 'both', { PH1: 60, PH2: 80 }, { PH1: 60, PH2: 60 }),
  ])
  expect(totalsOf(after)).toEqual(totalsOf(police))
  expect(merge(police, { elementIds: ['police', 'reserve'], into: 'reserve' }).elements).toHaveLength(2)
})

test('[FS-14] one element is not merged, nor several into one that stands apart', () => {
  expect(told(mayMerge(police, { elementIds: ['police', 'police'], into: 'both' }))).toEqual([
    'force/merge-needs-two',
    undefined,
  ])
  expect(told(mayMerge(police, { elementIds: ['police', 'reserve'], into: 'hospital' }))).toEqual([
    'force/element-exists',
    undefined,
  ])
  expect(told(mayMerge(police, { elementIds: ['police', 'gone'], into: 'both' }))).toBe('missing')
})

test('[FS-14] [EC-76] an element goes when its offers have another to go to; the requirement is lowered and said', () => {
  const wanted = { elementId: 'reserve', lines: [{ offerId: 'WTH', to: 'police' }] }
  expect(told(mayRemove(police, { ...wanted, lines: [] }))).toEqual(['force/offer-without-element', undefined])
  expect(told(mayRemove(police, { ...wanted, lines: [{ offerId: 'WTH', to: 'reserve' }] }))).toEqual([
    'force/goes-nowhere',
    undefined,
  ])
  expect(told(mayRemove(police, { ...wanted, elementId: 'gone' }))).toBe('missing')
  const { lowered, ...after } = remove(police, wanted)
  expect(lowered).toEqual({ PH2: 100 })
  expect(after.lines.find(({ offerId }) => offerId === 'WTH')).toEqual(
    line('WTH', 'police', { PH1: 60, PH2: 80 }, { PH1: 60, PH2: 60 }),
  )
  const { offered, accepted } = totalsOf(police)
  expect(totalsOf(after)).toEqual({ offered, accepted, required: { PH1: 500, PH2: 830 } })
})

test('[FS-14] a line without anybody in it may go with its element', () => {
  const empty = { ...police, lines: [line('ESM', 'reserve', { PH1: 0, PH2: 0 }, {})] }
  expect(remove(empty, { elementId: 'reserve', lines: [] }).lines).toEqual([])
})

const phases = ['PH1', 'PH2', 'PH3']
const anyFigures = fc.record({ PH1: fc.nat(900), PH2: fc.nat(900), PH3: fc.nat(900) })
const anyStructure: fc.Arbitrary<Structure> = fc
  .tuple(
    fc.array(anyFigures, { minLength: 1, maxLength: 5 }),
    fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(5), anyFigures, fc.nat(100)), {
      maxLength: 12,
      selector: ([element, offer]) => `${element} ${offer}`,
    }),
  )
  .map(([required, lines]) => ({
    elements: required.map((figures, index) => ({ elementId: `FE-${index}`, required: figures })),
    lines: lines
      .filter(([element]) => element < required.length)
      .map(([element, offer, offered, percent]) =>
        line(`O-${offer}`, `FE-${element}`, offered, scaled(offered, percent)),
      ),
  }))
const anyAct = fc.record({
  kind: fc.constantFrom('split', 'merge', 'remove'),
  numbers: fc.array(fc.nat(99), { minLength: 9, maxLength: 9 }),
})

const scaled = (figures: Figures, percent: number): Figures =>
  Object.fromEntries(phases.map((phase) => [phase, Math.floor((figureOf(figures, phase) * percent) / 100)]))
const less = (whole: Figures, part: Figures): Figures =>
  Object.fromEntries(phases.map((phase) => [phase, figureOf(whole, phase) - figureOf(part, phase)]))

/** The act that these numbers mean for the structure as it stands; null when there is nothing to do it to. */
function acted(structure: Structure, kind: string, numbers: readonly number[], step: number): Structure | null {
  const { elements, lines } = structure
  const at = (index: number) => must(elements[must(numbers[index]) % elements.length])
  const one = at(0)
  const own = lines.filter(({ elementId }) => elementId === one.elementId)
  if (kind === 'split') {
    const [left, right] = [`L-${step}`, `R-${step}`]
    const required = scaled(one.required, must(numbers[1]))
    const mappings = own.map((each, index): LineMapping => {
      const percent = must(numbers[2 + (index % 7)])
      if (percent < 40) return { offerId: each.offerId, to: percent % 2 === 0 ? left : right }
      const taken = scaled(each.accepted, percent)
      const reserve = scaled(less(each.offered, each.accepted), percent)
      const offered = Object.fromEntries(phases.map((p) => [p, figureOf(taken, p) + figureOf(reserve, p)]))
      const shares: Share[] = [
        { to: left, offered, accepted: taken },
        { to: right, offered: less(each.offered, offered), accepted: less(each.accepted, taken) },
      ]
      return { offerId: each.offerId, shares }
    })
    const parts = [
      { elementId: left, required },
      { elementId: right, required: less(one.required, required) },
    ]
    return split(structure, { elementId: one.elementId, parts, lines: mappings })
  }
  const other = at(1)
  if (other === one) return null
  if (kind === 'merge') return merge(structure, { elementIds: [one.elementId, other.elementId], into: `M-${step}` })
  const { lowered, ...after } = remove(structure, {
    elementId: one.elementId,
    lines: own.map(({ offerId }) => ({ offerId, to: other.elementId })),
  })
  // What is required no longer is asked of another, so that the totals can be compared.
  return {
    ...after,
    elements: after.elements.map((each) =>
      each.elementId === other.elementId
        ? {
            ...each,
            required: Object.fromEntries(phases.map((p) => [p, figureOf(each.required, p) + figureOf(lowered, p)])),
          }
        : each,
    ),
  }
}

test('[FS-14] [EC-76] however often elements are split, merged and removed, totals by phase and by offer stay', () => {
  const figuresOf = (figures: Figures) => phases.map((phase) => figureOf(figures, phase))
  const summary = (structure: Structure) => Object.values(totalsOf(structure)).map(figuresOf)
  const byOffer = ({ lines }: Structure) =>
    [...new Set(lines.map(({ offerId }) => offerId))]
      .sort()
      .map((offerId) => [offerId, summary({ elements: [], lines: lines.filter((each) => each.offerId === offerId) })])
  fc.assert(
    fc.property(anyStructure, fc.array(anyAct, { maxLength: 12 }), (before, acts) => {
      const after = acts.reduce(
        (structure, { kind, numbers }, step) => acted(structure, kind, numbers, step) ?? structure,
        before,
      )
      expect(summary(after)).toEqual(summary(before))
      expect(byOffer(after)).toEqual(byOffer(before))
      const there = new Set(after.elements.map(({ elementId }) => elementId))
      expect(after.lines.every(({ elementId }) => there.has(elementId))).toBe(true)
      for (const { offered, accepted } of after.lines)
        for (const phase of phases) expect(figureOf(accepted, phase)).toBeLessThanOrEqual(figureOf(offered, phase))
      const places = after.lines.map(({ offerId, elementId }) => `${offerId} ${elementId}`)
      expect(new Set(places).size).toBe(places.length)
    }),
  )
})
