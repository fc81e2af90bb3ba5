/** Which part of each client's history is deleted, as Yjs `createDeleteSetFromStructStore(doc.store).clients` holds it. */
export type DeletedRanges = ReadonlyMap<number, readonly { clock: number; len: number }[]>

/**
 * A short digest of what a document knows: the state vector and what is deleted. Two copies with nothing on the way have
 * the same digest. It finds lost or doubled updates; it is no protection against forgery.
 */
export function stateDigest(stateVector: ReadonlyMap<number, number>, deleted: DeletedRanges): string {
  let hash = 0x811c9dc5
  const add = (value: number) => {
    hash = Math.imul(hash ^ (value & 0xffff), 0x01000193)
    hash = Math.imul(hash ^ ((value >>> 16) & 0xffff), 0x01000193)
  }
  for (const [client, clock] of ascending(stateVector)) {
    if (clock === 0) continue
    add(client)
    add(clock)
  }
  add(0xffff)
  for (const [client, ranges] of ascending(deleted)) {
    if (ranges.length === 0) continue
    add(client)
    for (const { clock, len } of ranges) {
      add(clock)
      add(len)
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

function ascending<Value>(map: ReadonlyMap<number, Value>): [number, Value][] {
  return [...map].sort(([one], [other]) => one - other)
}
