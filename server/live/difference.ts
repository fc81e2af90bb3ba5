import type { Patch } from '#app/live/patch.ts'

/** What makes of one JSON value the other; null when they are the same. A key without a value is no key. */
export function difference(before: unknown, after: unknown): Patch | null {
  if (before === after) return null
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after)
  if (isObject(before) && isObject(after)) return ofObjects(before, after)
  return ['=', after ?? null]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An own key with a value; `__proto__` is one that only JSON can make, and such an object is sent whole. */
const has = (value: Record<string, unknown>, key: string): boolean =>
  Object.hasOwn(value, key) && value[key] !== undefined

function ofObjects(before: Record<string, unknown>, after: Record<string, unknown>): Patch | null {
  if (Object.hasOwn(before, '__proto__') || Object.hasOwn(after, '__proto__')) return ['=', after]
  const changed: Record<string, Patch> = {}
  for (const [key, value] of Object.entries(after)) {
    if (value === undefined) continue
    const patch = has(before, key) ? difference(before[key], value) : (['=', value] as const)
    if (patch) changed[key] = patch
  }
  const gone = Object.keys(before).filter((key) => has(before, key) && !has(after, key))
  return Object.keys(changed).length + gone.length === 0 ? null : ['o', changed, gone]
}

function ofLists(before: readonly unknown[], after: readonly unknown[]): Patch | null {
  if (before.length === after.length) {
    const changed: Record<string, Patch> = {}
    for (const [place, value] of after.entries()) {
      const patch = difference(before[place], value)
      if (patch) changed[place] = patch
    }
    return Object.keys(changed).length === 0 ? null : ['e', changed]
  }
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && difference(before[head], after[head]) === null) head++
  let tail = 0
  while (tail < shorter - head && difference(before.at(-1 - tail), after.at(-1 - tail)) === null) tail++
  return ['a', head, before.length - head - tail, after.slice(head, after.length - tail)]
}
