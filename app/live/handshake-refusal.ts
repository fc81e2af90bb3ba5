import type { HandshakeRefusal } from './messages.ts'

const codes: readonly HandshakeRefusal['code'][] = ['reload', 'signed-out', 'crowded', 'unavailable']

/**
 * Why the server would not have this connection, if it said so: in the data of a refused greeting, or, when not even a
 * connection was made, in the body of the answer to the first poll. Null when the attempt simply failed.
 */
export function handshakeRefusal(error: unknown): HandshakeRefusal | null {
  const data = child(error, 'data') ?? bodyOf(error)
  const said = child(data, 'code')
  const code = codes.find((each) => each === (typeof said === 'number' ? child(data, 'message') : said))
  if (!code) return null
  const retryAfterMs = child(data, 'retryAfterMs')
  return { code, ...(typeof retryAfterMs === 'number' ? { retryAfterMs } : {}) }
}

function bodyOf(error: unknown): unknown {
  const text = child(child(error, 'context'), 'responseText')
  if (typeof text !== 'string') return null
  try {
    return JSON.parse(text)
  } catch {
    // Something on the way answered in its own words.
    return null
  }
}

const child = (node: unknown, name: string): unknown =>
  typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined
