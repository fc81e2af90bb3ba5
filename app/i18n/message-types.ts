import type { en } from './messages/en.ts'

type Tree = { readonly [key: string]: string | Tree }

/** A sentence that depends on a number: an object with `other`. English may add `zero` for "none". */
type Plural = { readonly other: string }
type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

type TranslatedWith<Source, Forms extends PluralForm> = Source extends string
  ? string
  : Source extends Plural
    ? { readonly [Form in Forms]: string } & { readonly [Form in PluralForm]?: string }
    : { readonly [Key in keyof Source]: TranslatedWith<Source[Key], Forms> }

/** A section in French: every key of the English one; plurals with `one` and `other`. */
export type French<Source> = TranslatedWith<Source, 'one' | 'other'>
/** A section in Arabic: every key of the English one; plurals with all six forms. */
export type Arabic<Source> = TranslatedWith<Source, PluralForm>
/** What every catalogue is, whichever language. */
export type Catalogue = TranslatedWith<typeof en, 'other'>

type KeysOf<Source> = {
  [Key in keyof Source & string]: Source[Key] extends string | Plural ? Key : `${Key}.${KeysOf<Source[Key]>}`
}[keyof Source & string]

/** Every key, as a dotted path: `agenda.itemsOpen`. */
export type WordKey = KeysOf<typeof en>

type At<Source, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Source
    ? At<Source[Head], Rest>
    : never
  : Path extends keyof Source
    ? Source[Path]
    : never

type NamesIn<Text extends string> = string extends Text
  ? string
  : Text extends `${string}{${infer Name}}${infer Rest}`
    ? Name | NamesIn<Rest>
    : never

/** The names in `{braces}` of the English wording; a plural always needs `count`. */
type ParamNames<Key extends WordKey> = Key extends WordKey
  ? At<typeof en, Key> extends infer Entry
    ? Entry extends string
      ? NamesIn<Entry>
      : Entry extends Plural
        ? NamesIn<Extract<Entry[keyof Entry], string>> | 'count'
        : never
    : never
  : never

export type ParamsOf<Key extends WordKey, Value> = {
  readonly [Name in ParamNames<Key>]: Name extends 'count' ? number : Value
}

/** Nothing to pass for a sentence without names. */
export type ParamArguments<Key extends WordKey, Value> = [ParamNames<Key>] extends [never]
  ? []
  : [params: ParamsOf<Key, Value>]

/** Keys of sentences without names: for a table that maps states to words. */
export type PlainKey = { [Key in WordKey]: [ParamNames<Key>] extends [never] ? Key : never }[WordKey]

export type { Tree }
