import { createContext, type ReactNode, useContext } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { type Facts, quotedOf, saysTheSame } from './quoted.ts'

const Context = createContext<Facts | null>(null)

/** The facts that texts on this page may quote; without it quotations are read as the words they are. */
export const FactsProvider = Context.Provider
export const useFacts = (): Facts | null => useContext(Context)

interface QuotedWordsProps {
  readonly attributes: unknown
  readonly text: string
  readonly children: ReactNode
}

/** Words that quote a fact; where it is another now, what it is (ED-43). */
export function QuotedWords({ attributes, text, children }: QuotedWordsProps) {
  const { t, has } = useWords()
  const facts = useFacts()
  const quoted = quotedOf(attributes)
  if (!quoted || !facts || !has('quotes')) return children
  const now = facts.now(quoted.fact)
  const isAnother = now !== null && !saysTheSame(text, now)
  if (!isAnother && now !== null && !facts.isFrozen) return <span className="quoted">{children}</span>
  return (
    <span className={isAnother ? 'quoted was' : 'quoted'}>
      {children}
      <span className="quoted-note">
        {' '}
        ({t('quotes.asOf')} <Timestamp at={quoted.asOf} />
        {isAnother ? (
          <>
            {' · '}
            <b>{t('quotes.now', { now: now.words })}</b>
          </>
        ) : null}
        {now === null ? ` · ${t('quotes.gone')}` : null})
      </span>
    </span>
  )
}
