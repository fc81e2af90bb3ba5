import { z } from 'zod'

/** 16 random bytes as base64url: 22 characters. Never a secret, never a sequence (SEC-014, SEC-072). */
export type Id<Kind extends string = string> = string & { readonly __kind?: Kind }

export const idPattern = /^[A-Za-z0-9_-]{22}$/

/** An id in a contract: `id<'agendaItem'>()`. */
export const id = <Kind extends string = string>() =>
  z
    .string()
    // A list from which nothing was chosen sends nothing.
    .min(1)
    .regex(idPattern)
    .transform((value): Id<Kind> => value)
