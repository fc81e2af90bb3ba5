import { type Actor, actingOf } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import type { Tx } from '#app/kernel/work.server.ts'

const keyOf = (actor: Actor, key: string) => ({
  actorKey: actor.kind === 'person' ? (actingOf(actor)?.accreditationId ?? actor.personId) : 'anonymous',
  key,
})

/**
 * Claims a key for this act, or answers with what the same act already gave. A second claim that arrives while the first
 * is still at work waits for it in the database (SEC-018).
 */
export async function claimOnce(tx: Tx, actor: Actor, key: string, act: string, at: Date) {
  const { actorKey } = keyOf(actor, key)
  const claimed = await tx.$executeRaw`
    INSERT INTO act_once (actor_key, key, act, output, at) VALUES (${actorKey}, ${key}, ${act}, 'null'::jsonb, ${at})
    ON CONFLICT DO NOTHING`
  if (claimed === 1) return null
  const before = await tx.actOnce.findUnique({ where: { actorKey_key: { actorKey, key } } })
  if (before?.act !== act)
    throw new DomainError('conflict', 'act-once/other', 'This form was already used. Reload the page and try again.')
  return { output: before.output }
}

export async function keepOutput(tx: Tx, actor: Actor, key: string, output: unknown): Promise<void> {
  const json = JSON.stringify(output ?? null)
  const { actorKey } = keyOf(actor, key)
  await tx.$executeRaw`UPDATE act_once SET output = ${json}::jsonb WHERE actor_key = ${actorKey} AND key = ${key}`
}
