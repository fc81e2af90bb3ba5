import { randomInt } from 'node:crypto'
import { type Actor, actingOf } from '#app/kernel/actor.ts'
import type { Documents } from '#app/kernel/documents.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { assertAllowed } from '#app/kernel/policy.ts'
import type { ChangedFor, Revocation, Tx, Work } from '#app/kernel/work.server.ts'
import type { Prisma } from '#prisma/client.ts'

/** A query whose answer may differ now. It names, it never carries content. */
export interface Change {
  readonly query: string
  readonly input: Readonly<Record<string, unknown>>
  readonly conferenceId: string | null
  readonly only: ChangedFor | null
}

/** What one act wants told after its commit. A retried transaction starts with an empty one. */
export interface Telling {
  readonly changes: Change[]
  readonly revocations: Revocation[]
  /** Edits that acts themselves made in live documents. */
  readonly edits: { readonly documentId: string; readonly seq: number }[]
  readonly outbox: Prisma.OutboxEntryCreateManyInput[]
  detail: Record<string, unknown>
  /** The delegations in whose own trails the line of this act stands too. */
  readonly recordedFor: Set<string>
  asked: boolean
}

export const emptyTelling = (): Telling => ({
  changes: [],
  revocations: [],
  edits: [],
  outbox: [],
  detail: {},
  recordedFor: new Set(),
  asked: false,
})

export function workFor(tx: Tx, actor: Actor, now: Date, documents: Documents, telling: Telling): Work {
  return {
    tx,
    actor,
    now,
    newId,
    random: randomInt,
    documents: {
      ...documents,
      // Told with the act that makes it, so that no feature can forget to.
      async add(inTx, documentId, addition) {
        const seq = await documents.add(inTx, documentId, addition)
        if (seq !== null) telling.edits.push({ documentId, seq })
        return seq
      },
    },
    allow(decision) {
      telling.asked = true
      assertAllowed(decision)
    },
    changed(query, input, only) {
      const conferenceId = actingOf(actor)?.conferenceId ?? null
      telling.changes.push({ query: query.name, input: { ...input }, conferenceId, only: only ?? null })
    },
    after(kind, payload, effectKey) {
      telling.outbox.push({ id: newId(), kind, payload, effectKey, createdAt: now, dueAt: now })
    },
    record(detail) {
      telling.detail = { ...telling.detail, ...detail }
    },
    recordFor(delegationId) {
      telling.recordedFor.add(delegationId)
    },
    revoke(revocation) {
      telling.revocations.push(revocation)
    },
  }
}
