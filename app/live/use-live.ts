import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { InputOf, NameOf, OutputOf, Query } from '#app/kernel/contract.ts'
import { latest, type Seen, seenAgain, seenFirst, seenPush } from './latest-output.ts'
import { useLiveParts } from './live-context.ts'
import { trusted } from './trusted.ts'
import { watchKey } from './watches.ts'

/**
 * The latest answer of a query: the loader's until a newer one is pushed. `useLive<typeof agendaBoard>('agenda.board',
 * { conferenceId }, board)`. When the answer is no longer this reader's to see, the page is loaded again and says so.
 */
export function useLive<Q extends Query>(name: NameOf<Q>, input: InputOf<Q>, initial: OutputOf<Q>): OutputOf<Q> {
  const connection = useLiveParts()?.connection
  const { revalidate } = useRevalidator()
  const key = watchKey(name, input)
  const [known, setKnown] = useState<Seen<OutputOf<Q>>>(() => seenFirst(key, initial))
  const seen = seenAgain(known, key, initial)
  // React draws again at once, before anything is shown: https://react.dev/reference/react/useState#storing-information-from-previous-renders
  if (seen !== known) setKnown(seen)

  const reload = useRef(revalidate)
  reload.current = revalidate
  useEffect(() => {
    return connection?.watch(key, {
      output: (output) => setKnown((before) => seenPush(before, key, trusted<OutputOf<Q>>(output))),
      gone: () => reload.current(),
    })
  }, [connection, key])

  // The page was loaded again at a moment that may lie before the last push: the server says which is true.
  useEffect(() => connection?.settleWatch(key, seen.initial), [connection, key, seen.initial])

  return latest(seen)
}
