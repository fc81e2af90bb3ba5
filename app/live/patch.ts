/** What an answer has become, said by what is different: JSON that is small where the answer is large. */
export type Patch =
  /** Another value altogether. */
  | readonly ['=', unknown]
  /** An object: what its keys have become, and the keys that are gone. */
  | readonly ['o', Readonly<Record<string, Patch>>, readonly string[]]
  /** A list as long as before: what some of its places have become. */
  | readonly ['e', Readonly<Record<string, Patch>>]
  /** A list: from this place so many are gone, and these stand there now. */
  | readonly ['a', number, number, readonly unknown[]]

/** The new answer; the one before is left as it was. */
export function patched(before: unknown, patch: Patch): unknown {
  switch (patch[0]) {
    case 'o': {
      const after: Record<string, unknown> = { ...(before as Record<string, unknown>) }
      for (const key of patch[2]) delete after[key]
      for (const key in patch[1]) after[key] = patched(after[key], patch[1][key] as Patch)
      return after
    }
    case 'e':
      return (before as unknown[]).map((each, place) => {
        const of = patch[1][place]
        return of ? patched(each, of) : each
      })
    case 'a':
      return (before as unknown[]).toSpliced(patch[1], patch[2], ...patch[3])
    default:
      return patch[1]
  }
}
