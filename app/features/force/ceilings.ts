import { atMilestones, type Figures, type FiguresKind, figureOf, sum } from './figures.ts'

export interface PhaseCeiling {
  readonly phaseId: string
  readonly name: string
  readonly ceiling: number
}

/** The first phase whose elements do not add up to its ceiling (FS-24); null when all do. Figures as the statement has them. */
export function ceilingProblem(
  phases: readonly PhaseCeiling[],
  elements: readonly { readonly required: Figures }[],
  kind: string,
): { readonly phase: string; readonly required: number; readonly ceiling: number } | null {
  const phaseIds = phases.map(({ phaseId }) => phaseId)
  const stated: FiguresKind = kind === 'INCREMENTAL' ? 'INCREMENTAL' : 'CUMULATIVE_AT_MILESTONE'
  const total = sum(elements.map(({ required }) => atMilestones(required, phaseIds, stated)))
  const wrong = phases.find(({ phaseId, ceiling }) => figureOf(total, phaseId) !== ceiling)
  return wrong ? { phase: wrong.name, required: figureOf(total, wrong.phaseId), ceiling: wrong.ceiling } : null
}
