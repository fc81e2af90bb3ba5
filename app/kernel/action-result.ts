import type { Refusal } from './errors.ts'

/**
 * What was typed and ticked, by field name: shown again where the browser itself cannot keep it. Several ticks may share
 * a name. Never a password.
 */
export type TypedValues = Readonly<Record<string, readonly string[]>>

/** What a page's action answers to the form that was sent. */
export type ActionResult<Output = unknown> =
  | { readonly ok: true; readonly intent: string; readonly output: Output }
  | { readonly ok: false; readonly intent: string; readonly refusal: Refusal; readonly typed?: TypedValues }
