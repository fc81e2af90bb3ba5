type Value = string | File | Fields | Value[]
interface Fields {
  [key: string]: Value
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])
const maxFields = 2_000
const maxDepth = 6

/**
 * A form's entries as an object: `name.en` nests, `items.0.title` makes a list, a repeated name makes a list.
 * Objects have no prototype, and names that would reach one are dropped (SEC-088).
 */
export function formFields(form: Iterable<[string, FormDataEntryValue]>): Record<string, unknown> {
  const root: Fields = Object.create(null)
  let count = 0
  for (const [name, value] of form) {
    if (++count > maxFields) break
    const path = name.split('.')
    if (path.length > maxDepth || path.some((part) => part === '' || forbidden.has(part))) continue
    place(root, path, value)
  }
  return lists(root) as Record<string, unknown>
}

function place(root: Fields, path: string[], value: string | File) {
  let at = root
  for (const part of path.slice(0, -1)) {
    const next = at[part]
    if (isFields(next)) at = next
    else {
      const made: Fields = Object.create(null)
      at[part] = made
      at = made
    }
  }
  const last = path.at(-1) ?? ''
  const before = at[last]
  if (before === undefined) at[last] = value
  else if (Array.isArray(before)) before.push(value)
  else if (!isFields(before)) at[last] = [before, value]
}

const isFields = (value: Value | undefined): value is Fields =>
  typeof value === 'object' && !Array.isArray(value) && !(value instanceof File)

/** Objects whose keys are 0, 1, 2 … become lists. */
function lists(value: Value): Value {
  if (Array.isArray(value)) return value.map(lists)
  if (!isFields(value)) return value
  const keys = Object.keys(value)
  const isList = keys.length > 0 && keys.every((key) => /^\d{1,4}$/.test(key))
  if (isList) return keys.sort((a, b) => Number(a) - Number(b)).map((key) => lists(value[key] ?? ''))
  for (const key of keys) value[key] = lists(value[key] ?? '')
  return value
}
