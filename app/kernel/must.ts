/** The value, or a crash that says why it could not have been missing: a bug, never a refusal. */
export function must<T>(value: T | null | undefined, why = 'a value that cannot be missing is missing'): T {
  if (value === null || value === undefined) throw new Error(why)
  return value
}

/** Closes a `switch` over a union: a new member without a case fails the type check. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
