import { type Actor, actingOf } from '#app/kernel/actor.ts'
import { audienceKey } from '#app/kernel/audience.ts'
import { canonicalJson } from '#app/kernel/canonical-json.ts'
import { isDomainError, missing } from '#app/kernel/errors.ts'
import type { Watching } from '#app/live/messages.ts'
import type { Runtime } from '#server/runtime.ts'
import type { Change } from '#server/work.ts'

/** One page's connection, as far as live queries need it. */
export interface WatchClient {
  /** Read anew each time: the capacity of a connection may change while it lives. */
  actor(): Actor
  result(message: Watching): void
  /** The answer is no longer this person's to see. */
  gone(watch: number): void
}

interface Watch {
  readonly id: number
  readonly client: WatchClient
  readonly group: Group
  /** The answer last sent on this watch, as text: what is the same is not sent again, so nothing shows that something happened. */
  sent: string
}

/** All watches that one answer serves. */
interface Group {
  readonly key: string
  readonly query: string
  readonly input: Readonly<Record<string, unknown>>
  readonly watches: Set<Watch>
  /** Asked again while an answer was under way. */
  isStale: boolean
  isAsking: boolean
  /** How often it was answered: a first answer that was under way meanwhile may be older than that. */
  answered: number
  timer: NodeJS.Timeout | null
}

export interface WatchersParts {
  readonly runtime: Pick<Runtime, 'ask' | 'registry'>
  /** Bursts of changes within this window cost one question. */
  readonly windowMs?: number
  readonly onTrouble: (error: unknown) => void
}

export type Watchers = ReturnType<typeof createWatchers>

/** Keeps screens fresh: a change names a query, the query is asked once per audience, and who already has the answer hears nothing. */
export function createWatchers({ runtime, windowMs = 50, onTrouble }: WatchersParts) {
  const groups = new Map<string, Group>()
  let asked = 0

  /** Answers the first time and then keeps answering; throws the query's own refusal when the client may not ask. */
  async function watch(
    client: WatchClient,
    id: number,
    query: string,
    input: unknown,
  ): Promise<Watch & { output: unknown }> {
    const actor = client.actor()
    const contract = runtime.registry.queries.get(query)?.contract
    const audience = contract ? audienceKey(contract.audience, actor) : null
    if (!audience) throw missing()
    const asObject = typeof input === 'object' && input !== null ? { ...input } : {}
    // What is no input of the query is refused in the query's words before anything is made of it.
    if (!contract?.input.safeParse(asObject).success) await runtime.ask(actor, query, asObject)
    const group = groupFor(query, asObject, audience)
    const entry: Watch = { id, client, group, sent: '' }
    // In the group before the question is asked: a change that happens meanwhile must not pass unnoticed.
    group.watches.add(entry)
    const { answered } = group
    try {
      const output = await runtime.ask(actor, query, asObject)
      entry.sent = JSON.stringify(output)
      if (group.answered !== answered) schedule(group)
      return Object.assign(entry, { output })
    } catch (error) {
      unwatch(entry)
      throw error
    }
  }

  function groupFor(query: string, input: Record<string, unknown>, audience: string): Group {
    const key = `${query} ${audience} ${canonicalJson(input)}`
    const found = groups.get(key)
    if (found) return found
    const made: Group = {
      key,
      query,
      input,
      watches: new Set(),
      isStale: false,
      isAsking: false,
      answered: 0,
      timer: null,
    }
    groups.set(key, made)
    return made
  }

  function unwatch(entry: Watch): void {
    const { group } = entry
    group.watches.delete(entry)
    if (group.watches.size > 0) return
    if (group.timer) clearTimeout(group.timer)
    groups.delete(group.key)
  }

  function onChanged(changes: readonly Change[]): void {
    for (const group of groups.values()) {
      if (changes.some((change) => concerns(change, group))) schedule(group)
    }
  }

  /** Changes made by other processes may have passed unheard. */
  function refreshAll(): void {
    for (const group of groups.values()) schedule(group)
  }

  function schedule(group: Group): void {
    if (group.isAsking) group.isStale = true
    else group.timer ??= setTimeout(() => void refresh(group), windowMs)
  }

  async function refresh(group: Group): Promise<void> {
    group.timer = null
    group.isAsking = true
    try {
      await tellAnswer(group)
    } catch (error) {
      onTrouble(error)
    } finally {
      group.isAsking = false
      if (group.isStale && group.watches.size > 0) {
        group.isStale = false
        schedule(group)
      }
    }
  }

  async function tellAnswer(group: Group): Promise<void> {
    const [first] = group.watches
    if (!first) return
    asked += 1
    try {
      const output = await runtime.ask(first.client.actor(), group.query, group.input)
      const text = JSON.stringify(output)
      group.answered += 1
      for (const entry of group.watches) {
        // A watch without a first answer gets that one from its own question.
        if (entry.sent === '' || entry.sent === text) continue
        entry.sent = text
        entry.client.result({ watch: entry.id, output })
      }
    } catch (error) {
      if (!isDomainError(error)) throw error
      for (const entry of [...group.watches]) end(entry)
    }
  }

  function end(entry: Watch): void {
    unwatch(entry)
    entry.client.gone(entry.id)
  }

  /** Access may have changed: each of these watches is asked again for its own person, and ended when it is refused. */
  async function recheck(entries: Iterable<Watch>): Promise<void> {
    for (const entry of [...entries]) {
      try {
        await runtime.ask(entry.client.actor(), entry.group.query, entry.group.input)
      } catch (error) {
        if (!isDomainError(error)) onTrouble(error)
        end(entry)
      }
    }
  }

  const counts = () => ({
    groups: groups.size,
    asked,
    /** Those that will be asked again, or are being asked. */
    pending: [...groups.values()].filter(({ timer, isAsking }) => timer || isAsking).length,
  })

  return { watch, unwatch, onChanged, refreshAll, recheck, counts }
}

/** A change concerns a group of the same query in the same conference whose input contains what the change names. */
function concerns(change: Change, group: Group): boolean {
  if (change.query !== group.query) return false
  if (!Object.entries(change.input).every(([key, value]) => group.input[key] === value)) return false
  const [first] = group.watches
  if (!first) return false
  const actor = first.client.actor()
  const acting = actingOf(actor)
  if (change.conferenceId && acting && acting.conferenceId !== change.conferenceId) return false
  const { only } = change
  if (!only) return true
  return (
    (!only.delegationId || only.delegationId === acting?.delegationId) &&
    (!only.accreditationId || only.accreditationId === acting?.accreditationId) &&
    (!only.personId || (actor.kind === 'person' && actor.personId === only.personId))
  )
}
