import { type Actor, actingOf } from '#app/kernel/actor.ts'
import { audienceKey } from '#app/kernel/audience.ts'
import { canonicalJson } from '#app/kernel/canonical-json.ts'
import { isDomainError, missing } from '#app/kernel/errors.ts'
import type { Patched, Watching } from '#app/live/messages.ts'
import type { Patch } from '#app/live/patch.ts'
import type { Runtime } from '#server/runtime.ts'
import type { Change } from '#server/work.ts'
import { difference } from './difference.ts'

/** One page's connection, as far as live queries need it. */
export interface WatchClient {
  /** Read anew each time: the capacity of a connection may change while it lives. */
  actor(): Actor
  result(message: Watching): void
  /** What the answer last sent on the watch has become. */
  patch(message: Patched): void
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
  /** The last answer, and the same as text: what those who have it are sent is only what is different. */
  last: { readonly output: unknown; readonly text: string } | null
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
      entry.sent = kept(group, output)
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
      last: null,
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
      const before = group.last
      const text = JSON.stringify(output)
      group.last = before?.text === text ? before : { output, text }
      group.answered += 1
      const patch = before && before.text !== text ? worthwhile(before, group.last) : null
      for (const entry of group.watches) {
        // A watch without a first answer gets that one from its own question.
        if (entry.sent === '' || entry.sent === text) continue
        const hasLast = entry.sent === before?.text
        entry.sent = group.last.text
        if (patch && hasLast) entry.client.patch({ watch: entry.id, patch })
        else entry.client.result({ watch: entry.id, output })
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

interface Answered {
  readonly output: unknown
  readonly text: string
}

/** The text of a first answer; the same one for all who have it, since a large one would be there hundreds of times. */
function kept(group: Group, output: unknown): string {
  const text = JSON.stringify(output)
  group.last ??= { output, text }
  return group.last.text === text ? group.last.text : text
}

/** Under so many signs an answer goes as it is. */
const largeAnswer = 4_000

/** What is different, where saying that is much less than saying all (LE-27). */
function worthwhile(before: Answered, after: Answered): Patch | null {
  if (after.text.length < largeAnswer) return null
  const patch = difference(before.output, after.output)
  return patch && JSON.stringify(patch).length < after.text.length / 2 ? patch : null
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
