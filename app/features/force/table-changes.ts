import type { Element, Phase } from './contract.ts'
import type { FiguresKind } from './figures.ts'
import { changeOf, type FigureChange } from './issue-changes.ts'
import { type PhaseSum, phaseSums } from './phase-sums.ts'
import type { ElementInTable } from './requirement-table.ts'
import type { ElementField } from './terms.ts'

/** An element that a table adds or changes, with what is different (FS-35). */
export interface TableChange {
  readonly elementId: string | null
  readonly serial: number
  readonly name: string
  /** Its name until now, where that is another. */
  readonly was: string | null
  /** What else is different of it. */
  readonly fields: readonly ElementField[]
  readonly figures: readonly FigureChange[]
}

interface Standing {
  readonly phases: readonly Pick<Phase, 'phaseId' | 'name' | 'ceiling'>[]
  readonly elements: readonly Element[]
}

/** What a table would change, by number, and what all elements would add up to afterwards. What it leaves as it is, is not in it. */
export function tableChanges(
  { phases, elements }: Standing,
  table: readonly ElementInTable[],
  kind: FiguresKind,
): { readonly changes: readonly TableChange[]; readonly sums: readonly PhaseSum[] } {
  const known = new Map(elements.map((element) => [element.elementId, element]))
  const changes = table.flatMap(({ elementId, fields }): TableChange[] => {
    const { serial, name } = fields
    const before = elementId === null ? undefined : known.get(elementId)
    if (!before) return [{ elementId: null, serial, name, was: null, fields: [], figures: [] }]
    const { fields: different, figures } = changeOf(before, fields, phases)
    if (different.length + figures.length === 0) return []
    const was = before.name === name ? null : before.name
    return [{ elementId, serial, name, was, fields: different.filter((field) => field !== 'name'), figures }]
  })
  const inTable = new Set(table.map(({ elementId }) => elementId))
  const after = [...elements.filter(({ elementId }) => !inTable.has(elementId)), ...table.map(({ fields }) => fields)]
  return {
    changes: changes.toSorted((one, other) => one.serial - other.serial),
    sums: phaseSums(phases, after, kind),
  }
}
