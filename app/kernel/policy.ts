import { DomainError, missing, type Params } from './errors.ts'

/** The answer to "may I": with a reason a person can read, or hidden when even the question must not be answered. */
export type Decision =
  | { readonly ok: true }
  | { readonly ok: false; readonly kind: 'missing' }
  | {
      readonly ok: false
      readonly kind: 'denied' | 'conflict'
      readonly code: string
      readonly sentence: string
      readonly params?: Params
    }

export const allowed: Decision = { ok: true }
export const hidden: Decision = { ok: false, kind: 'missing' }

export const denied = (code: string, sentence: string, params?: Params): Decision => ({
  ok: false,
  kind: 'denied',
  code,
  sentence,
  ...(params ? { params } : {}),
})

/** Allowed to this person in general, but not in the state things are in now. */
export const notNow = (code: string, sentence: string, params?: Params): Decision => ({
  ok: false,
  kind: 'conflict',
  code,
  sentence,
  ...(params ? { params } : {}),
})

/** The first refusal of several, or allowed. */
export const all = (...decisions: Decision[]): Decision => decisions.find((decision) => !decision.ok) ?? allowed

/** Throws what a refused decision means. */
export function assertAllowed(decision: Decision): void {
  if (decision.ok) return
  if (decision.kind === 'missing') throw missing()
  throw new DomainError(decision.kind, decision.code, decision.sentence, { params: decision.params })
}
