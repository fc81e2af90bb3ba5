/** Strengths by phase: persons, all ranks. A phase that is not named has none. */
export type Figures = Readonly<Record<string, number>>

export const none: Figures = {}

export const figureOf = (figures: Figures, phaseId: string): number => figures[phaseId] ?? 0

/** Phase by phase; a phase of either is one of the sum. */
export const sum = (all: readonly Figures[]): Figures => {
  const total: Record<string, number> = {}
  for (const figures of all)
    for (const [phaseId, figure] of Object.entries(figures)) total[phaseId] = (total[phaseId] ?? 0) + figure
  return total
}

/** Whether there is anybody in it, in any phase. */
export const isAny = (figures: Figures): boolean => Object.values(figures).some((figure) => figure > 0)

export const figuresKinds = ['CUMULATIVE_AT_MILESTONE', 'INCREMENTAL'] as const
/** Whether a phase's figure includes those of the phases before it. */
export type FiguresKind = (typeof figuresKinds)[number]

/** Figures as they are stated, as what stands at the milestone of each phase; `phaseIds` first to last (FS-13). */
export function atMilestones(stated: Figures, phaseIds: readonly string[], kind: FiguresKind): Figures {
  if (kind === 'CUMULATIVE_AT_MILESTONE') return stated
  let standing = 0
  return Object.fromEntries(
    phaseIds.map((phaseId) => {
      standing += figureOf(stated, phaseId)
      return [phaseId, standing]
    }),
  )
}
