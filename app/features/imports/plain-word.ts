/** A word as far as it matters for comparing what people typed: no capitals, accents, spaces or signs. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** An item's number as a reference: `6 (A)` and `6(a)` are one. */
export const plainNumber = (number: string): string => number.toLowerCase().replace(/\s+/g, '')
