import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** Asks for the page's own answers again when that changes; what is live comes by itself. */
export function useAskedAgain(key: string): void {
  const { revalidate } = useRevalidator()
  const askedFor = useRef(key)
  useEffect(() => {
    if (askedFor.current === key) return
    askedFor.current = key
    revalidate()
  }, [key, revalidate])
}
