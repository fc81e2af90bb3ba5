/** What may stand in a document, by name: the editor's schema as far as the validator needs it. */
export interface Vocabulary {
  isNode(name: string): boolean
  isMark(name: string): boolean
  isAttribute(name: string): boolean
}

const valueDepth = 4
const textLength = 2_000
// The binding writes marks of one type that overlap as `name--hash`.
const overlapping = /--[A-Za-z0-9+/=]{1,24}$/

/** The value of an attribute or of a mark: plain, short and shallow, and any address in it one we allow (SEC-077). */
export function isPlainValue(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return true
  if (typeof value === 'string') return value.length <= textLength
  if (typeof value !== 'object' || depth >= valueDepth || value instanceof Uint8Array) return false
  const entries = Object.entries(value)
  return entries.length <= 20 && entries.every(([name, held]) => isEntry(name, held) && isPlainValue(held, depth + 1))
}

export const isMarkOf = (vocabulary: Vocabulary, key: string): boolean =>
  vocabulary.isMark(key.replace(overlapping, ''))

function isEntry(name: string, held: unknown): boolean {
  if (name === '__proto__' || name.length > 64) return false
  if (name !== 'href' && name !== 'src') return true
  return held === null || (typeof held === 'string' && isAllowedAddress(held))
}

function isAllowedAddress(address: string): boolean {
  if (!/^(https:\/\/|mailto:)/i.test(address)) return false
  // Control characters and white space are how `java\tscript:` is hidden from a check and not from a browser.
  for (const character of address) if (character <= ' ' || character === '\u007f') return false
  return true
}
