/**
 * One text for one value, so that a hash taken today can be taken again in ten years: keys in the order of their UTF-16
 * units, no white space, numbers and strings as ECMAScript writes them (RFC 8785). A key whose value is undefined is
 * left out, as JSON does. Throws on what JSON cannot say back: NaN, infinities, bigints, functions, dates and other
 * instances, sparse lists, circles.
 */
export const canonicalJson = (value: unknown): string => write(value, [])

const deepest = 200

function write(value: unknown, above: readonly object[]): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value !== 'object') throw new TypeError(`Canonical JSON has no ${typeof value}`)
  if (above.includes(value)) throw new TypeError('Canonical JSON has no circles')
  if (above.length >= deepest) throw new TypeError(`Canonical JSON is at most ${deepest} levels deep`)
  const here = [...above, value]
  return Array.isArray(value) ? writeList(value, here) : writeRecord(value, here)
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('Canonical JSON has only finite numbers')
  return JSON.stringify(value)
}

function writeList(list: readonly unknown[], here: readonly object[]): string {
  // Array.from visits holes too, which map would skip.
  return `[${Array.from(list, (item) => write(item, here)).join(',')}]`
}

function writeRecord(record: object, here: readonly object[]): string {
  const prototype: unknown = Object.getPrototypeOf(record)
  if (prototype !== null && prototype !== Object.prototype) throw new TypeError('Canonical JSON has only plain objects')
  const entries = Object.entries(record).filter(([, value]) => value !== undefined)
  // The default order of sort is that of UTF-16 units; a locale's order would differ from machine to machine.
  const byKey = new Map(entries)
  const members = [...byKey.keys()].sort().map((key) => `${JSON.stringify(key)}:${write(byKey.get(key), here)}`)
  return `{${members.join(',')}}`
}
