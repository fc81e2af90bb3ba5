import type { Actor } from './actor.ts'
import type { InputOf, Mutation, OutputOf, Query } from './contract.ts'

export interface MutateOptions {
  /** The same key twice is the same act: the second call gets the first one's answer (SEC-018). */
  readonly once?: string
  /** The capacity the page was made for; a different one now is a conflict, not a silent act for another delegation. */
  readonly acting?: string
}

/** The one way in to every feature, for a page and for a socket alike. Throws `DomainError` for every refusal. */
export interface Caller {
  readonly actor: Actor
  ask<Q extends Query>(query: Q, input: InputOf<Q>): Promise<OutputOf<Q>>
  mutate<M extends Mutation>(mutation: M, input: InputOf<M>, options?: MutateOptions): Promise<OutputOf<M>>
}
