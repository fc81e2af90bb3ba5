import { DomainError, missing } from '#app/kernel/errors.ts'
import { assertAllowed } from '#app/kernel/policy.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { type AcceptedLine, elementBeside, isNoMore, mayAccept, type Taken } from './acceptance.ts'
import { acceptLine, moveOffer } from './contract.ts'
import { assertPhases } from './element-store.server.ts'
import { type Figures, figureOf, figuresKinds, isAny } from './figures.ts'
import {
  acceptedOf,
  addStep,
  assertGoesOn,
  caveatsChanged,
  loadOffer,
  lockOffer,
  type OfferRow,
  offerChanged,
  offeredOf,
  offersWhere,
  touchOffer,
} from './offer-store.server.ts'
import { type Basis, isCounted, isOver, mayBecome, type OfferStatus } from './pipeline.ts'
import { mayAcceptOffer, mayMoveOffer } from './policy.ts'
import {
  type ElementRow,
  elementById,
  holdForce,
  lockStatement,
  phasesOf,
  toElement,
} from './requirement-store.server.ts'
import { oneOf } from './rows.server.ts'
import { fitsKind, type OfferKind } from './terms.ts'

export const pledgeMutations: MutationHandler[] = [
  handle(moveOffer, async (work, { offerId, to, basisKind, basisReference, note }) => {
    const { tx, now } = work
    await holdForce(work)
    const offer = await lockOffer(tx, offerId)
    work.allow(mayMoveOffer(actingIn(work.actor), offer))
    const from = offer.status as OfferStatus
    const basis: Basis = { kind: basisKind, reference: basisReference }
    assertAllowed(mayBecome(from, to, basis))
    await addStep(work, offer, { kind: 'STATUS', note, from, to, basisKind, basisReference, lines: offer.lines })
    await tx.forceOffer.update({
      where: { id: offerId },
      data: { status: to, basisKind, basisReference, overAt: isOver(to) ? now : null },
    })
    // F6: what is over, or no longer promised, has nothing accepted.
    if (!isCounted(to)) await giveBack(work, offerId)
    await touchOffer(tx, offerId, now)
    work.record({ offerId, from, to, basis: basisKind })
    work.recordFor(offer.delegationId)
    offerChanged(work, offer)
    caveatsChanged(work, offer)
    return {}
  }),

  handle(acceptLine, async (work, { offerId, elementId, accepted, before, keepsSurplus, decision }) => {
    const { tx, now } = work
    // The statement's row is held: of two who accept the last hundred at once, one sees what the other took (EC-73).
    await holdForce(work)
    const offer = await lockOffer(tx, offerId)
    work.allow(mayAcceptOffer(actingIn(work.actor), offer))
    assertGoesOn(offer)
    const line = offer.lines.find((each) => each.elementId === elementId)
    if (!line) throw missing()
    const phases = await phasesOf(tx, offer.conferenceId)
    assertPhases(accepted, phases)
    const phaseIds = phases.map(({ id }) => id)
    const taken = acceptedOf(line)
    if (before) assertAsSeen(before, taken, phaseIds)
    const element = await elementById(tx, offer.conferenceId, elementId)
    const others = await offersWhere(tx, {
      conferenceId: offer.conferenceId,
      id: { not: offerId },
      lines: { some: { elementId } },
    })
    const wanted: AcceptedLine = {
      status: offer.status as OfferStatus,
      offered: offeredOf(line),
      accepted,
      keepsSurplus,
    }
    const elementNow = elementBeside(
      toElement(element),
      oneOf(figuresKinds, (await lockStatement(work)).figures),
      { delegationId: offer.delegationId, accepted: taken },
      others.flatMap((other) => takenOf(other, elementId)),
    )
    assertAllowed(mayAccept(wanted, elementNow, phaseIds))
    const isLess = isNoMore(accepted, elementNow, phaseIds)
    if (!isLess) assertDecided(offer, element, keepsSurplus, decision)
    for (const phaseId of phaseIds)
      await tx.forceFigure.updateMany({
        where: { offerId, elementId, phaseId },
        data: { accepted: figureOf(accepted, phaseId) },
      })
    // Whoever only takes less decides nothing anew: why the rest was taken stays.
    const why = decision ?? (isLess && isAny(accepted) ? line.decision : null)
    await tx.forceLine.update({ where: { offerId_elementId: { offerId, elementId } }, data: { decision: why } })
    await touchOffer(tx, offerId, now)
    const after = await loadOffer(tx, offerId)
    await addStep(work, after, { kind: 'ACCEPTED', note: decision, lines: after.lines })
    work.record({ offerId, elementId, accepted: { ...accepted } })
    work.recordFor(offer.delegationId)
    offerChanged(work, after)
    return {}
  }),
]

async function giveBack({ tx }: Work, offerId: string): Promise<void> {
  await tx.forceFigure.updateMany({ where: { offerId }, data: { accepted: 0 } })
}

/** What counts of another offer to the element. */
const takenOf = ({ delegationId, status, lines }: OfferRow, elementId: string): Taken[] =>
  isCounted(status as OfferStatus)
    ? lines.filter((line) => line.elementId === elementId).map((line) => ({ delegationId, accepted: acceptedOf(line) }))
    : []

/** FS-36: whoever decides has seen what a colleague accepted meanwhile. */
function assertAsSeen(before: Figures, now: Figures, phaseIds: readonly string[]): void {
  if (phaseIds.some((phaseId) => figureOf(before, phaseId) !== figureOf(now, phaseId)))
    throw new DomainError(
      'conflict',
      'force/accepted-meanwhile',
      'A colleague has changed what is accepted of this line. Look at it again.',
    )
}

/** A surplus, and a kind that does not fit its element, are kept by a decision that says why (F5, EC-84). */
function assertDecided(offer: OfferRow, element: ElementRow, keepsSurplus: boolean, decision: string | null): void {
  if (decision) return
  if (keepsSurplus)
    throw new DomainError(
      'conflict',
      'force/say-why',
      'Say why the surplus is kept. It is recorded with the acceptance.',
    )
  const { capability } = toElement(element)
  if (!fitsKind(offer.kind as OfferKind, capability))
    throw new DomainError(
      'conflict',
      'force/kind-mismatch',
      'This kind does not fit the element. To accept it all the same, say why.',
    )
}
