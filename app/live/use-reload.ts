import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { InputOf, NameOf, OutputOf, Query } from '#app/kernel/contract.ts'
import { useLive } from './use-live.ts'

/**
 * Loads the page again when the answer of this query is no longer the one the page was made with: for a page whose words
 * the server makes from what another feature knows, and which shows nothing of the answer itself. Once for each answer.
 */
export function useReload<Q extends Query>(name: NameOf<Q>, input: InputOf<Q>, initial: OutputOf<Q>): void {
  const now = JSON.stringify(useLive<Q>(name, input, initial))
  const { revalidate } = useRevalidator()
  const page = useRef({ madeWith: '', revalidate })
  page.current = { madeWith: JSON.stringify(initial), revalidate }
  useEffect(() => {
    if (now !== page.current.madeWith) page.current.revalidate()
  }, [now])
}
