import fc from 'fast-check'
import { asMuchAsLacks, type ElementNow, elementBeside, mayAccept } from '#app/features/force/acceptance.ts'
import { type Figures, figureOf, none } from '#app/features/force/figures.ts'
import { basesOf, isCounted, isOver, mayBecome, type OfferStatus, statuses } from '#app/features/force/pipeline.ts'
import { merge, remove, type Structure, split } from '#app/features/force/reshaping.ts'
import type { StandingOffer } from '#app/features/force/scenario.ts'
import { conditionStates, isStrength, type OfferKind, offerKinds } from '#app/features/force/terms.ts'
import { must } from '#app/kernel/must.ts'

export const phases = ['PH1', 'PH2']
export const states = ['IKD', 'ESM', 'QSR', 'LRV']

interface Element {
  readonly elementId: string
  readonly capability: string
  readonly sector: string | null
  readonly isIndivisible: boolean
  readonly maxContributors: number
  readonly required: Figures
}

export interface Offer extends StandingOffer {
  readonly offerId: string
  /** The states that see it besides its own; the secretariat sees what anybody else does. */
  readonly readers: readonly string[]
}

/** What stands on the table, as several people changed it one after the other. */
export interface Force {
  readonly elements: readonly Element[]
  readonly offers: readonly Offer[]
  /** What all elements together may require: it is raised and lowered with them, and stays when they are reshaped. */
  readonly ceilings: Figures
}

export const begun: Force = {
  elements: [0, 1, 2].map((index) => ({
    elementId: `FE-${index}`,
    capability: must(['MANOEUVRE', 'MEDICAL_R2', 'MANOEUVRE'][index]),
    sector: index === 0 ? null : 'SOUTH',
    isIndivisible: index === 1,
    maxContributors: 2,
    required: { PH1: 400 * index, PH2: 400 * (index + 1) },
  })),
  offers: [],
  ceilings: { PH1: 1_200, PH2: 2_400 },
}

const anyFigures = fc.record({ PH1: fc.nat(600), PH2: fc.nat(900) })
const place = fc.nat(40)
const reader = fc.constantFrom(...states)
/** Most of what is offered is promised sooner or later. */
const anyStatus = fc.oneof(fc.constantFrom(...statuses), {
  weight: 2,
  arbitrary: fc.constantFrom<OfferStatus>('PLEDGED', 'COMMITTED'),
})
const offer = fc.record({
  act: fc.constant('offer' as const),
  by: reader,
  kind: fc.oneof(fc.constantFrom(...offerKinds), { weight: 3, arbitrary: fc.constant<OfferKind>('TROOPS') }),
  status: fc.constantFrom<OfferStatus>('INTERESTED', 'INDICATED', 'PLEDGED', 'COMMITTED'),
  to: fc.array(place, { minLength: 1, maxLength: 3 }),
  offered: anyFigures,
  readers: fc.subarray(states),
  conditions: fc.nat(2),
})
const move = fc.record({ act: fc.constant('move' as const), which: place, to: anyStatus })
const change = fc.record({ act: fc.constant('change' as const), which: place, offered: anyFigures })
/** A share of what is offered, also more than all of it; null is as much as lacks. */
const accept = fc.record({
  act: fc.constant('accept' as const),
  which: place,
  line: place,
  percent: fc.option(fc.integer({ min: 0, max: 110 })),
  keepsSurplus: fc.boolean(),
})
const settle = fc.record({
  act: fc.constant('settle' as const),
  which: place,
  condition: fc.nat(1),
  status: fc.constantFrom(...conditionStates),
})
const require = fc.record({ act: fc.constant('require' as const), which: place, required: anyFigures })
const splits = fc.record({ act: fc.constant('split' as const), which: place, percent: fc.nat(100), to: place })
const merges = fc.record({ act: fc.constant('merge' as const), which: place, with: place })
const removes = fc.record({ act: fc.constant('remove' as const), which: place, to: place })

