/** What one component has seen of one query: the page's own answer, and what was pushed since. */
export interface Seen<Output> {
  readonly key: string
  readonly initial: Output
  readonly pushed: { readonly output: Output } | null
}

export const seenFirst = <Output>(key: string, initial: Output): Seen<Output> => ({ key, initial, pushed: null })

/**
 * A page that is loaded again with something new wins over what was pushed before; one that brings the same answer as
 * before has learnt nothing, and what was pushed since stands. The same object is answered when nothing changes.
 */
export function seenAgain<Output>(seen: Seen<Output>, key: string, initial: Output): Seen<Output> {
  if (seen.key !== key) return seenFirst(key, initial)
  if (seen.initial === initial || isSame(seen.initial, initial)) return seen
  return seenFirst(key, initial)
}

/** The same object when the push says what is shown already. A push for another question changes nothing. */
export function seenPush<Output>(seen: Seen<Output>, key: string, output: Output): Seen<Output> {
  if (seen.key !== key || isSame(latest(seen), output)) return seen
  return { ...seen, pushed: { output } }
}

export const latest = <Output>({ initial, pushed }: Seen<Output>): Output => (pushed ? pushed.output : initial)

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
