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
