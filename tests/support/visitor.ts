import { once } from 'node:events'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As they came, names and values in turn. */
  readonly rawHeaders: readonly string[]
  readonly body: string
}

export type Fields = Readonly<Record<string, unknown>>

export interface Visitor {
  /** A page as a browser opens it. */
  page(path: string): Promise<Reply>
  /** A page's data, as the pages' own script asks for it; `route` asks for one part of the page alone. */
  data(path: string, route?: string): Promise<Reply>
  /** A form sent by the pages' own script. */
  post(path: string, fields: Fields): Promise<Reply>
  /** A form sent without JavaScript. */
  submit(path: string, fields: Fields): Promise<Reply>
}

const agent = new Agent({ keepAlive: true, maxSockets: 30 })

/** Somebody with a browser: `cookie` is all that the browser holds. */
export function aVisitor({ origin, host }: { origin: string; host: string }, cookie: string | null = null): Visitor {
  const own = cookie === null ? {} : { Cookie: cookie }
  const port = Number(new URL(origin).port)

  async function ask(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Reply> {
    const sent = request({
      host: '127.0.0.1',
      port,
      method,
      path,
      agent,
      headers: { Host: host, 'Accept-Language': 'en', ...own, ...headers },
    })
    sent.end(body)
    const [response] = await once(sent, 'response')
    const chunks: Buffer[] = []
    for await (const chunk of response) chunks.push(chunk)
    const { statusCode, headers: answered, rawHeaders } = response
    return { status: statusCode, headers: answered, rawHeaders, body: Buffer.concat(chunks).toString() }
  }

  const get = (path: string, destination: 'document' | 'empty') =>
    ask('GET', path, {
      'Sec-Fetch-Site': 'same-origin',
      'Sec-Fetch-Mode': destination === 'document' ? 'navigate' : 'cors',
      'Sec-Fetch-Dest': destination,
    })
  const send = (path: string, fields: Fields, destination: 'document' | 'empty') => {
    const body = new URLSearchParams(entriesOf(fields)).toString()
    return ask(
      'POST',
      path,
      {
        Origin: origin,
        'Sec-Fetch-Site': 'same-origin',
        'Sec-Fetch-Dest': destination,
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(Buffer.byteLength(body)),
      },
      body,
    )
  }
  return {
    page: (path) => get(path, 'document'),
    data: (path, route) => get(dataPath(path, route ? { _routes: route } : {}), 'empty'),
    post: (path, fields) => send(dataPath(path), fields, 'empty'),
    submit: (path, fields) => send(path, fields, 'document'),
  }
}

/** `/a?b=1` as `/a.data?b=1`; the root page's data has a name of its own. */
export function dataPath(path: string, more: Record<string, string> = {}): string {
  const url = new URL(path, 'http://x')
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value)
  return `${url.pathname === '/' ? '/_root' : url.pathname}.data${url.search}`
}

/** An input as the fields of a form: `names.en`, and a repeated name for a list of texts. */
export function entriesOf(fields: Fields, prefix = ''): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]): [string, string][] => {
    const path = `${prefix}${name}`
    if (value === undefined || value === null) return []
    if (Array.isArray(value)) {
      return value.flatMap((each, place) =>
        typeof each === 'object' ? entriesOf({ ...each }, `${path}.${place}.`) : [[path, String(each)]],
      )
    }
    if (typeof value === 'object') return entriesOf({ ...value }, `${path}.`)
    return [[path, typeof value === 'boolean' ? (value ? 'on' : '') : String(value)]]
  })
}
