import { expect, test } from 'vitest'
import type { Actor } from '#app/kernel/actor.ts'
import { must } from '#app/kernel/must.ts'
import { everyAnswer } from './answers.suite.ts'
import { differences, outcomeIn, type Row } from './expectation.ts'
import { acts } from './matrix.ts'
import type { Stage } from './stage.ts'

export function callersSuite(stageNow: () => Stage) {
  test('[SEC-003] every query answers those it is for', async () => {
    expect(differences(await everyAnswer(stageNow()))).toEqual([])
  }, 120_000)

  test('[SEC-003] every mutation is done by those who may', async () => {
    await compare(acts, (stage, actor, row) =>
      stage.server.runtime.mutate(actor, 'a request', row.name, row.input(stage)),
    )
  }, 120_000)

  async function compare(rows: readonly Row[], run: (stage: Stage, actor: Actor, row: Row) => Promise<unknown>) {
    const stage = stageNow()
    const actors = await Promise.all(stage.players.map(stage.actorOf))
    const found = []
    for (const row of rows) {
      for (const [place, player] of stage.players.entries()) {
        found.push({ player, row, got: await outcomeIn(() => run(stage, must(actors[place]), row)) })
      }
    }
    expect(differences(found)).toEqual([])
  }
}