/** What somebody does: an offer, a step, figures, an acceptance, a condition's end, a requirement or its reshaping. */
export const act = fc.oneof(
  { weight: 5, arbitrary: offer },
  { weight: 3, arbitrary: move },
  { weight: 2, arbitrary: change },
  { weight: 9, arbitrary: accept },
  { weight: 2, arbitrary: settle },
  { weight: 2, arbitrary: require },
  { weight: 1, arbitrary: splits },
  { weight: 1, arbitrary: merges },
  { weight: 1, arbitrary: removes },
)
export type Act = typeof act extends fc.Arbitrary<infer Any> ? Any : never

const pick = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % Math.max(1, items.length)]
const replaced = <Item>(items: readonly Item[], one: Item, by: Item): Item[] =>
  items.map((item) => (item === one ? by : item))

const scaled = (figures: Figures, percent: number): Figures =>
  Object.fromEntries(phases.map((phase) => [phase, Math.floor((figureOf(figures, phase) * percent) / 100)]))

/** What the act makes of it; a refused one changes nothing. */
export function after(force: Force, one: Act, step: number): Force {
  const { elements, offers } = force
  switch (one.act) {
    case 'offer':
      return { ...force, offers: [...offers, offered(force, one, step)] }
    case 'move': {
      const offer = pick(offers, one.which)
      const basis = { kind: must(basesOf(one.to)[0]), reference: 'NV/12' }
      if (!offer || !mayBecome(offer.status, one.to, basis).ok) return force
      return { ...force, offers: replaced(offers, offer, moved(offer, one.to)) }
    }
    case 'change': {
      const offer = pick(offers, one.which)
      if (!offer || isOver(offer.status)) return force
      const lines = offer.lines.map((line) => ({
        ...line,
        offered: one.offered,
        accepted: Object.fromEntries(
          phases.map((phase) => [phase, Math.min(figureOf(line.accepted, phase), figureOf(one.offered, phase))]),
        ),
      }))
      return { ...force, offers: replaced(offers, offer, { ...offer, lines }) }
    }
    case 'accept':
      return accepted(force, one)
    case 'settle': {
      const offer = pick(offers, one.which)
      const settled = offer && pick(offer.conditions, one.condition)
      if (!offer || !settled) return force
      return {
        ...force,
        offers: replaced(offers, offer, {
          ...offer,
          conditions: replaced<(typeof offer.conditions)[number]>(offer.conditions, settled, {
            ...settled,
            status: one.status,
          }),
        }),
      }
    }
    case 'require': {
      const element = must(pick(elements, one.which))
      const ceilings = Object.fromEntries(
        phases.map((phase) => [
          phase,
          figureOf(force.ceilings, phase) - figureOf(element.required, phase) + figureOf(one.required, phase),
        ]),
      )
      return { ...force, ceilings, elements: replaced(elements, element, { ...element, required: one.required }) }
    }
    case 'split':
    case 'merge':
    case 'remove':
      return reshaped(force, one, step)
  }
}

/** Support has lines too, accepted at once: none of them may count. */
function offered({ elements }: Force, one: Extract<Act, { act: 'offer' }>, step: number): Offer {
  const { by: delegationId, kind, status, readers } = one
  const elementIds = new Set(one.to.map((index) => must(pick(elements, index)).elementId))
  return {
    offerId: `O-${step}`,
    delegationId,
    kind,
    status,
    readers,
    lines: [...elementIds].map((elementId) => ({
      elementId,
      offered: one.offered,
      accepted: isStrength(kind) ? none : one.offered,
    })),
    conditions: Array.from({ length: one.conditions }, (_, index) => ({
      conditionId: `${step}-${index}`,
      status: 'OPEN' as const,
    })),
  }
}

