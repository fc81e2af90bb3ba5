import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseLocale, cookieIn, localeCookie } from '#app/i18n/choose-locale.ts'
import { directionOf } from '#app/i18n/direction.ts'
import type { Locale } from '#app/kernel/actor.ts'
import type { ErrorKind } from '#app/kernel/errors.ts'
import { type Reason, refusalWords } from './refusal-words.ts'
import { actionRefused, reloadDocument } from './single-fetch.ts'

export interface Refusal {
  readonly status: number
  readonly reason: Reason
  readonly headers?: Readonly<Record<string, string>>
  /** What `{limit}` in the sentence stands for. */
  readonly limit?: string
  /** Shown for quoting when somebody asks for help. */
  readonly requestId?: string
}

/**
 * Ends the request with one plain sentence in the reader's language, saying nothing about what exists. A request that
 * the pages' own script made gets the sentence in the form that script reads, so that a form shows it and keeps what
 * was typed.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  response.statusCode = refusal.status
  response.setHeader('Cache-Control', 'no-store')
  for (const [name, value] of Object.entries(refusal.headers ?? {})) response.setHeader(name, value)
  const { type, body } = answerTo(request, refusal)
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Length', Buffer.byteLength(body))
  response.end(request.method === 'HEAD' ? undefined : body)
}

function answerTo(request: IncomingMessage, refusal: Refusal): { type: string; body: string } {
  const locale = chooseLocale({
    cookie: cookieIn(request.headers.cookie ?? null, localeCookie),
    accepted: request.headers['accept-language'] ?? null,
  })
  const sentence = refusalWords[locale][refusal.reason].replace('{limit}', refusal.limit ?? '')
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  if (!path.endsWith('.data')) return { type: 'text/html; charset=utf-8', body: page(locale, sentence, refusal) }
  const code = `http/${refusal.reason}`
  const body =
    request.method === 'POST' ? actionRefused({ kind: kindOf(refusal.status), code, sentence }) : reloadDocument(path)
  return { type: 'text/x-script; charset=utf-8', body }
}

function kindOf(status: number): ErrorKind {
  if (status === 429) return 'limited'
  if (status >= 500) return 'unavailable'
  return status === 403 ? 'denied' : 'invalid'
}

/** No script, no style, no picture: it must show when nothing else works. Every word in it is ours. */
function page(locale: Locale, sentence: string, { requestId }: Refusal): string {
  const words = refusalWords[locale]
  const number = requestId ? `<p>${words.number} <code>${requestId}</code></p>` : ''
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.product}</title>
<main>
<h1>${words.product}</h1>
<p>${sentence}</p>
${number}
<p><a href="/">${words.home}</a></p>
</main>
</html>
`
}
