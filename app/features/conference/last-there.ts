interface Seat {
  readonly accreditationId: string
}

/** The only member of a delegation who has ever signed in, or null where there are several or none (CF-15). */
export function lastThere(members: readonly Seat[], neverSignedIn: readonly Seat[]): string | null {
  const absent = new Set(neverSignedIn.map(({ accreditationId }) => accreditationId))
  const [first, ...others] = members.filter(({ accreditationId }) => !absent.has(accreditationId))
  return first && others.length === 0 ? first.accreditationId : null
}
