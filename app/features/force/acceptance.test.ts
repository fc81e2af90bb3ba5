import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AcceptedLine,
  asMuchAsLacks,
  type ElementNow,
  elementBeside,
  mayAccept,
  reserveOf,
  type Taken,
} from './acceptance.ts'
import { balance } from './balance.ts'
import { atMilestones, type Figures, figureOf, figuresKinds } from './figures.ts'
import { endings, isCounted, steps } from './pipeline.ts'

const phases = ['PH1', 'PH2']
const police: ElementNow = {
  serial: 16,
  figures: 'CUMULATIVE_AT_MILESTONE',
  acceptedNow: {},
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

describe('[FS-8] [FS-13] figures that are increments are compared as they stand at the milestones', () => {
  const increments = (required: Figures, filledByOthers: Figures): ElementNow => ({
    ...police,
    figures: 'INCREMENTAL',
    required,
    filledByOthers,
  })
  const offering = (offered: Figures, accepted = offered): AcceptedLine => ({ ...line(0), offered, accepted })

  test('[FS-13] what lacks since the first phase is filled in the second', () => {
    const element = increments({ PH1: 100 }, { PH1: 50 })
    expect(refusal(offering({ PH2: 50 }), element)).toBeNull()
    expect(asMuchAsLacks({ PH2: 80 }, element, phases)).toEqual({ PH1: 0, PH2: 50 })
  })

  test('[FS-8] [FS-13] a surplus of the first phase is room that the second does not have', () => {
    const element = increments({ PH1: 100, PH2: 100 }, { PH1: 150 })
    expect(refusal(offering({ PH2: 100 }), element)).toBe('force/more-than-lacking')
    expect(refusal(offering({ PH2: 50 }), element)).toBeNull()
    expect(asMuchAsLacks({ PH2: 100 }, element, phases)).toEqual({ PH1: 0, PH2: 50 })
  })

  test('[FS-8] [FS-13] what comes in the first phase takes room in the second', () => {
    const element = increments({ PH1: 100, PH2: 100 }, {})
    expect(refusal(offering({ PH1: 100, PH2: 150 }), element)).toBe('force/together-more-than-lacking')
    expect(asMuchAsLacks({ PH1: 300, PH2: 300 }, increments({ PH1: 100 }, { PH2: 60 }), phases)).toEqual({
      PH1: 40,
      PH2: 0,
    })
  })
})

describe('[FS-37] less than now is always allowed', () => {
  const now: ElementNow = { ...police, acceptedNow: { PH1: 180, PH2: 180 } }
  test('[FS-37] while there is a surplus, in one phase and in both', () => {
    expect(refusal(line(170), now)).toBeNull()
    expect(refusal({ ...line(0), accepted: { PH1: 180, PH2: 150 } }, now)).toBeNull()
    expect(refusal({ ...line(0), offered: { PH1: 200, PH2: 200 }, accepted: { PH1: 181, PH2: 100 } }, now)).toBe(
      'force/more-than-lacking',
    )
  })

  test('[FS-37] where more states share the element than may by now', () => {
    const crowded = { ...now, maxContributors: 2 }
    expect(refusal(line(100), crowded)).toBeNull()
    expect(refusal(line(100), { ...crowded, acceptedNow: { PH1: 100, PH2: 99 } })).toBe('force/too-many-contributors')
  })

  test('[FS-37] [FS-9] of what cannot be divided, down to nothing only; one phase may go on as it is', () => {
    const hospital = { ...now, required: { PH1: 200, PH2: 200 }, filledByOthers: {}, isIndivisible: true }
    expect(refusal(line(100), hospital)).toBe('force/indivisible')
    expect(refusal(line(0), hospital)).toBeNull()
    expect(refusal({ ...line(0), accepted: { PH1: 0, PH2: 180 } }, hospital)).toBeNull()
  })

  test('[FS-37] [FS-13] increments are less where less stands at every milestone', () => {
    const full: ElementNow = { ...now, figures: 'INCREMENTAL', required: { PH1: 100 }, filledByOthers: { PH1: 100 } }
    const offered = { PH1: 200, PH2: 200 }
    const held = { ...full, acceptedNow: { PH1: 100 } }
    expect(refusal({ ...line(0), offered, accepted: { PH2: 100 } }, held)).toBeNull()
    expect(refusal({ ...line(0), offered, accepted: { PH1: 50, PH2: 60 } }, held)).toBe(
      'force/together-more-than-lacking',
    )
  })
})

test('[FS-9] two offers of one state are one contributor, and its own other offer takes no place', () => {
  const taken = (delegationId: string, figure: number): Taken => ({ delegationId, accepted: { PH1: figure } })
  const others = [taken('IKD', 10), taken('IKD', 20), taken('ESM', 5), taken('QSR', 0), taken('LRV', 30)]
  const beside = elementBeside(police, 'CUMULATIVE_AT_MILESTONE', taken('LRV', 0), others)
  expect([beside.otherContributors, beside.filledByOthers]).toEqual([2, { PH1: 65 }])
})

test('[FS-8] [FS-13] [FS-37] what is accepted without a decision never makes a surplus, nor a larger one', () => {
  const increments = fc.record({ PH1: fc.nat(300), PH2: fc.nat(300), PH3: fc.nat(300) })
  const kind = fc.constantFrom(...figuresKinds)
  const three = ['PH1', 'PH2', 'PH3']
  const surplusOf = (required: Figures, all: readonly Figures[], figures: ElementNow['figures']) => {
    const at = (stated: Figures) => atMilestones(stated, three, figures)
    const requirement = { elementId: 'E', capability: 'OTHER', sector: null, required: at(required) }
    const offers = all.map((accepted) => ({
      delegationId: 'IKD',
      status: 'PLEDGED' as const,
      isConditional: false,
      lines: [{ elementId: 'E', offered: at(accepted), accepted: at(accepted) }],
    }))
    return balance(three, [requirement], offers).map(({ total }) => total.surplus)
  }
  const wanted = fc.option(increments, { freq: 3 })
  let [taken, refused] = [0, 0]
  fc.assert(
    fc.property(kind, increments, increments, increments, increments, wanted, (...given) => {
      const [figures, required, others, now, offered, asked] = given
      const element: ElementNow = { ...police, figures, required, filledByOthers: others, acceptedNow: now }
      const accepted = asked ?? asMuchAsLacks(offered, element, three)
      const one = { status: 'PLEDGED' as const, offered: asked ?? offered, accepted, keepsSurplus: false }
      for (const phase of three) expect(figureOf(accepted, phase)).toBeGreaterThanOrEqual(0)
      const isAllowed = mayAccept(one, element, three).ok
      if (!asked) expect(isAllowed).toBe(true)
      if (!isAllowed) return void refused++
      taken++
      const before = surplusOf(required, [others, now], figures)
      const none = surplusOf(required, [others], figures)
      surplusOf(required, [others, accepted], figures).forEach((surplus, place) => {
        expect(surplus).toBeLessThanOrEqual(Math.max(before[place] ?? 0, none[place] ?? 0))
      })
    }),
    { numRuns: 500 },
  )
  expect(Math.min(taken, refused)).toBeGreaterThan(50)
})
