import type { ReactNode } from 'react'
import { namedIn, type RegisteredNames } from './names.ts'
import { useWords } from './words-provider.tsx'

/** Text of unknown or foreign direction inside a sentence. Symbols, DTGs and clock times are always `ltr`. */
export const Bdi = ({ children, dir = 'auto', lang }: { children: ReactNode; dir?: 'auto' | 'ltr'; lang?: string }) => (
  <bdi dir={dir} lang={lang}>
    {children}
  </bdi>
)

/** A document symbol, a code, a date-time group: left to right in every language, never broken across lines. */
export const Code = ({ children }: { children: ReactNode }) => (
  <bdi dir="ltr" className="nw">
    {children}
  </bdi>
)

/** A name as registered, in the reader's language where it has one, marked with the language it is in. */
export function Name({ names, fallback }: { names: RegisteredNames; fallback?: string }) {
  const { locale } = useWords()
  const { text, language } = namedIn(names, locale, fallback)
  return <bdi lang={language === locale ? undefined : language}>{text}</bdi>
}
