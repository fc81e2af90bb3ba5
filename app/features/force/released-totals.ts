import { must } from '#app/kernel/must.ts'
import { type BoardFacts, balanceOf } from './board.ts'
import type { Element, ReleasedTotals } from './contract.ts'

export interface TotalsWanted {
  readonly phaseIds: readonly string[]
  readonly rows: 'NONE' | 'CAPABILITIES' | 'ELEMENTS'
}

/**
 * What observers are told (FS-22): totals of offers that count for them, phase by phase, without any state's name. A
 * capability's row is named by its code, which the page puts into words.
 */
export function totalsToRelease(facts: BoardFacts, { phaseIds, rows }: TotalsWanted): ReleasedTotals {
  const phases = facts.phases.filter(({ phaseId }) => phaseIds.includes(phaseId))
  const balances = balanceOf(facts).filter(({ phaseId }) => phaseIds.includes(phaseId))
  const strengthsOf = (kind: 'capabilities' | 'elements', key: string) =>
    balances.map((balance) => must(balance[kind].get(key)))
  return {
    figures: facts.figures,
    phases: phases.map(({ name, targetDate }, place) => ({ name, targetDate, total: must(balances[place]).total })),
    rows: rowsOf(facts.elements, rows).map(({ key, name, isCapability }) => ({
      name,
      isCapability,
      strengths: strengthsOf(isCapability ? 'capabilities' : 'elements', key),
    })),
  }
}

function rowsOf(elements: readonly Element[], rows: TotalsWanted['rows']) {
  if (rows === 'ELEMENTS') return elements.map(({ elementId, name }) => ({ key: elementId, name, isCapability: false }))
  const known = [...new Set(elements.map(({ capability }) => capability))]
  return rows === 'CAPABILITIES' ? known.map((name) => ({ key: name, name, isCapability: true })) : []
}

/** Which rows were released. */
export const rowsTold = ({ rows }: Pick<ReleasedTotals, 'rows'>): TotalsWanted['rows'] =>
  rows.length === 0 ? 'NONE' : rows[0]?.isCapability ? 'CAPABILITIES' : 'ELEMENTS'

export interface ToldChange {
  readonly phases: readonly string[]
  readonly rows: Exclude<TotalsWanted['rows'], 'NONE'> | null
}

/** What observers are told that they were not, or the other way round: names of phases, and kinds of rows. */
export function toldBeyond(one: ReleasedTotals, other: ReleasedTotals | undefined): ToldChange {
  const known = new Set(other?.phases.map(({ name }) => name))
  const rows = rowsTold(one)
  return {
    phases: one.phases.map(({ name }) => name).filter((name) => !known.has(name)),
    rows: rows !== 'NONE' && (!other || rowsTold(other) !== rows) ? rows : null,
  }
}
