import { atMilestones, type Figures, type FiguresKind, figureOf, sum } from './figures.ts'

export interface PhaseSum {
  readonly phaseId: string
  /** What the elements say together, as the statement states its figures. */
  readonly stated: number
  /** What stands at the milestone: the same where figures are cumulative. */
  readonly standing: number
  readonly ceiling: number
  /** Persons above the ceiling; below zero, persons under it. */
  readonly difference: number
}

/** What the elements add up to against the ceiling of each phase (FS-13, FS-24). */
export function phaseSums(
  phases: readonly { readonly phaseId: string; readonly ceiling: number }[],
  elements: readonly { readonly required: Figures }[],
  kind: FiguresKind,
): PhaseSum[] {
  const phaseIds = phases.map(({ phaseId }) => phaseId)
  const stated = sum(elements.map(({ required }) => required))
  const standing = atMilestones(stated, phaseIds, kind)
  return phases.map(({ phaseId, ceiling }) => ({
    phaseId,
    stated: figureOf(stated, phaseId),
    standing: figureOf(standing, phaseId),
    ceiling,
    difference: figureOf(standing, phaseId) - ceiling,
  }))
}
