import { createHash } from 'node:crypto'

const digestBytes = 16

/** What stored bytes are checked by when they are read again. */
export const digestOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(bytes).digest().subarray(0, digestBytes))

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0

/**
 * The same bytes in memory of their own. A view would keep its whole frame alive, and a decoder that checks a crafted
 * length against the memory instead of the view would read what Node's pool keeps beside it (SEC-064).
 */
export const ownMemory = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
