import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AcceptedLine, asMuchAsLacks, type ElementNow, mayAccept, reserveOf } from './acceptance.ts'
import { endings, isCounted, steps } from './pipeline.ts'

const phases = ['PH1', 'PH2']
const police: ElementNow = {
  serial: 16,
  required: { PH1: 360, PH2: 620 },
  filledByOthers: { PH1: 220, PH2: 480 },
  otherContributors: 2,
  maxContributors: 4,
  isIndivisible: false,
}
const line = (accepted: number, more: Partial<AcceptedLine> = {}): AcceptedLine => ({
  status: 'PLEDGED',
  offered: { PH1: 180, PH2: 180 },
  accepted: { PH1: accepted, PH2: accepted },
  keepsSurplus: false,
  ...more,
})
const refusal = (one: AcceptedLine, element = police) => {
  const decision = mayAccept(one, element, phases)
  return decision.ok ? null : 'code' in decision ? decision.code : 'missing'
}

test('[FS-1] more than was offered is refused', () => {
  expect(refusal(line(181, { keepsSurplus: true }))).toBe('force/more-than-offered')
})

test('[FS-8] [FS-10] [EC-72] of 180 offered where 140 are lacking, 140 are accepted and 40 stay a reserve offer', () => {
  expect(refusal(line(180))).toBe('force/more-than-lacking')
  const accepted = asMuchAsLacks({ PH1: 180, PH2: 180 }, police, phases)
  expect(accepted).toEqual({ PH1: 140, PH2: 140 })
  expect(refusal({ ...line(0), accepted })).toBeNull()
  expect(reserveOf({ PH1: 180, PH2: 180 }, accepted)).toEqual({ PH1: 40, PH2: 40 })
})

test('[FS-8] a surplus is kept by an explicit decision', () => {
  expect(refusal(line(180, { keepsSurplus: true }))).toBeNull()
})

test('[FS-9] an indivisible element is filled whole or not at all', () => {
  const hospital = { ...police, required: { PH1: 180, PH2: 180 }, filledByOthers: {}, isIndivisible: true }
  expect(refusal(line(120), hospital)).toBe('force/indivisible')
  expect(refusal(line(180), hospital)).toBeNull()
  expect(refusal(line(0), hospital)).toBeNull()
})

test('[FS-9] no more states share an element than it says', () => {
  expect(refusal(line(10), { ...police, otherContributors: 4 })).toBe('force/too-many-contributors')
  expect(refusal(line(10), { ...police, otherContributors: 3 })).toBeNull()
})

test.each([...steps, ...endings].filter((status) => !isCounted(status)))(
  '[FS-11] nothing of an offer that is %s is accepted',
  (status) => {
    expect(refusal(line(10, { status }))).toBe('force/nothing-promised')
    expect(refusal(line(0, { status }))).toBeNull()
  },
)

test('[FS-8] [EC-73] of any two who come for the last, taken one after the other, both are accepted to the brim and never beyond', () => {
  const figures = fc.record({ PH1: fc.nat(900), PH2: fc.nat(900) })
  fc.assert(
    fc.property(figures, figures, figures, (required, one, other) => {
      const before = { ...police, required, filledByOthers: {}, otherContributors: 0 }
      const first = asMuchAsLacks(one, before, phases)
      const after = { ...before, filledByOthers: first, otherContributors: 1 }
      const second = asMuchAsLacks(other, after, phases)
      expect(refusal({ ...line(0), offered: one, accepted: first }, before)).toBeNull()
      expect(refusal({ ...line(0), offered: other, accepted: second }, after)).toBeNull()
      for (const phase of ['PH1', 'PH2'] as const)
        expect((first[phase] ?? 0) + (second[phase] ?? 0)).toBe(Math.min(required[phase], one[phase] + other[phase]))
    }),
  )
})
