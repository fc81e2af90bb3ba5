import type { Tx } from './work.server.ts'

export interface Delivery {
  /** The same for every attempt, and never that of another delivery: the far side can tell a repetition by it. */
  readonly effectKey: string
  /** 1 for the first. */
  readonly attempt: number
  /** A transaction of the engine itself, for what a delivery writes at home. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/**
 * Carries one kind of outbox entry to where it belongs, after the commit of the act that wrote it. It throws when it
 * could not, and is called again later.
 */
export interface Courier {
  readonly kind: string
  /**
   * Whether a delivery whose outcome is unknown, because the process died during it, may be made again: only when the
   * far side takes the same effect key once. Otherwise it is left to an operator.
   */
  readonly mayRepeat: boolean
  deliver(payload: unknown, delivery: Delivery): Promise<void>
}
