import { useRouteLoaderData } from '@remix-run/react'
import type { Digits } from '#app/i18n/format.ts'
import type { Locale } from '#app/kernel/actor.ts'

/** What the server says about every page, whoever reads it. */
export interface PageFacts {
  readonly locale: Locale
  readonly theme: 'system' | 'light' | 'dark'
  readonly contrast: 'system' | 'more'
  readonly digits: Digits
  /** The accreditation the page was made for; a form sent in another one is refused. */
  readonly acting: string | null
  readonly isSignedIn: boolean
  /** Fresh with every answer of the server: what a form sends twice under one key happens once. */
  readonly pageKey: string
  /** The server's clock when it answered. */
  readonly now: string
  readonly requestId: string
  /** The words this person's pages need now. */
  readonly wordsPaths: readonly string[]
}

type Loader = () => Promise<PageFacts>

/** Undefined on an error page that the root itself caused. */
export const usePageFacts = (): PageFacts | undefined => useRouteLoaderData<Loader>('root')
