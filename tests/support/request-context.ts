import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { AppLoadContext } from '@remix-run/node'
import { newId } from '#app/kernel/ids.server.ts'
import { createRequestContext } from '#server/request-context.ts'
import type { identityWorld } from './identity.ts'

type World = Awaited<ReturnType<typeof identityWorld>>
type Args = { request: Request; params: Record<string, string>; context: AppLoadContext }

export interface Visit {
  readonly method?: 'GET' | 'HEAD' | 'POST'
  readonly form?: Readonly<Record<string, string>>
  readonly params?: Record<string, string>
  readonly headers?: Readonly<Record<string, string>>
}

/** A browser with a jar of cookies that calls loaders and actions as the server would, with the real context. */
export function aVisitor(world: World, address = '192.0.2.7') {
  const jar = new Map<string, string>()
  const contextFor = createRequestContext({ runtime: world.runtime, logins: world.logins, cookies: world.cookies })
  const cookieHeader = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  async function call(
    handler: unknown,
    path: string,
    { method, form, params = {}, headers = {} }: Visit = {},
  ): Promise<Response> {
    if (typeof handler !== 'function') throw new Error(`${path} has no such handler`)
    const verb = method ?? (form ? 'POST' : 'GET')
    const incoming = new IncomingMessage(new Socket())
    Object.assign(incoming, { method: verb, url: path })
    Object.assign(incoming.headers, {
      cookie: cookieHeader(),
      'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/128.0',
      ...headers,
    })
    const asked = {
      requestId: newId(),
      nonce: 'nonce',
      address,
      host: 'plenary.example',
      origin: 'https://plenary.example',
      isLocal: false,
      isCleartext: false,
    }
    const context = await contextFor(incoming, asked)
    const body = form ? { body: new URLSearchParams(form) } : {}
    const request = new Request(`https://plenary.example${path}`, {
      method: verb,
      headers: { Cookie: cookieHeader(), ...headers },
      ...body,
    })
    const args: Args = { request, params, context }
    const answer: unknown = await Promise.resolve(handler(args)).catch((thrown: unknown) => {
      if (thrown instanceof Response) return thrown
      throw thrown
    })
    const response = answer instanceof Response ? answer : Response.json(answer)
    for (const cookie of response.headers.getSetCookie()) keep(cookie)
    return response
  }

  function keep(cookie: string) {
    const [pair = '', ...settings] = cookie.split('; ')
    const [name = '', value = ''] = pair.split('=')
    if (settings.includes('Max-Age=0')) jar.delete(name)
    else jar.set(name, value)
  }

  return { jar, call }
}
