import { PassThrough } from 'node:stream'
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { wordsPathsFor } from '#app/i18n/words-files.server.ts'
import { WordsProvider } from '#app/i18n/words-provider.tsx'
import { type PageSetup, PageSetupContext } from '#app/ui/page-setup.ts'

const longestRenderMs = 10_000

/** The whole page in one piece: nothing essential is deferred, and every script carries the nonce (SEC-079). */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { caller, locale, nonce, look }: AppLoadContext,
): Promise<Response> {
  if (status === 503) headers.set('Retry-After', '5')
  const { now, later } = wordsPathsFor(locale, caller.actor, request.url)
  const setup: PageSetup = { ...look, nonce, wordsPaths: now, laterWordsPaths: later }
  return new Promise((resolve, reject) => {
    let isFaulty = false
    const { pipe, abort } = renderToPipeableStream(
      <PageSetupContext.Provider value={setup}>
        <WordsProvider locale={locale} catalogue={catalogueOf(locale)} digits={look.digits}>
          <RemixServer context={remix} url={request.url} abortDelay={longestRenderMs} nonce={nonce} />
        </WordsProvider>
      </PageSetupContext.Provider>,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: isFaulty ? 500 : status }))
          pipe(body)
        },
        onShellError: reject,
        onError() {
          isFaulty = true
        },
      },
    )
    setTimeout(abort, longestRenderMs).unref()
  })
}

/** A fault nobody expected, once and without what was sent; a request that was given up is none. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (!request.signal.aborted) context.report(error)
}
