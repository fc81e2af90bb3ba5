import type { BodyKind } from './item-kinds.ts'

/** The root of a body's documents where nobody chose one: `TSF/PC.1`, `TSF/PC.1/WG.2`, `TSF/PC.1/DG.1`. */
export function nextBodySymbol(root: string, kind: BodyKind, taken: readonly string[]): string {
  if (kind === 'PLENARY') return root
  const series = `${root}/${kind === 'WORKING_GROUP' ? 'WG' : 'DG'}.`
  const numbers = taken
    .filter((symbol) => symbol.startsWith(series))
    .map((symbol) => Number.parseInt(symbol.slice(series.length), 10) || 0)
  return `${series}${Math.max(0, ...numbers) + 1}`
}
