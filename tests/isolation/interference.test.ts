import { expect, test } from 'vitest'
import { must } from '#app/kernel/must.ts'
import { offerInPrivate } from './private-force.ts'
import { changePlacesInPrivate, writeInPrivate } from './private-work.ts'
import { bystanders, holdSession, ofA, rounds } from './session.ts'
import { aStage } from './stage.ts'
import { idsIn, toCompare } from './transcript.ts'

const editsPerRound = 125
const draftsPerRound = 5
const offersPerRound = 3
/** The secretariat badges delegations and sees the rights of their members: it may notice the last round. */
const secretariat = ['secretary', 'organiser']

test('[SEC-013] what A does for itself changes nothing that reaches anybody else: bytes, frames, order, number', async () => {
  const idle = await holdSession(await aStage(), async () => {})
  const stage = await aStage()
  let words = 0
  const word = (where: string) => `zqprivate${where.replaceAll(' ', '')}${++words}`
  const busy = await holdSession(stage, async (round) => {
    await writeInPrivate(stage.server, {
      itemId: stage.agenda.restrictedItemId,
      ...stage.drafts.position,
      word,
      edits: editsPerRound,
      drafts: draftsPerRound,
    })
    const { battalionId, hospitalId } = stage.force
    await offerInPrivate(stage.server, {
      force: stage.force,
      // The battalion is divided in the second round, with what A would bring to it.
      elementId: round === 1 ? battalionId : hospitalId,
      linkSymbol: stage.drafts.toAll.symbol,
      word,
      offers: offersPerRound,
    })
    if (round === rounds) await changePlacesInPrivate(stage.server, word)
  })
  const inBoth = (ids: Set<string>, others: Set<string>) => new Set([...ids].filter((each) => others.has(each)))
  const known = inBoth(idsIn(idle.values()), idsIn(busy.values()))
  const got = (transcripts: typeof idle, name: string) => {
    const transcript = must(transcripts.get(name))
    const end = transcript.findIndex(({ step }) => step === `round ${rounds - 1} is over`)
    return toCompare(secretariat.includes(name) ? transcript.slice(0, end) : transcript, known)
  }

  for (const name of bystanders) {
    const [before, after] = [got(idle, name), got(busy, name)]
    expect(before.size, name).toBeGreaterThan(50)
    expect(differing(before, after), name).toEqual([])
    expect([...after.values()].join('')).not.toContain('zqprivate')
  }
  // A's own member heard of it: what these transcripts hold does show it, where it may be shown.
  expect(differing(got(idle, ofA), got(busy, ofA)).length).toBeGreaterThan(10)
  expect([...got(busy, ofA).values()].join('')).toContain('zqprivate')
  expect(words).toBeGreaterThan(rounds * editsPerRound)
}, 600_000)

/** Where one got something and the other something else, or nothing. */
function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((place) => one.get(place) !== other.get(place))
    .map((place) => `${place}: ${around(one.get(place), other.get(place))}`)
    .slice(0, 20)
}

/** The two texts from just before where they part. */
function around(one = 'nothing', other = 'nothing'): string {
  let place = 0
  while (place < one.length && one[place] === other[place]) place += 1
  const start = Math.max(0, place - 60)
  return `${one.slice(start, place + 80)} ≠ ${other.slice(start, place + 80)}`
}
