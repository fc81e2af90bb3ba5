/** What is said of a line besides its figures. */
export interface LineWords {
  readonly unit: string | null
  readonly isLead: boolean
  readonly decision: string | null
  readonly note: string | null
}

/** As long as their columns take them; the rules of the database say the same. */
const longest = { unit: 120, decision: 300, note: 300 }

/**
 * What is said of several lines that become one, in their order (FS-34): nothing is lost, and what was said twice is said
 * once.
 */
export const wordsTogether = (lines: readonly LineWords[]): LineWords => ({
  unit: together(
    lines.map(({ unit }) => unit),
    longest.unit,
  ),
  isLead: lines.some(({ isLead }) => isLead),
  decision: together(
    lines.map(({ decision }) => decision),
    longest.decision,
  ),
  note: together(
    lines.map(({ note }) => note),
    longest.note,
  ),
})

function together(texts: readonly (string | null)[], most: number): string | null {
  const joined = [...new Set(texts.filter((text) => text !== null))].join('; ')
  if (joined.length <= most) return joined || null
  // Half of a sign would be none.
  return `${joined.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
