import { createContext, createElement, Fragment, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Locale } from '#app/kernel/actor.ts'
import { must } from '#app/kernel/must.ts'
import type { Digits } from './format.ts'
import type { Catalogue, ParamArguments, WordKey } from './message-types.ts'
import { createWords, type Piece, type Words } from './words.ts'

/** Words for components: `rich` puts elements into a sentence. */
export interface WordsOnPage extends Words {
  rich<Key extends WordKey>(key: Key, ...params: ParamArguments<Key, ReactNode>): ReactNode
  /** Whether the words of a section are here already: some come after the first page. */
  has(section: keyof Catalogue): boolean
}

const Context = createContext<WordsOnPage | null>(null)

interface WordsProviderProps {
  readonly locale: Locale
  readonly catalogue: Catalogue
  readonly digits?: Digits
  /** Words of pages that come after this one. */
  readonly later?: Promise<readonly Partial<Catalogue>[]> | null
  readonly children: ReactNode
}

export function WordsProvider({ locale, catalogue, digits, later, children }: WordsProviderProps) {
  const [more, setMore] = useState<readonly Partial<Catalogue>[]>([])
  useEffect(() => void later?.then(setMore), [later])
  const words = useMemo(
    () => withMore(locale, Object.assign({}, catalogue, ...more), digits),
    [locale, catalogue, more, digits],
  )
  return <Context.Provider value={words}>{children}</Context.Provider>
}

export const useWords = (): WordsOnPage => must(useContext(Context), 'useWords needs a WordsProvider above it')

function withMore(locale: Locale, catalogue: Catalogue, digits?: Digits): WordsOnPage {
  const words: Words = createWords(locale, catalogue, digits)
  return {
    ...words,
    has: (section) => Object.hasOwn(catalogue, section),
    rich: (key, ...given) => {
      const params: object = given[0] ?? {}
      const values = new Map<string, ReactNode>(Object.entries(params))
      const fill = ({ text, name }: Piece) => {
        const value = name ? values.get(name) : text
        return typeof value === 'number' ? words.format.number(value) : value
      }
      return createElement(Fragment, null, ...words.pieces(key, values.get('count')).map(fill))
    },
  }
}
