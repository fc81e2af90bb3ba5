import type { Prisma } from '#prisma/client.ts'
import type { Acting, Actor, Person } from './actor.ts'
import type { InputOf, Mutation, OutputOf, ParsedInputOf, Query } from './contract.ts'
import type { Documents } from './documents.ts'
import { DomainError } from './errors.ts'
import type { Id } from './ids.ts'
import type { Decision } from './policy.ts'

/** The database inside one transaction; row-level security sees the actor's side, delegation and person. */
export type Tx = Prisma.TransactionClient

/** Whose watchers a change concerns. Nothing means everybody who watches that query in this conference. */
export interface ChangedFor {
  readonly delegationId?: string
  readonly accreditationId?: string
  readonly personId?: string
}

/** What may have lost access after this commit: their sockets are asked again or closed within a second. */
export interface Revocation {
  readonly scope: 'login' | 'person' | 'accreditation' | 'delegation' | 'document' | 'conference'
  readonly id: string
  readonly reason: 'signed-out' | 'acting-changed' | 'access-changed' | 'closed'
}

export interface Ask {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Date
  readonly documents: Documents
  /** Throws the refusal when the decision is one. */
  allow(decision: Decision): void
}

export interface Work extends Ask {
  newId<Kind extends string>(): Id<Kind>
  /** A whole number from 0 up to but not including `below`, from the system's secure source: a lot drawn by the machine. */
  random(below: number): number
  /** Names a query and (part of) its input whose answer may differ now. Never content. */
  changed<Q extends Query>(query: Q, input: Partial<InputOf<Q>>, only?: ChangedFor): void
  /** Something that leaves the process: delivered after the commit, retried, once per effect key. */
  after(kind: string, payload: Prisma.InputJsonValue, effectKey: string): void
  /** Adds to the audit line of this act. Ids, states and figures; never the words people wrote. */
  record(detail: Readonly<Record<string, Prisma.InputJsonValue | null>>): void
  /** The act is also that delegation's affair: its line stands in the delegation's own trail as well, whoever acts. */
  recordFor(delegationId: string): void
  revoke(revocation: Revocation): void
}

/** What is known before the transaction of an act opens: nothing here is locked, so the act decides on it again. */
export interface Before {
  readonly actor: Actor
  readonly now: Date
  /** A short transaction that only reads. */
  read<T>(run: (tx: Tx) => Promise<T>): Promise<T>
}

export interface MutationHandler {
  readonly contract: Mutation
  prepare?(before: Before, input: unknown): Promise<unknown>
  run(work: Work, input: unknown, prepared: unknown): Promise<unknown>
}
export interface QueryHandler {
  readonly contract: Query
  run(ask: Ask, input: unknown): Promise<unknown>
  /** Makes the answer of what `run` found, after its transaction. */
  shape?(found: unknown): unknown
}

/**
 * A mutation's use case: load, allow, decide, save, changed. Runs in one transaction; the runtime refuses to commit when
 * `allow` was never called. The output is parsed against the contract before it leaves.
 */
export function handle<M extends Mutation>(
  contract: M,
  run: (work: Work, input: ParsedInputOf<M>) => Promise<InputOfOutput<M>>,
): MutationHandler {
  return { contract, run: (work, input) => run(work, contract.input.parse(input) as ParsedInputOf<M>) }
}

/**
 * A use case with slow work in it, a password's hash above all, which must not hold the database: `prepare` does it
 * before the transaction opens and `run` gets what it found.
 */
export function handlePrepared<M extends Mutation, Prepared>(
  contract: M,
  prepare: (before: Before, input: ParsedInputOf<M>) => Promise<Prepared>,
  run: (work: Work, input: ParsedInputOf<M>, prepared: Prepared) => Promise<InputOfOutput<M>>,
): MutationHandler {
  const parse = (input: unknown) => contract.input.parse(input) as ParsedInputOf<M>
  return {
    contract,
    prepare: (before, input) => prepare(before, parse(input)),
    run: (work, input, prepared) => run(work, parse(input), prepared as Prepared),
  }
}

/** A query's answer, shaped for the screen; what the asker may not see is left out by the `where`. */
export function answer<Q extends Query>(
  contract: Q,
  run: (ask: Ask, input: ParsedInputOf<Q>) => Promise<InputOfOutput<Q>>,
): QueryHandler {
  return { contract, run: (ask, input) => run(ask, contract.input.parse(input) as ParsedInputOf<Q>) }
}

/** An answer with slow work in it, which must not hold the database: `load` decides and reads, `shape` works without it. */
export function answerLoaded<Q extends Query, Found>(
  contract: Q,
  load: (ask: Ask, input: ParsedInputOf<Q>) => Promise<Found>,
  shape: (found: Found) => InputOfOutput<Q>,
): QueryHandler {
  return {
    contract,
    run: (ask, input) => load(ask, contract.input.parse(input) as ParsedInputOf<Q>),
    shape: (found) => shape(found as Found),
  }
}

type InputOfOutput<C> = C extends { output: infer O } ? import('zod').input<O & import('zod').ZodType> : never

/** The signed-in person, or a request to sign in. */
export function personOf(actor: Actor): Person {
  if (actor.kind === 'person') return actor
  throw new DomainError('signed-out', 'signed-out', 'Sign in to continue.')
}

/** The capacity acted in, or a request to choose one. */
export function actingIn(actor: Actor): Acting {
  const { acting } = personOf(actor)
  if (acting) return acting
  throw new DomainError('denied', 'no-capacity', 'Choose the delegation or office you act for, then try again.')
}

export type { InputOf, OutputOf }
