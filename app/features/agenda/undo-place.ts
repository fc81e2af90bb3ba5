import { undoWithinMs } from './undo.ts'

/** How long it is said that an act was undone, before the act before it may be undone in its turn. */
export const undoneShownMs = 6_000

/** An act that was asked to be undone here: until the answer, and while it is said that it was. */
export interface AskedUndo<Act> {
  readonly act: Act
  readonly doneAt: number | null
}

export interface UndoNow<Act> {
  readonly lastAct: Act | null
  readonly asked: AskedUndo<Act> | null
  /** Another act of this page is on its way: what was the last act is none any more. */
  readonly isActing: boolean
  readonly now: number
}

export type UndoPlace<Act> =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'acting' }
  | { readonly kind: 'offered'; readonly act: Act; readonly leftMs: number }
  | { readonly kind: 'undoing'; readonly act: Act }
  | { readonly kind: 'undone'; readonly act: Act }

/**
 * What stands in the desk's one place for undoing (AG-19). An act is offered only while it is the last one this page
 * knows of, and never in the moment in which another one was undone: a second press would undo two.
 */
export function undoPlace<Act extends { readonly at: string }>(desk: UndoNow<Act>): UndoPlace<Act> {
  const { lastAct, asked, isActing, now } = desk
  if (asked && asked.doneAt === null) return { kind: 'undoing', act: asked.act }
  const leftMs = lastAct ? Date.parse(lastAct.at) + undoWithinMs - now : 0
  if (isActing) return { kind: leftMs > 0 ? 'acting' : 'nothing' }
  if (asked?.doneAt != null && now < asked.doneAt + undoneShownMs) return { kind: 'undone', act: asked.act }
  return lastAct && leftMs > 0 ? { kind: 'offered', act: lastAct, leftMs } : { kind: 'nothing' }
}
