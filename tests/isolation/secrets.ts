import { randomInt } from 'node:crypto'
import type { Group, Player } from './cast.ts'

/** A word that stands in one field of the stage and nowhere else, and whom it may ever reach. */
export interface Secret {
  readonly word: string
  /** Where it was written: `title of a position of A`. */
  readonly where: string
  readonly readers: readonly Reader[]
}

/** A whole group, or one player by name. */
export type Reader = Group | `=${string}`

export const states = ['A', 'B', 'C'] as const satisfies readonly Reader[]
export const conference = [...states, 'observer', 'secretariat'] as const satisfies readonly Reader[]

export type Register = ReturnType<typeof aRegister>

export function aRegister(known: readonly Secret[] = []) {
  const secrets: Secret[] = [...known]
  return {
    secrets,
    /** A new word for this field; lower case, so that it survives being an address. */
    secret(where: string, ...readers: Reader[]): string {
      const word = `zq${Array.from({ length: 12 }, () => randomInt(36).toString(36)).join('')}`
      secrets.push({ word, where, readers })
      return word
    },
    /** What this player must never find in anything that reaches them. */
    unknownTo: ({ name, group }: Pick<Player, 'name' | 'group'>): Secret[] =>
      secrets.filter(({ readers }) => !readers.some((reader) => reader === group || reader === `=${name}`)),
    knownTo: ({ name, group }: Pick<Player, 'name' | 'group'>): Secret[] =>
      secrets.filter(({ readers }) => readers.some((reader) => reader === group || reader === `=${name}`)),
  }
}

/** Sentences about words that stand in these bytes and must not. */
export function leaksIn(bytes: string | Uint8Array, forbidden: readonly Secret[]): string[] {
  const text = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('latin1')
  return forbidden.flatMap(({ word, where }) => (text.includes(word) ? [where] : []))
}
