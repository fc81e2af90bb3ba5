import type { Refusal } from '#app/kernel/errors.ts'
import { localPath } from '#app/kernel/local-path.ts'

// Remix's client reads `.data` answers as a turbo-stream: a list of values that name each other by their place. These
// two answers are all that is said in that form outside Remix itself; a test reads them back with the real decoder.
type Plain = string | number | boolean | { readonly [key: string]: Plain }

/** What the script of a form gets instead of the action's answer: the refusal, for whichever form asked. */
export function actionRefused({ kind, code, sentence }: Pick<Refusal, 'kind' | 'code' | 'sentence'>): string {
  return encode([], { data: { ok: false, intent: '', refusal: { kind, code, sentence } } })
}

/** Sends the browser to the page itself, where the refusal (or, by then, the page) is shown. */
export function reloadDocument(dataPath: string): string {
  const redirect = localPath(dataPath.replace(/^\/_root\.data$/, '/').replace(/\.data$/, '')) ?? '/'
  const list: unknown[] = [undefined]
  list[0] = ['SingleFetchRedirect', list.length]
  return encode(list, { redirect, status: 302, revalidate: false, reload: true, replace: false })
}

function encode(list: unknown[], value: Plain): string {
  place(list, value)
  return `${JSON.stringify(list)}\n`
}

function place(list: unknown[], value: Plain): number {
  const at = list.push(value) - 1
  if (typeof value !== 'object') return at
  const record: Record<string, number> = {}
  for (const [key, member] of Object.entries(value)) record[`_${place(list, key)}`] = place(list, member)
  list[at] = record
  return at
}
