import latinFont from '@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2?url'
import arabicFont from '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2?url'
import type { LinksFunction } from '@remix-run/node'
import {
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { wordsPathsFor } from '#app/i18n/words-files.server.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { actingOf } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { load } from '#app/kernel/remix.server.ts'
import { ClockProvider } from '#app/ui/clock.tsx'
import { DocumentTitle } from '#app/ui/document-title.tsx'
import { type PageFacts, usePageFacts } from '#app/ui/page-facts.ts'
import { PageSetupContext } from '#app/ui/page-setup.ts'
import { useRightWords } from '#app/ui/use-right-words.ts'
import styles from './styles.css?url'

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'stylesheet', href: styles },
]

export const loader = load(
  ({ caller, context, request }): PageFacts => ({
    locale: context.locale,
    ...context.look,
    acting: actingOf(caller.actor)?.accreditationId ?? null,
    isSignedIn: caller.actor.kind === 'person',
    pageKey: newId(),
    now: new Date().toISOString(),
    requestId: context.requestId,
    wordsPaths: wordsPathsFor(context.locale, caller.actor, request.url).now,
  }),
)

/** After every act, not for a mere change of page; saying so spares the server the question. */
export const shouldRevalidate = ({ defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) => defaultShouldRevalidate

export function Layout({ children }: { children: ReactNode }) {
  const { locale, direction } = useWords()
  const facts = usePageFacts()
  const setup = useContext(PageSetupContext)
  return (
    <html
      lang={locale}
      dir={direction}
      data-theme={facts?.theme ?? setup.theme}
      data-contrast={facts?.contrast ?? setup.contrast}
      data-digits={setup.digits}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <DocumentTitle />
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          href={locale === 'ar' ? arabicFont : latinFont}
          crossOrigin=""
        />
        {setup.wordsPaths.map((path) => (
          <link key={path} data-words rel="preload" as="fetch" href={path} crossOrigin="anonymous" />
        ))}
        {setup.laterWordsPaths.map((path) => (
          <link key={path} data-later-words rel="prefetch" as="fetch" href={path} crossOrigin="anonymous" />
        ))}
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={setup.nonce} />
        <Scripts nonce={setup.nonce} />
      </body>
    </html>
  )
}

export default function App() {
  const { now, wordsPaths } = useLoaderData<typeof loader>()
  useRightWords(wordsPaths)
  return (
    <ClockProvider now={now}>
      <Outlet />
    </ClockProvider>
  )
}

export { BareErrorPage as ErrorBoundary } from '#app/ui/shell/bare-error.tsx'
