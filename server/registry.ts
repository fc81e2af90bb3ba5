import type { Courier } from '#app/kernel/courier.server.ts'
import type { DocumentKind } from '#app/kernel/documents.ts'
import type { MutationHandler, QueryHandler } from '#app/kernel/work.server.ts'

/** What one feature brings: its use cases, its answers, the live documents it knows, and what carries its outbox. */
export interface Feature {
  readonly mutations?: readonly MutationHandler[]
  readonly queries?: readonly QueryHandler[]
  readonly documents?: readonly DocumentKind[]
  readonly couriers?: readonly Courier[]
}

export interface Registry {
  readonly mutations: ReadonlyMap<string, MutationHandler>
  readonly queries: ReadonlyMap<string, QueryHandler>
  /** By a query, those whose answers are made of what it answers. */
  readonly followers: ReadonlyMap<string, readonly string[]>
  readonly documents: ReadonlyMap<string, DocumentKind>
  readonly couriers: ReadonlyMap<string, Courier>
}

export function createRegistry(features: readonly Feature[]): Registry {
  const queries = features.flatMap((feature) => feature.queries ?? [])
  return {
    followers: followersIn(queries),
    mutations: byName(
      features.flatMap((feature) => feature.mutations ?? []),
      (each) => each.contract.name,
    ),
    queries: byName(queries, (each) => each.contract.name),
    documents: byName(
      features.flatMap((feature) => feature.documents ?? []),
      (each) => each.kind,
    ),
    couriers: byName(
      features.flatMap((feature) => feature.couriers ?? []),
      (each) => each.kind,
    ),
  }
}

function byName<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const item of items) {
    if (map.has(nameOf(item))) throw new Error(`${nameOf(item)} is registered twice`)
    map.set(nameOf(item), item)
  }
  return map
}

function followersIn(queries: readonly QueryHandler[]): ReadonlyMap<string, readonly string[]> {
  const followers = new Map<string, string[]>()
  for (const { contract } of queries) {
    for (const followed of contract.follows)
      followers.set(followed, [...(followers.get(followed) ?? []), contract.name])
  }
  return followers
}
