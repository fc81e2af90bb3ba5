import { createHash } from 'node:crypto'
import { type Actor, actingOf } from '#app/kernel/actor.ts'
import { canonicalJson } from '#app/kernel/canonical-json.ts'
import type { Mutation } from '#app/kernel/contract.ts'
import { idPattern } from '#app/kernel/ids.ts'
import type { Tx } from '#app/kernel/work.server.ts'

export interface AuditEntry {
  readonly actor: Actor
  readonly at: Date
  readonly requestId: string
  readonly contract: Pick<Mutation, 'name' | 'audit'>
  readonly detail: Readonly<Record<string, unknown>>
  readonly recordedFor?: ReadonlySet<string>
}

/** What the first line of a chain has in place of a line before it. */
export const chainStart = '0'.repeat(64)

/**
 * Adds one line to the chain of its scope: the conference's, or the delegation's own for private acts (SEC-103, SEC-104,
 * SEC-108), and the same line to the chains of the delegations whose affair it is. Each line's hash covers the one before
 * it, so that a changed, removed or re-ordered line shows.
 */
export async function appendAudit(tx: Tx, { actor, contract, recordedFor = new Set(), ...entry }: AuditEntry) {
  const own = scopeOf(contract.audit, actingOf(actor))
  const others = [...recordedFor].map((delegationId) => `delegation:${delegationId}`)
  // In one order, and the conference's before any delegation's: the tips are locked until the act is over.
  for (const scope of new Set([own, ...others.sort()])) await appendTo(tx, scope, { actor, contract, ...entry })
}

async function appendTo(tx: Tx, scope: string, { actor, at, requestId, contract, detail }: AuditEntry): Promise<void> {
  const acting = actingOf(actor)
  const [tip] = await tx.$queryRaw<{ place: number; hash: string }[]>`SELECT * FROM plenary_audit_tip(${scope})`
  const line = {
    scope,
    place: (tip?.place ?? 0) + 1,
    conferenceId: acting?.conferenceId ?? null,
    at,
    actor: acting?.accreditationId ?? (actor.kind === 'person' ? actor.personId : null),
    login: actor.kind === 'person' ? actor.loginId.slice(0, 12) : null,
    act: contract.name,
    detail: JSON.parse(canonicalJson(detail)),
    requestId,
    previous: tip?.hash ?? chainStart,
  }
  await tx.auditLine.createMany({ data: [{ ...line, hash: auditHash(line) }] })
}

/** SHA-256 over the canonical JSON of a line without its own hash; instants as ISO text. */
export const auditHash = (line: Readonly<Record<string, unknown>> & { at: Date }) =>
  createHash('sha256')
    .update(canonicalJson({ ...line, at: line.at.toISOString() }))
    .digest('hex')

function scopeOf(audit: Mutation['audit'], acting: ReturnType<typeof actingOf>): string {
  if (!acting) return 'installation'
  return audit === 'delegation' && acting.delegationId
    ? `delegation:${acting.delegationId}`
    : `conference:${acting.conferenceId}`
}

/**
 * What an input may leave in the trail by itself: the ids it names, never the words in it. The field's name decides
 * too, since a password or a title may look like an id.
 */
export function idsIn(input: unknown): Record<string, unknown> {
  if (typeof input !== 'object' || input === null) return {}
  return Object.fromEntries(
    Object.entries(input).filter(
      ([name, value]) => /(^id|Id)$/.test(name) && typeof value === 'string' && idPattern.test(value),
    ),
  )
}
