import type { ErrorKind, Refusal } from '#app/kernel/errors.ts'

export type Failure =
  | { readonly kind: 'missing' | 'signed-out' | 'limited' | 'unavailable' | 'offline' | 'fault' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

interface Answer {
  readonly status: number
  readonly data: unknown
}

/** What a route's error means. `isAnswer`: it is a response that a loader threw, with the refusal as its data. */
export function failureOf(error: unknown, isAnswer: boolean): Failure {
  if (!isAnswer) return { kind: error instanceof TypeError && isOffline() ? 'offline' : 'fault' }
  if (!isAnswerShaped(error)) return { kind: 'fault' }
  const { status, data } = error
  if (status === 404) return { kind: 'missing' }
  if (status === 401) return { kind: 'signed-out' }
  if (status === 429) return { kind: 'limited' }
  if (status === 503) return { kind: 'unavailable' }
  return isRefusal(data) ? { kind: 'refused', refusal: data } : { kind: 'fault' }
}

/** A failed fetch is a TypeError like many a mistake: only with a browser that may be offline is it taken as that. */
const isOffline = () => typeof navigator !== 'undefined' && navigator.onLine === false

const isAnswerShaped = (error: unknown): error is Answer =>
  typeof error === 'object' &&
  error !== null &&
  'status' in error &&
  'data' in error &&
  typeof error.status === 'number'

const kinds: readonly ErrorKind[] = ['invalid', 'denied', 'conflict', 'reauthenticate']

const isRefusal = (data: unknown): data is Refusal =>
  typeof data === 'object' &&
  data !== null &&
  'code' in data &&
  'sentence' in data &&
  'kind' in data &&
  kinds.some((kind) => kind === data.kind)
