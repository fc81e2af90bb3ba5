import type { Locale } from '#app/kernel/actor.ts'
import type { Params } from '#app/kernel/errors.ts'
import { type Direction, directionOf, isolate } from './direction.ts'
import { createFormat, type Digits, type Format } from './format.ts'
import type { Catalogue, ParamArguments, WordKey } from './message-types.ts'

/** A refusal or a bad field as the server sends it: the sentence is English, the code is looked up. */
export interface Refused {
  readonly code: string
  readonly sentence: string
  readonly params?: Params
}

/** Literal text, or the name of something to put in its place. */
export interface Piece {
  readonly text: string
  readonly name?: string
}

export interface Words {
  readonly locale: Locale
  readonly direction: Direction
  readonly format: Format
  /** The words for a key, with `{names}` filled in and the plural form of `count` chosen. */
  t<Key extends WordKey>(key: Key, ...params: ParamArguments<Key, string | number>): string
  /** The wording in pieces, for a sentence whose names are elements; `count` chooses the plural form. */
  pieces(key: WordKey, count: unknown): readonly Piece[]
  /** The reader's own wording of a refusal; the English sentence where a code has none. */
  refusal(refused: Refused): string
}

export function createWords(locale: Locale, catalogue: Catalogue, digits: Digits = 'latn'): Words {
  const format = createFormat(locale, digits)
  const direction = directionOf(locale)
  const rules = new Intl.PluralRules(locale)
  const lookUp = (key: string) => key.split('.').reduce<unknown>(child, catalogue)

  const wording = (key: string, params: object | undefined) => {
    const entry = lookUp(key)
    return typeof entry === 'object' && entry !== null ? pluralOf(entry, child(params, 'count'), rules) : entry
  }
  const written = (value: unknown) =>
    typeof value === 'number' ? format.number(value) : isolate(String(value), direction)
  const fill = (text: string, params: object | undefined) =>
    pieces(text)
      .map((piece) => (piece.name ? written(child(params, piece.name) ?? `{${piece.name}}`) : piece.text))
      .join('')

  return {
    locale,
    direction,
    format,
    t: (key, ...given) => {
      const params: object | undefined = given[0]
      return fill(asText(wording(key, params), key), params)
    },
    pieces: (key, count) => pieces(asText(wording(key, { count }), key)),
    refusal: ({ code, sentence, params }) => {
      const known = wording(`refusals.${code}`, params) ?? wording(`forceRefusals.${code}`, params)
      return fill(typeof known === 'string' ? known : sentence, params)
    },
  }
}

const child = (node: unknown, step: string): unknown =>
  typeof node === 'object' && node !== null && Object.hasOwn(node, step) ? Reflect.get(node, step) : undefined

function pluralOf(forms: object, count: unknown, rules: Intl.PluralRules): unknown {
  if (typeof count !== 'number') return child(forms, 'other')
  const none = count === 0 ? child(forms, 'zero') : undefined
  return none ?? child(forms, rules.select(count)) ?? child(forms, 'other')
}

/** A key without words is shown as itself: visible in a test, harmless to a reader. */
const asText = (found: unknown, key: string) => (typeof found === 'string' ? found : key)

const pieces = (text: string): Piece[] =>
  text
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map((piece) => (/^\{\w+\}$/.test(piece) ? { text: piece, name: piece.slice(1, -1) } : { text: piece }))
