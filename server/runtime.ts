import { loadActor } from '#app/features/identity/actor.server.ts'
import { type Actor, actingOf } from '#app/kernel/actor.ts'
import type { Caller, MutateOptions } from '#app/kernel/caller.ts'
import type { Who } from '#app/kernel/contract.ts'
import type { Documents } from '#app/kernel/documents.ts'
import { actingChanged, DomainError, missing } from '#app/kernel/errors.ts'
import { invalidInput } from '#app/kernel/field-errors.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { assertAllowed } from '#app/kernel/policy.ts'
import { minutesMs } from '#app/kernel/time.ts'
import {
  actingIn,
  type Before,
  type MutationHandler,
  personOf,
  type Revocation,
  type Tx,
} from '#app/kernel/work.server.ts'
import { claimOnce, keepOutput } from './act-once.ts'
import { appendAudit, idsIn } from './audit.ts'
import type { Registry } from './registry.ts'
import type { Database } from './store/database.ts'
import { inTransaction, type TransactionContext } from './store/transaction.ts'
import { type Change, emptyTelling, type Telling, workFor } from './work.ts'

export interface RuntimeParts {
  readonly database: Database
  readonly registry: Registry
  readonly documents: Documents
  readonly now: () => Date
  /** These are told after the commit, never before. */
  readonly onChanged: (changes: readonly Change[]) => void
  readonly onRevoked: (revocations: readonly Revocation[]) => void
  readonly onOutbox: () => void
  /** Whoever serves live documents shows these edits to those who have them open. */
  readonly onEdited?: (edits: Telling['edits']) => void
}

export type Runtime = ReturnType<typeof createRuntime>

/** Makes the callers through which every page and every socket reaches the features. */
export function createRuntime(parts: RuntimeParts) {
  const { database, registry, now } = parts

  async function ask(actor: Actor, name: string, input: unknown): Promise<unknown> {
    const handler = registry.queries.get(name)
    if (!handler) throw missing()
    const { contract } = handler
    assertMayCall(actor, contract.who)
    const parsed = contract.input.safeParse(input ?? {})
    if (!parsed.success) throw invalidInput(parsed.error)
    const found = await inTransaction(
      database,
      storeContext(actor),
      (tx) => handler.run({ tx, actor, now: now(), documents: parts.documents, allow: assertAllowed }, input ?? {}),
      { readOnly: true },
    )
    return contract.output.parse(handler.shape ? handler.shape(found) : found)
  }

  async function mutate(caller: Actor, requestId: string, name: string, input: unknown, options: MutateOptions = {}) {
    const handler = registry.mutations.get(name)
    if (!handler) throw missing()
    assertMayCall(caller, handler.contract.who)
    if (options.acting && options.acting !== actingOf(caller)?.accreditationId) throw actingChanged()
    const parsed = handler.contract.input.safeParse(input ?? {})
    if (!parsed.success) throw invalidInput(parsed.error)
    const prepared = await handler.prepare?.(before(caller), input ?? {})
    let telling = emptyTelling()
    const output = await inTransaction(database, storeContext(caller), async (tx) => {
      telling = emptyTelling()
      const ids = idsIn(parsed.data)
      return actOn({ tx, handler, caller, requestId, input: input ?? {}, prepared, ids, options, telling })
    })
    if (telling.changes.length > 0) parts.onChanged(withFollowers(registry, telling.changes))
    if (telling.revocations.length > 0) parts.onRevoked(telling.revocations)
    if (telling.edits.length > 0) parts.onEdited?.(telling.edits)
    if (telling.outbox.length > 0) parts.onOutbox()
    return output
  }

  const before = (actor: Actor): Before => ({
    actor,
    now: now(),
    read: (run) => inTransaction(database, storeContext(actor), run, { readOnly: true }),
  })

  async function actOn({
    tx,
    handler,
    caller,
    requestId,
    input,
    prepared,
    ids,
    options,
    telling,
  }: Act): Promise<unknown> {
    const { contract } = handler
    const at = now()
    const actor = await freshActor(tx, caller, at)
    if (contract.reauthenticate) assertReauthenticated(actor, at)
    // An act that answers with a token is not kept for a second answer: the token would stand in the database.
    const once = contract.transport === 'http' ? undefined : options.once
    if (once) {
      const earlier = await claimOnce(tx, actor, once, contract.name, at)
      if (earlier) return earlier.output
    }
    const result = await handler.run(workFor(tx, actor, at, parts.documents, telling), input, prepared)
    // The most dangerous omission is a failing test: nothing is saved by an act that never asked.
    if (!telling.asked) throw new Error(`${contract.name} never called allow`)
    const output = contract.output.parse(result)
    if (telling.outbox.length > 0) await tx.outboxEntry.createMany({ data: telling.outbox, skipDuplicates: true })
    if (once) await keepOutput(tx, actor, once, output)
    const { recordedFor } = telling
    await appendAudit(tx, { actor, at, requestId, contract, recordedFor, detail: { ...ids, ...telling.detail } })
    return output
  }

  const caller = (actor: Actor, requestId: string = newId()): Caller => ({
    actor,
    ask: async (query, input) => (await ask(actor, query.name, input)) as never,
    mutate: async (mutation, input, options) =>
      (await mutate(actor, requestId, mutation.name, input, options)) as never,
  })

  return { caller, ask, mutate, registry, now }
}

/** What a feature above makes of a changed answer may differ too; the feature below need not know of it. */
function withFollowers({ followers }: Registry, changes: readonly Change[]): Change[] {
  const more = changes.flatMap(({ query, ...change }) =>
    (followers.get(query) ?? []).map((follower) => ({ ...change, query: follower, input: {} })),
  )
  return [...changes, ...more]
}

interface Act {
  tx: Tx
  handler: MutationHandler
  caller: Actor
  requestId: string
  input: unknown
  prepared: unknown
  ids: Record<string, unknown>
  options: MutateOptions
  telling: Telling
}

const reauthenticationMs = minutesMs(10)

function assertMayCall(actor: Actor, who: Who): void {
  if (who !== 'anyone') personOf(actor)
  if (who === 'acting') actingIn(actor)
}

/** The actor as the database knows it now, which is what an act is decided on. */
async function freshActor(tx: Tx, caller: Actor, at: Date): Promise<Actor> {
  if (caller.kind === 'anonymous') return caller
  const actor = await loadActor(tx, caller.loginId, at)
  if (!actor) throw new DomainError('signed-out', 'signed-out', 'Your sign-in has ended. Sign in to continue.')
  if (actor.acting?.accreditationId !== caller.acting?.accreditationId) throw actingChanged()
  return actor
}

function assertReauthenticated(actor: Actor, at: Date): void {
  const { reauthenticatedAt } = personOf(actor)
  if (reauthenticatedAt && at.getTime() - reauthenticatedAt.getTime() <= reauthenticationMs) return
  throw new DomainError('reauthenticate', 'reauthenticate', 'Confirm with your password to continue.')
}

/** What row-level security is told about the asker. */
export function storeContext(actor: Actor): TransactionContext {
  const acting = actingOf(actor)
  return {
    side: acting?.side ?? '',
    conferenceId: acting?.conferenceId ?? null,
    delegationId: acting?.delegationId ?? null,
    personId: actor.kind === 'person' ? actor.personId : null,
    accreditationId: acting?.accreditationId ?? null,
  }
}
