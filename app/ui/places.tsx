import { createContext, type ReactNode, useContext } from 'react'
import type { Zone } from '#app/i18n/format.ts'

export interface Places {
  /** Where the conference meets: its time is said first. */
  readonly venue: Zone
  /** The reader's capital, when its clock differs. */
  readonly capital: Zone | null
}

const universal: Places = { venue: { timeZone: 'UTC', place: 'UTC' }, capital: null }
const Context = createContext<Places>(universal)

export const PlacesProvider = ({ places, children }: { places: Places; children: ReactNode }) => (
  <Context.Provider value={places}>{children}</Context.Provider>
)

export const usePlaces = (): Places => useContext(Context)
/** `format.dateTime(at, useVenue())` */
export const useVenue = (): Zone => useContext(Context).venue
