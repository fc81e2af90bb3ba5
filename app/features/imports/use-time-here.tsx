import { useWords } from '#app/i18n/words-provider.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import { townOf } from './town-of.ts'

/** Says an instant with the clock it is read from: the venue's, or this device's where there is no conference yet. */
export function useTimeHere(): (at: string) => string {
  const { format } = useWords()
  const venue = useVenue()
  const isAwake = useHydrated()
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const here = venue.timeZone === 'UTC' && isAwake ? { timeZone, place: townOf(timeZone) } : venue
  return (at) => format.dateTime(at, here)
}
