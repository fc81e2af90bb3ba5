/** Letters without their marks, and alef, ya and ta marbuta in one form: what one types need not match them. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|\u0640/gu, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .toLowerCase()

/** A word or a name as far as it matters for comparing what people typed: folded, without spaces or signs. */
export const plainWord = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]+/gu, '')
