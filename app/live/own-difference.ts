import * as Y from 'yjs'

/**
 * What `doc` holds above the server's state vector, from these client ids only: the server accepts nothing that stands
 * under another person's id. Null when there is nothing.
 */
export function ownDifference(doc: Y.Doc, ownIds: Iterable<number>, serverStateVector: Uint8Array): Uint8Array | null {
  const server = Y.decodeStateVector(serverStateVector)
  const from = Y.decodeStateVector(Y.encodeStateVector(doc))
  let hasMore = false
  for (const id of ownIds) {
    const known = server.get(id) ?? 0
    if ((from.get(id) ?? 0) <= known) continue
    from.set(id, known)
    hasMore = true
  }
  return hasMore ? Y.encodeStateAsUpdate(doc, Y.encodeStateVector(from)) : null
}

/** The same from what waits to be sent; null when that does not follow on what the server has. */
export function waitingDifference(waiting: readonly Uint8Array[], serverStateVector: Uint8Array): Uint8Array | null {
  if (waiting.length === 0) return null
  const server = Y.decodeStateVector(serverStateVector)
  const difference = Y.diffUpdate(Y.mergeUpdates([...waiting]), serverStateVector)
  const { from } = Y.parseUpdateMeta(difference)
  return [...from].every(([client, clock]) => clock <= (server.get(client) ?? 0)) ? difference : null
}

/** Whether a document with this state vector already holds every word of the update. */
export function isContained(update: Uint8Array, stateVector: ReadonlyMap<number, number>): boolean {
  const { to } = Y.parseUpdateMeta(update)
  return to.size > 0 && [...to].every(([client, clock]) => clock <= (stateVector.get(client) ?? 0))
}
