import { reserveOf } from '#app/features/force/acceptance.ts'
import type { Offer } from '#app/features/force/contract.ts'
import { figureOf, isAny, sum } from '#app/features/force/figures.ts'
import { isCounted, isOver, type OfferStatus } from '#app/features/force/pipeline.ts'

/** Persons of one offer in one phase. */
export interface PhaseFigure {
  readonly phaseId: string
  readonly offered: number
  readonly accepted: number
  /** Offered and not accepted (FS-10); null while nobody could have accepted it, or nobody has decided. */
  readonly reserve: number | null
  /** It may be accepted, and the force generator has not decided yet: no reserve beyond what was accepted. */
  readonly isWaiting: boolean
}

type Line = Pick<Offer['lines'][number], 'offered' | 'accepted'> & { readonly decision?: string | null }

/** The figures of these lines together, phase by phase. */
export function phaseFigures(
  lines: readonly Line[],
  phaseIds: readonly string[],
  status: OfferStatus,
): readonly PhaseFigure[] {
  const offered = sum(lines.map((line) => line.offered))
  const accepted = sum(lines.map((line) => line.accepted))
  const reserve = reserveOf(offered, accepted)
  const isWaiting = isCounted(status) && lines.every((line) => !isAny(line.accepted) && !line.decision)
  return phaseIds.map((phaseId) => ({
    phaseId,
    offered: figureOf(offered, phaseId),
    accepted: figureOf(accepted, phaseId),
    reserve: isCounted(status) && !isWaiting ? figureOf(reserve, phaseId) : null,
    isWaiting,
  }))
}

/** Those that go on, and those that are over (FS-11). */
export const inTwo = <Some extends Pick<Offer, 'status'>>(offers: readonly Some[]) => ({
  going: offers.filter(({ status }) => !isOver(status)),
  over: offers.filter(({ status }) => isOver(status)),
})
