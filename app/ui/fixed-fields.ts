type Plain = string | number | boolean | null | undefined
export type FixedInput = { readonly [name: string]: Plain | FixedInput | readonly (Plain | FixedInput)[] }

/** Nested input as form fields: `{ name: { en: 'x' }, ids: ['a'] }` is `name.en` = x and `ids.0` = a; nothing is left out. */
export function fixedFields(input: FixedInput, prefix = ''): [name: string, value: string][] {
  return Object.entries(input).flatMap(([name, value]) => fieldsOf(`${prefix}${name}`, value))
}

function fieldsOf(path: string, value: FixedInput[string]): [string, string][] {
  if (value === null || value === undefined) return []
  if (isList(value)) return value.flatMap((each, place) => fieldsOf(`${path}.${place}`, each))
  return typeof value === 'object' ? fixedFields(value, `${path}.`) : [[path, String(value)]]
}

const isList = (value: FixedInput[string]): value is readonly (Plain | FixedInput)[] => Array.isArray(value)