/** Figures survive among what counts; whatever is no promise has nothing accepted. */
export const moved = (offer: Offer, status: OfferStatus): Offer => ({
  ...offer,
  status,
  lines: isCounted(status) ? offer.lines : offer.lines.map((line) => ({ ...line, accepted: none })),
})

function accepted(
  force: Force,
  { which, line: whichLine, percent, keepsSurplus }: Extract<Act, { act: 'accept' }>,
): Force {
  const offer = pick(force.offers, which)
  const line = offer && pick(offer.lines, whichLine)
  if (!offer || !line || !isStrength(offer.kind)) return force
  const element = elementNow(force, offer, line.elementId)
  const taken = percent === null ? asMuchAsLacks(line.offered, element, phases) : scaled(line.offered, percent)
  const asked = { status: offer.status, offered: line.offered, accepted: taken, keepsSurplus }
  if (!mayAccept(asked, element, phases).ok) return force
  return {
    ...force,
    offers: replaced(force.offers, offer, {
      ...offer,
      lines: replaced<(typeof offer.lines)[number]>(offer.lines, line, { ...line, accepted: taken }),
    }),
  }
}

function elementNow({ elements, offers }: Force, offer: Offer, elementId: string): ElementNow {
  const element = must(elements.find((each) => each.elementId === elementId))
  const takenOf = (each: Offer) =>
    each.lines
      .filter((line) => line.elementId === elementId)
      .map((line) => ({ delegationId: each.delegationId, accepted: line.accepted }))
  const others = offers.filter((each) => each !== offer && isStrength(each.kind) && isCounted(each.status))
  return elementBeside(
    { ...element, serial: 1 },
    'CUMULATIVE_AT_MILESTONE',
    must(takenOf(offer)[0]),
    others.flatMap(takenOf),
  )
}

function reshaped(force: Force, one: Extract<Act, { act: 'split' | 'merge' | 'remove' }>, step: number): Force {
  const structure: Structure = {
    elements: force.elements,
    lines: force.offers.flatMap(({ offerId, lines }) => lines.map((line) => ({ ...line, offerId }))),
  }
  const element = must(pick(force.elements, one.which))
  const { elementId, required } = element
  const own = structure.lines.filter((line) => line.elementId === elementId)
  if (one.act === 'split') {
    const share = scaled(required, one.percent)
    const rest = Object.fromEntries(phases.map((phase) => [phase, figureOf(required, phase) - figureOf(share, phase)]))
    const parts = [
      { elementId: `L-${step}`, required: share },
      { elementId: `R-${step}`, required: rest },
    ]
    const lines = own.map(({ offerId }, index) => ({ offerId, to: must(pick(parts, one.to + index)).elementId }))
    return restored(force, split(structure, { elementId, parts, lines }), element)
  }
  const other = must(pick(force.elements, one.act === 'merge' ? one.with : one.to))
  if (other === element) return force
  if (one.act === 'merge')
    return restored(force, merge(structure, { elementIds: [elementId, other.elementId], into: `M-${step}` }), element)
  const { lowered, ...left } = remove(structure, {
    elementId,
    lines: own.map(({ offerId }) => ({ offerId, to: other.elementId })),
  })
  const ceilings = Object.fromEntries(
    phases.map((phase) => [phase, figureOf(force.ceilings, phase) - figureOf(lowered, phase)]),
  )
  return { ...restored(force, left, element), ceilings }
}

/** The force with its elements and lines as they were reshaped; what is new is of the kind of the one that was changed. */
const restored = (force: Force, { elements, lines }: Structure, model: Element): Force => ({
  ...force,
  elements: elements.map((each) => ({
    ...(force.elements.find(({ elementId }) => elementId === each.elementId) ?? model),
    ...each,
  })),
  offers: force.offers.map((offer) => ({
    ...offer,
    lines: lines
      .filter(({ offerId }) => offerId === offer.offerId)
      .map(({ elementId, offered, accepted: taken }) => ({ elementId, offered, accepted: taken })),
  })),
})
