import { conditionLinks, type ForceQuotes, forceQuotes } from '#app/features/force/contract.ts'
import { mayReadForce } from '#app/features/force/policy.ts'
import { actingOf } from '#app/kernel/actor.ts'
import type { Caller } from '#app/kernel/caller.ts'
import type { OutputOf } from '#app/kernel/contract.ts'

/** What texts on a page may quote, for readers who may see the board; null for observers. */
export async function quotesFor(caller: Caller): Promise<ForceQuotes | null> {
  const acting = actingOf(caller.actor)
  return acting && mayReadForce(acting).ok ? caller.ask(forceQuotes, {}) : null
}

/** Which offers in sight hang on which texts; null for observers. */
export async function linksFor(caller: Caller): Promise<OutputOf<typeof conditionLinks> | null> {
  const acting = actingOf(caller.actor)
  return acting && mayReadForce(acting).ok ? caller.ask(conditionLinks, {}) : null
}
