import { UNSAFE_SingleFetchRedirectSymbol as redirectMark } from '@remix-run/server-runtime'
import { decode } from 'turbo-stream'

/** Reads a `.data` answer as Remix's own script does. A redirect is `{ [redirectMark]: { redirect, status, … } }`. */
export async function readData(text: string): Promise<unknown> {
  const { value } = await decode(new Blob([text]).stream(), {
    plugins: [
      (type, ...rest) => (type === 'SingleFetchRedirect' ? { value: { [redirectMark]: rest[0] } } : false),
      (type, data, status) => (type === 'ErrorResponse' ? { value: { data, status } } : false),
    ],
  })
  return value
}

/** The value at the end of a path of keys, in something nobody has checked. */
export const at = (value: unknown, ...keys: (string | symbol)[]): unknown =>
  keys.reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined),
    value,
  )

/** Where the answer leads, if it does. */
export function redirectIn(answer: unknown): string | null {
  const found = at(answer, redirectMark, 'redirect') ?? at(answer, 'redirect')
  return typeof found === 'string' ? found : null
}
