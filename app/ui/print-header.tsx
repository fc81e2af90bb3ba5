import { useContext } from 'react'
import { Code } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { usePageFacts } from './page-facts.ts'
import { usePlaces } from './places.tsx'
import { ConferenceName } from './shell/conference-name.ts'
import { type Visibility, visibilityLooks } from './visibility.ts'

/** On each printed page: conference · symbol · who may see it, in words · when it was printed, with the zone. */
export function PrintHeader({ symbol, visibility }: { symbol?: string; visibility?: Visibility }) {
  const { t, format } = useWords()
  const facts = usePageFacts()
  const { venue } = usePlaces()
  const conference = useContext(ConferenceName)
  const look = visibility ? visibilityLooks[visibility] : undefined
  return (
    <div className="print-head" aria-hidden="true">
      <div>
        <span>
          {conference}
          {symbol ? <> · {<Code>{symbol}</Code>}</> : null}
        </span>
        {look ? <b>{t(look.printed ?? look.long)}</b> : null}
        {facts ? <span>{format.dateTime(facts.now, venue)}</span> : null}
      </div>
    </div>
  )
}
