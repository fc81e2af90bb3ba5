import { createContext, createElement, Fragment, type ReactNode, useContext, useMemo } from 'react'
import type { Locale } from '#app/kernel/actor.ts'
import { must } from '#app/kernel/must.ts'
import type { Digits } from './format.ts'
import type { Catalogue, ParamArguments, WordKey } from './message-types.ts'
import { createWords, type Piece, type Words } from './words.ts'

/** Words for components: `rich` puts elements into a sentence. */
export interface WordsOnPage extends Words {
  rich<Key extends WordKey>(key: Key, ...params: ParamArguments<Key, ReactNode>): ReactNode
}

const Context = createContext<WordsOnPage | null>(null)

interface WordsProviderProps {
  readonly locale: Locale
  readonly catalogue: Catalogue
  readonly digits?: Digits
  readonly children: ReactNode
}

export function WordsProvider({ locale, catalogue, digits, children }: WordsProviderProps) {
  const words = useMemo(() => withRich(createWords(locale, catalogue, digits)), [locale, catalogue, digits])
  return <Context.Provider value={words}>{children}</Context.Provider>
}

export const useWords = (): WordsOnPage => must(useContext(Context), 'useWords needs a WordsProvider above it')

function withRich(words: Words): WordsOnPage {
  return {
    ...words,
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
