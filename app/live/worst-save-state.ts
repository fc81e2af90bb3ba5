import type { SaveState } from './save-state.ts'

/** From the one that needs the reader most to the one that needs nothing. */
const order: readonly SaveState['kind'][] = [
  'at-risk',
  'rejected',
  'offline',
  'slow',
  'saving',
  'opening',
  'saved',
  'up-to-date',
  'read-only',
]

/** What one line says about several documents; null for none. Of several that are saved, the last one's time. */
export function worstSaveState(states: readonly SaveState[]): SaveState | null {
  const [worst] = [...states].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || later(a, b))
  return worst ?? null
}

const later = (a: SaveState, b: SaveState) => (a.kind === 'saved' && b.kind === 'saved' ? b.at.localeCompare(a.at) : 0)
