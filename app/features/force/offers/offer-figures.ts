import { reserveOf } from '#app/features/force/acceptance.ts'
import type { Offer } from '#app/features/force/contract.ts'
import { figureOf, sum } from '#app/features/force/figures.ts'
import { isCounted, isOver, type OfferStatus } from '#app/features/force/pipeline.ts'

/** Persons of one offer in one phase. */
export interface PhaseFigure {
  readonly phaseId: string
  readonly offered: number
  readonly accepted: number
  /** Offered and not accepted (FS-10); null while nobody could have accepted it. */
  readonly reserve: number | null
}

type Line = Pick<Offer['lines'][number], 'offered' | 'accepted'>

/** The figures of these lines together, phase by phase. */
export function phaseFigures(
  lines: readonly Line[],
  phaseIds: readonly string[],
  status: OfferStatus,
): readonly PhaseFigure[] {
  const offered = sum(lines.map((line) => line.offered))
  const accepted = sum(lines.map((line) => line.accepted))
  const reserve = reserveOf(offered, accepted)
  return phaseIds.map((phaseId) => ({
    phaseId,
    offered: figureOf(offered, phaseId),
    accepted: figureOf(accepted, phaseId),
    reserve: isCounted(status) ? figureOf(reserve, phaseId) : null,
  }))
}

/** Those that go on, and those that are over (FS-11). */
export const inTwo = <Some extends Pick<Offer, 'status'>>(offers: readonly Some[]) => ({
  going: offers.filter(({ status }) => !isOver(status)),
  over: offers.filter(({ status }) => isOver(status)),
})
