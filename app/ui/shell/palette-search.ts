import { folded } from '#app/kernel/folded.ts'

export interface PaletteEntry {
  readonly to: string
  readonly label: string
  /** `page` or `action`: the group it stands in. */
  readonly group: 'page' | 'action'
}

/** Entries whose every typed word begins a word of the label, or is in it; beginnings first. */
export function matching(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const wanted = folded(typed).split(/\s+/).filter(Boolean)
  const ranked = entries.map((entry) => ({ entry, rank: rankOf(folded(entry.label), wanted) }))
  return ranked
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ entry }) => entry)
}

function rankOf(label: string, wanted: readonly string[]): number {
  if (!wanted.every((word) => label.includes(word))) return 0
  return wanted.every((word) => label.split(/\s+/).some((each) => each.startsWith(word))) ? 2 : 1
}
