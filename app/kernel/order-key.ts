import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** A key that sorts between two neighbours (byte order); null is the open end. Moving one row rewrites one row. */
export const orderKeyBetween = (before: string | null, after: string | null): string =>
  generateKeyBetween(before, after)

/** `count` keys in order, after `before`. */
export const orderKeysAfter = (before: string | null, count: number): string[] =>
  generateNKeysBetween(before, null, count)

/** Byte order, which is what PostgreSQL's C collation and the keys' alphabet agree on. */
export const byOrderKey = (a: { orderKey: string }, b: { orderKey: string }) =>
  a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : 0
