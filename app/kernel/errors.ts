/** What kind of refusal: it decides the HTTP status and what the screen offers next. */
export type ErrorKind =
  | 'invalid'
  | 'missing'
  | 'denied'
  | 'conflict'
  | 'reauthenticate'
  | 'limited'
  | 'unavailable'
  | 'signed-out'

export type Params = Readonly<Record<string, string | number>>

/** One bad field: `path` is the form field's dotted name, `code` is stable, `sentence` is the English wording. */
export interface FieldError {
  readonly path: string
  readonly code: string
  readonly sentence: string
  readonly params?: Params
}

export interface Refusal {
  readonly kind: ErrorKind
  readonly code: string
  readonly sentence: string
  readonly params?: Params
  readonly fields?: readonly FieldError[]
}

/**
 * An expected refusal. The sentence is for a delegate and says what to do; the code is stable and names the feature.
 * This module exists twice in one process, so recognise it with `isDomainError`, never with `instanceof`.
 */
export class DomainError extends Error implements Refusal {
  override readonly name = 'DomainError'
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly sentence: string,
    readonly extra: { readonly params?: Params; readonly fields?: readonly FieldError[] } = {},
  ) {
    super(sentence)
  }
  get params() {
    return this.extra.params
  }
  get fields() {
    return this.extra.fields
  }
}

export const isDomainError = (error: unknown): error is DomainError =>
  error instanceof Error && error.name === 'DomainError' && 'code' in error && 'sentence' in error

/** What one may not see and what does not exist: the same words, the same status (SEC-004). */
export const missing = () =>
  new DomainError(
    'missing',
    'missing',
    'We could not find that, or you do not have access. If a colleague sent you this link, ask the secretariat.',
  )

/** A page made for one capacity is used in another; what it sends is not taken for the new one's (ID-11). */
export const actingChanged = () =>
  new DomainError(
    'conflict',
    'acting-changed',
    'You now act in another capacity in this browser. Reload the page to continue.',
  )

export const toRefusal = ({ kind, code, sentence, params, fields }: DomainError): Refusal => ({
  kind,
  code,
  sentence,
  ...(params ? { params } : {}),
  ...(fields ? { fields } : {}),
})
