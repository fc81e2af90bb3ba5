import { type ReactNode, useMemo } from 'react'
import { FactsProvider } from '#app/editor/quoted-words.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { useLive } from '#app/live/use-live.ts'
import type { ForceQuotes, forceQuotes } from './contract.ts'
import { quotableFacts } from './quotable.ts'

interface ForceFactsProps {
  /** Null for readers of no board: to them quotations are the words that they are. */
  readonly quotes: ForceQuotes | null
  /** Who writes chooses from them. */
  readonly mayChoose?: boolean
  /** The text was tabled, or is about to be. */
  readonly isFrozen?: boolean
  readonly children: ReactNode
}

/** Texts under it quote the force, and say when it has changed since (FS-27). */
export const ForceFacts = ({ quotes, ...props }: ForceFactsProps) =>
  quotes ? <LiveFacts quotes={quotes} {...props} /> : props.children

function LiveFacts({
  quotes,
  mayChoose = false,
  isFrozen = false,
  children,
}: ForceFactsProps & { readonly quotes: ForceQuotes }) {
  const words = useWords()
  const live = useLive<typeof forceQuotes>('force.quotes', {}, quotes)
  const facts = useMemo(() => {
    if (!words.has('quotes')) return null
    const { t, format } = words
    const { facts: known, choices } = quotableFacts(live, {
      number: (value) => format.number(value),
      measure: {
        required: t('forcePictures.required'),
        filled: t('forcePictures.filled'),
        firm: t('forcePictures.firm'),
        conditional: t('forcePictures.conditional'),
        gap: t('forcePictures.gap'),
      },
      whole: t('quotes.total'),
      names: t('quotes.names'),
      figureOf: (what, measure, phase) => t('quotes.figureOf', { what, measure, phase }),
    })
    return {
      now: (fact: string) => known.get(fact) ?? null,
      asOf: () => new Date().toISOString(),
      choices: mayChoose ? choices : [],
      isFrozen,
    }
  }, [words, live, mayChoose, isFrozen])
  return <FactsProvider value={facts}>{children}</FactsProvider>
}
