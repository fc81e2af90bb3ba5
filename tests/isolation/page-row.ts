import type { Outcome } from './expectation.ts'
import type { Stage } from './stage.ts'

/** What a page answers: as for a query, but that `no` has no words; or where it leads. */
export type PageOutcome = Outcome | 'no' | `to ${string}`
export type PageMay = Readonly<Record<string, PageOutcome | undefined>>

export interface PageRow {
  /** The id of the route. */
  readonly route: string
  readonly about: string
  readonly path: (stage: Stage) => string
  readonly may: PageMay
  /** Asked for alone, without the frame that would send a stranger to sign in first. */
  readonly alone?: PageMay
}

export const page = (route: string, path: PageRow['path'] | string, may: PageMay, about = 'itself'): PageRow => ({
  route,
  about,
  path: typeof path === 'string' ? () => path : path,
  may,
})
