import { type BoardFacts, balanceOf } from '#app/features/force/board.ts'
import {
  acceptLine,
  type ForceFacts,
  forceBoard,
  forceOwn,
  type Offer,
  offerView,
  prepareOffer,
  releaseOffer,
  setElement,
  setLine,
  setPhase,
  setStatement,
} from '#app/features/force/contract.ts'
import type { OfferStatus } from '#app/features/force/pipeline.ts'
import type { OfferAudience, OfferKind } from '#app/features/force/terms.ts'
import type { Caller } from '#app/kernel/caller.ts'
import type { InputOf } from '#app/kernel/contract.ts'
import { must } from '#app/kernel/must.ts'
import type { World } from './world.ts'

type ElementInput = InputOf<typeof setElement>

const anElementInput: Omit<ElementInput, 'serial' | 'required'> = {
  name: 'Manoeuvre battalion',
  capability: 'MANOEUVRE',
  sector: 'Sector South',
  priority: 'ESSENTIAL',
  isCritical: false,
  isIndivisible: false,
  maxContributors: 4,
  specification: null,
  note: null,
}

/** A statement of requirements with two phases, and hands that offer, release and accept. */
export async function forceIn(world: Pick<World, 'as' | 'delegation'>) {
  const organiser = await world.as('organiser')
  await organiser.mutate(setStatement, { title: 'Statement of requirements', figures: 'CUMULATIVE_AT_MILESTONE' })
  const phaseOf = async (name: string, ceiling: number, targetDate: string) =>
    (await organiser.mutate(setPhase, { name, ceiling, targetDate, ioc: null, foc: targetDate })).phaseId
  const one = await phaseOf('Phase 1', 700, '2027-03-31')
  const two = await phaseOf('Phase 2', 1400, '2027-12-31')
  let serial = 0

  /** Required in phase 1 and in phase 2. */
  async function anElement(required: readonly [number, number], input: Partial<ElementInput> = {}) {
    const figures = { [one]: required[0], [two]: required[1] }
    const wanted = { ...anElementInput, serial: ++serial, required: figures, ...input }
    return (await organiser.mutate(setElement, wanted)).elementId
  }

  interface Offering {
    readonly seat?: string
    readonly kind?: OfferKind
    readonly title?: string
    readonly to: string
    readonly offered: readonly [number, number]
  }

  async function anOffer({ seat = 'IKD.drafter', kind = 'TROOPS', title = 'Battalion', to, offered }: Offering) {
    const drafter = await world.as(seat)
    const { offerId } = await drafter.mutate(prepareOffer, { kind, title })
    await drafter.mutate(setLine, {
      offerId,
      elementId: to,
      unit: null,
      isLead: false,
      note: null,
      offered: { [one]: offered[0], [two]: offered[1] },
    })
    return offerId
  }

  async function released(
    offerId: string,
    { seat = 'IKD.head', audience = 'STATES', recipients = [], status = 'PLEDGED' }: Releasing = {},
  ) {
    const head = await world.as(seat)
    const recipientIds = recipients.map((code) => world.delegation(code))
    const basis = {
      basisKind: status === 'COMMITTED' ? 'LETTER' : 'ORAL_STATEMENT',
      basisReference: 'Letter 1',
    } as const
    const reviewed = await reviewedBy(head, offerId)
    await head.mutate(releaseOffer, { offerId, audience, recipientIds, reviewed, status, ...basis })
    return offerId
  }

  const accepted = async (offerId: string, elementId: string, figures: readonly [number, number], decision?: string) =>
    (await world.as('organiser')).mutate(acceptLine, {
      offerId,
      elementId,
      accepted: { [one]: figures[0], [two]: figures[1] },
      keepsSurplus: decision !== undefined,
      decision: decision ?? null,
    })

  return { one, two, anElement, anOffer, released, accepted }
}

/** What that head has just looked at, as a release says it (FS-30); others have nothing to say. */
export const reviewedBy = async (head: Caller, offerId: string): Promise<string> =>
  (await head.ask(offerView, { offerId })).reviewMark ?? ''

interface Releasing {
  readonly seat?: string
  readonly audience?: OfferAudience
  readonly recipients?: readonly string[]
  readonly status?: OfferStatus
}

/** What that seat sees, as the page puts it together: the board, and what the delegation sees beyond it. */
export async function seenBy(world: Pick<World, 'as'>, seat: string): Promise<ForceFacts & BoardFacts> {
  const caller = await world.as(seat)
  const board = await caller.ask(forceBoard, {})
  if (board.view !== 'FACTS') throw new Error(`${seat} sees totals only`)
  const own = await caller.ask(forceOwn, {})
  const offers: Offer[] = [...board.offers, ...own.offers]
  return { ...board, offers, figures: must(board.statement).figures }
}

/** Filled and gap of the total in phase 1, as that seat's page derives them. */
export async function totalsOf(world: Pick<World, 'as'>, seat: string) {
  const facts = await seenBy(world, seat)
  const released = { ...facts, offers: facts.offers.filter(({ isReleased }) => isReleased) }
  return balanceOf(released).map(({ total }) => ({
    filled: total.filled,
    conditional: total.conditional,
    gap: total.gap,
  }))
}
