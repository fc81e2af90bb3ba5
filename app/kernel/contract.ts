import type { z } from 'zod'

/**
 * For whom one answer serves: two actors with the same audience key get the same answer to the same question, so the
 * server asks once per key and not once per person. `person` is the safe default.
 */
export type Audience = 'public' | 'conference' | 'side' | 'delegation' | 'person'

/** Who may ask at all: anyone, anyone signed in, or (the default) somebody acting in an accreditation. */
export type Who = 'anyone' | 'signed-in' | 'acting'

export interface Query<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: 'query'
  readonly name: Name
  readonly input: Input
  readonly output: Output
  readonly audience: Audience
  readonly who: Who
  /** Names of queries of features below: where their answers change, this one is asked again. */
  readonly follows: readonly string[]
}

export interface Mutation<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: 'mutation'
  readonly name: Name
  readonly input: Input
  readonly output: Output
  readonly who: Who
  /** About the person and their sign-ins alone, the same in every capacity: its form need not say in which it was filled in. */
  readonly isPersonal: boolean
  /** Asks for the password again when the last proof is older than ten minutes (SEC-039). */
  readonly reauthenticate: boolean
  /** `http` keeps a mutation that deals in tokens off the socket. */
  readonly transport: 'any' | 'http'
  /** Whose chain the audit line goes to: the conference's, or the delegation's own for private acts (SEC-108). */
  readonly audit: 'conference' | 'delegation'
}

export type InputOf<C> = C extends { input: infer I extends z.ZodType } ? z.input<I> : never
export type ParsedInputOf<C> = C extends { input: infer I extends z.ZodType } ? z.output<I> : never
export type OutputOf<C> = C extends { output: infer O extends z.ZodType } ? z.output<O> : never
export type NameOf<C> = C extends { name: infer N extends string } ? N : never

export function query<const Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
  name: Name,
  declared: { input: Input; output: Output; audience?: Audience; who?: Who; follows?: readonly Query[] },
): Query<Name, Input, Output> {
  const { input, output, audience = 'person', follows = [] } = declared
  const who = declared.who ?? (audience === 'public' ? 'anyone' : 'acting')
  return { kind: 'query', name, input, output, audience, who, follows: follows.map((each) => each.name) }
}

export function mutation<const Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
  name: Name,
  declared: {
    input: Input
    output: Output
    who?: Who
    isPersonal?: true
    reauthenticate?: true
    transport?: 'http'
    audit?: 'delegation'
  },
): Mutation<Name, Input, Output> {
  return {
    kind: 'mutation',
    name,
    input: declared.input,
    output: declared.output,
    who: declared.who ?? 'acting',
    isPersonal: declared.isPersonal ?? false,
    reauthenticate: declared.reauthenticate ?? false,
    transport: declared.transport ?? 'any',
    audit: declared.audit ?? 'conference',
  }
}
