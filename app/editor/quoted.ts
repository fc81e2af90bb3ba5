import type { Attributes } from './document-shape.ts'

/** What words in a text quote: a fact of the conference by its name, and when they were taken from it. */
export interface Quoted {
  /** `force.total.filled.<phase>`; what the name means is the business of the feature it begins with. */
  readonly fact: string
  /** An instant in UTC. */
  readonly asOf: string
}

const factPattern = /^[a-z]+(\.[A-Za-z0-9_-]{1,32}){1,4}$/
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/

/** The quotation, if that is what these attributes are: they may come from a hostile page (SEC-067). */
export function quotedOf(attributes: unknown): Quoted | null {
  if (typeof attributes !== 'object' || attributes === null) return null
  const { fact, asOf } = { fact: undefined, asOf: undefined, ...attributes }
  return typeof fact === 'string' && typeof asOf === 'string' && factPattern.test(fact) && instantPattern.test(asOf)
    ? { fact, asOf }
    : null
}

export const quotedAttributes = ({ fact, asOf }: Quoted): Attributes => ({ asOf, fact })

/** What a fact is now. */
export interface FactNow {
  /** As it is put into a text. */
  readonly words: string
  /** A figure is the same however it is written: `1,200`, `1 200`. */
  readonly figure: number | null
}

/** Whether the words still say what the fact says (ED-43). */
export const saysTheSame = (written: string, { words, figure }: FactNow): boolean =>
  figure === null ? written.trim() === words : inLatinDigits(written).replace(/\D/g, '') === String(figure)

const inLatinDigits = (text: string): string =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))

/** A fact to choose, under a heading. */
export interface FactChoice {
  readonly fact: string
  readonly group: string
  readonly label: string
}

/** Where an editor gets facts from, and hears when they are others. */
export interface Facts {
  now(fact: string): FactNow | null
  /** The present moment by the server's clock, as an instant in UTC. */
  asOf(): string
  readonly choices: readonly FactChoice[]
  /** The texts are frozen: as of when they quote is said beside every quotation. */
  readonly isFrozen: boolean
}
