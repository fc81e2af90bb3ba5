import { expect, test } from 'vitest'
import type { Actor } from '#app/kernel/actor.ts'
import { audienceKey } from '#app/kernel/audience.ts'
import { idPattern } from '#app/kernel/ids.ts'
import { must } from '#app/kernel/must.ts'
import type { Player } from './cast.ts'
import { type Outcome, outcomeIn, type Row } from './expectation.ts'
import { questions } from './matrix.ts'
import type { Stage } from './stage.ts'

/** They hold whatever the schema of documents allows. */
const documentFields = ['content', 'blocks', 'difference']
/** A frozen statement or released totals are `content` too, and no document. */
const isOfDocument = (key: string, inside: unknown) =>
  documentFields.includes(key) && !(typeof inside === 'object' && inside !== null && 'phases' in inside)
/** Serials, but those that are printed in the statement of requirements; and what only the server needs to know. */
const unwanted =
  /[.\s[\]](id|serial(?<!elements\[\]\.serial)|seq|sequence|offset|epoch|token\w*|\w*[hH]ash(?<!textHash)|createdBy|madeById|password\w*(?<!SetAt)):/

export function answersSuite(stageNow: () => Stage) {
  test('[SEC-010] no field leaves that is not on the list, to no side', async () => {
    const stage = stageNow()
    const sides = new Map<string, Set<string>>()
    for (const { side, name, output } of await answers(stage)) {
      for (const path of keysIn(output)) {
        const line = `${name} ${path}`
        sides.set(line, (sides.get(line) ?? new Set()).add(side))
      }
    }
    const lines = [...sides].map(([line, readers]) => `${line}: ${[...readers].sort().join(', ')}`).sort()
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./fields.txt')
    expect(lines.filter((line) => unwanted.test(line))).toEqual([])
  }, 60_000)

  test('[SEC-013] one answer serves a whole audience: two of it never get different ones', async () => {
    const stage = stageNow()
    const seen = new Map<string, { who: string; output: string }>()
    const different: string[] = []
    for (const { name, about, who, key, output } of await answers(stage)) {
      if (key === null) continue
      const place = `${name} of ${about} for ${key}`
      const text = JSON.stringify(output)
      const before = seen.get(place)
      if (before && before.output !== text) different.push(`${place}: ${before.who} and ${who}`)
      seen.set(place, { who, output: text })
    }
    expect(different).toEqual([])
  }, 60_000)

  test('[SEC-013] an answer stays what it was while nothing happens: nobody is told again of what is the same', async () => {
    const stage = stageNow()
    const before = await answers(stage)
    stage.server.clock.pass(1_000)
    const changed: string[] = []
    for (const { name, input, who, output } of before.filter((each) => asking.includes(each.who))) {
      const again = await stage.server.runtime.ask(await stage.actorOf(stage.player(who)), name, input)
      if (JSON.stringify(again) !== JSON.stringify(output)) changed.push(`${name} for ${who}`)
    }
    expect(changed).toEqual([])
  }, 60_000)

  test('[SEC-014] the database counts nothing across everybody', async () => {
    const rows = await stageNow().server.database.sql("SELECT relname FROM pg_class WHERE relkind = 'S'")
    expect(rows).toEqual([])
  })
}

const asking = ['IKD.reader', 'ESM.head', 'RCO.member', 'secretary']

interface Answered {
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
  readonly about: string
  readonly who: string
  readonly side: string
  readonly key: string | null
  readonly output: unknown
}

export interface Asked {
  readonly player: Player
  readonly row: Row
  readonly got: Outcome
  readonly actor: Actor
  readonly input: Answered['input']
  readonly output: unknown
}

const asked = new WeakMap<Stage, Promise<Asked[]>>()

/** Every question asked by everybody, with what came of it; asked once for all of these tests. */
export function everyAnswer(stage: Stage): Promise<Asked[]> {
  const before = asked.get(stage) ?? askAll(stage)
  asked.set(stage, before)
  return before
}

async function askAll(stage: Stage): Promise<Asked[]> {
  const all: Asked[] = []
  for (const player of stage.players) {
    const actor = await stage.actorOf(player)
    for (const row of questions) {
      const input = row.input(stage)
      let output: unknown = null
      const got = await outcomeIn(async () => {
        output = await stage.server.runtime.ask(actor, row.name, input)
      })
      all.push({ player, row, got, actor, input, output })
    }
  }
  return all
}

/** What was answered here, and under which key others would get the same. */
async function answers(stage: Stage): Promise<Answered[]> {
  const { queries } = stage.server.runtime.registry
  return (await everyAnswer(stage))
    .filter(({ got, player }) => got === 'yes' && player.group !== 'elsewhere')
    .map(({ row, player, actor, input, output }) => {
      const { audience } = must(queries.get(row.name)).contract
      return {
        name: row.name,
        about: row.about,
        who: player.name,
        side: actor.kind === 'anonymous' ? 'strangers' : (actor.acting?.side ?? 'people without a capacity'),
        key: audience === 'person' ? null : audienceKey(audience, actor),
        input,
        output,
      }
    })
}

/** Every key with the way to it: `records[].symbol`. What has a key for English is one text in several languages. */
function keysIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => keysIn(each, `${path}[]`))
  if (typeof value !== 'object' || value === null || 'en' in value) return [path]
  return Object.entries(value).flatMap(([key, inside]) => {
    const name = idPattern.test(key) ? 'each key' : key
    const here = path === '' ? name : `${path}.${name}`
    return isOfDocument(key, inside) ? [here] : keysIn(inside, here)
  })
}
