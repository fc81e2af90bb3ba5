import type { Refusal } from './errors.ts'

/** What was typed, by field name: shown again where the browser itself cannot keep it. Never a password. */
export type TypedValues = Readonly<Record<string, string>>

/** What a page's action answers to the form that was sent. */
export type ActionResult<Output = unknown> =
  | { readonly ok: true; readonly intent: string; readonly output: Output }
  | { readonly ok: false; readonly intent: string; readonly refusal: Refusal; readonly typed?: TypedValues }
