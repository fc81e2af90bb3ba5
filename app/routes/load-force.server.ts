import { forceBoard, forceOwn } from '#app/features/force/contract.ts'
import type { LoadedForce } from '#app/features/force/use-force.tsx'
import type { Caller } from '#app/kernel/caller.ts'
import { missing } from '#app/kernel/errors.ts'

/** What a page of the forces shows its reader at the table; for observers, who have one page, these are not there. */
export async function loadForce(caller: Caller): Promise<LoadedForce> {
  const board = await caller.ask(forceBoard, {})
  if (board.view === 'TOTALS') throw missing()
  return { board, own: await caller.ask(forceOwn, {}) }
}
