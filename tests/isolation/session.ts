import { vi } from 'vitest'
import { announce } from '#app/features/agenda/meeting-contract.ts'
import { createPosition, nameRevision } from '#app/features/drafts/contract.ts'
import { prepareOffer, setPhase, splitElement } from '#app/features/force/contract.ts'
import { openNote } from '#app/features/notes/contract.ts'
import { must } from '#app/kernel/must.ts'
import type { LiveSocket } from '#app/live/socket.client.ts'
import { openPaper } from '#tests/support/live-client.ts'
import { type HeardFrame, tap } from '#tests/support/tapped-socket.ts'
import { aVisitor, type Visitor } from '#tests/support/visitor.ts'
import { answerTo, aSocket } from '#tests/support/whole-socket.ts'
import { questions } from './matrix.ts'
import { halvesOf } from './matrix-force-desk.ts'
import { pages } from './matrix-pages.ts'
import type { Stage } from './stage.ts'
import { type Entry, isByTheClock, readFrame, readReply, type Transcript } from './transcript.ts'

interface Listening {
  readonly name: string
  readonly socket: LiveSocket
  readonly visitor: Visitor
  readonly heard: HeardFrame[]
  readonly entries: Entry[]
  read: number
}

/** Members of A listen too, to show that there was something to hear. */
export const bystanders = [
  'ESM.head',
  'ESM.drafter',
  'MQS.head',
  'RCO.member',
  'secretary',
  'organiser',
  'nobody',
  'elsewhere ZEM.head',
]
export const ofA = 'IKD.reader'
const listening = [...bystanders, ofA]
/** What each reads of the pages, besides what reaches them by their sockets: as data before the last round, or after it. */
const readingBefore = ['ESM.head', 'RCO.member', 'secretary', 'organiser']
const readingAfter = ['ESM.head', 'MQS.head', 'RCO.member', 'elsewhere ZEM.head', ofA]
/** These open every page at the end as a browser does. */
const opening = ['ESM.head', 'RCO.member']
export const rounds = 4
const aPhase = { ceiling: 700, targetDate: '2027-03-31', ioc: null, foc: null }

/**
 * A morning of everybody but A, the same each time: they watch all there is, write, table nothing, and read every page.
 * `meanwhile` is what A does in each round.
 */
export async function holdSession(stage: Stage, meanwhile: (round: number) => Promise<unknown>) {
  const { server } = stage
  // The pages show the hour, so it must be the same one. It stands still: connections that see it jump give up.
  vi.useFakeTimers({ toFake: ['Date'], now: server.clock.now })
  const everybody = await Promise.all(listening.map((name) => listen(stage, name)))
  const of = (name: string) => must(everybody.find((each) => each.name === name))
  const step = stepIn(stage, everybody)

  for (const each of everybody) await step(`${each.name} watches`, () => watchAll(stage, each))
  const [ours, theirs] = await step('B opens its papers', async () => [
    await openPaper(of('ESM.head').socket, stage.drafts.positionOfB.documentId),
    await openPaper(of('ESM.drafter').socket, stage.drafts.positionOfB.documentId),
  ])
  for (let round = 1; round <= rounds; round++) {
    const work = meanwhile(round)
    const { itemId, noteItemId } = { itemId: stage.agenda.restrictedItemId, noteItemId: stage.agenda.openItemId }
    const act = (name: string, contract: { name: string }, input: object) =>
      step(`round ${round}: ${name} ${contract.name}`, () =>
        answerTo(of(name).socket, 'mutate', { name: contract.name, input }),
      )
    await step(`round ${round}: B types`, async () => {
      await theirs.type(` Estmark in round ${round}.`)
      await until(() => ours.text.includes(`in round ${round}.`), 'B hears what it types')
    })
    await act('ESM.head', createPosition, { title: `Estmark ${round}`, subject: 'ITEM', itemId })
    await act('ESM.drafter', nameRevision, { draftId: stage.drafts.positionOfB.draftId, name: `Round ${round}` })
    await act('MQS.head', createPosition, { title: `Marqesh ${round}`, subject: 'ITEM', itemId })
    if (round === 1) await act('MQS.head', openNote, { itemId: noteItemId, scope: 'DELEGATION' })
    if (round === 1) await act('MQS.head', prepareOffer, { kind: 'TROOPS', title: 'Marqesh' })
    if (round === 2) await act('organiser', splitElement, halvesOf(stage))
    await act('organiser', setPhase, { phaseId: stage.force.one, ...aPhase, name: `Phase of round ${round}` })
    await act('secretary', announce, { audience: 'ALL', texts: { en: `Round ${round}` } })
    await work
    const reading = `round ${round}: reading`
    await step(reading, async () => {
      const readers = round === rounds ? readingAfter : round === rounds - 1 ? readingBefore : []
      for (const name of readers) await readAll(stage, of(name), reading, round === rounds && opening.includes(name))
    })
    for (const each of everybody) each.entries.push({ step: `round ${round} is over`, way: '', says: null })
  }
  for (const { socket } of everybody) socket.disconnect()
  vi.useRealTimers()
  await server.close()
  return new Map<string, Transcript>(everybody.map(({ name, entries }) => [name, entries]))
}

async function listen({ server, player }: Stage, name: string): Promise<Listening> {
  const cookie = await server.cookieOf(must(player(name).loginId))
  const socket = await aSocket(server, cookie)
  return { name, socket, visitor: aVisitor(server, cookie), heard: tap(socket), entries: [], read: 0 }
}

async function watchAll(stage: Stage, { socket }: Listening) {
  for (const row of questions) await answerTo(socket, 'watch', { query: row.name, input: row.input(stage) })
}

async function readAll(stage: Stage, { visitor, entries }: Listening, step: string, asPage: boolean) {
  for (const path of new Set(pages.map((page) => page.path(stage)))) {
    const reply = asPage ? await visitor.page(path) : await visitor.data(path)
    entries.push({ step, way: path, says: readReply(reply, stage.server.host) })
  }
}

/** Does something, waits until everybody has heard what there is to hear of it, and writes that down. */
function stepIn({ server }: Stage, everybody: readonly Listening[]) {
  return async <Result>(name: string, act: () => Promise<Result>): Promise<Result> => {
    // Nothing happens twice in one moment: what is listed by time has one order.
    server.clock.pass(1_000)
    const result = await act()
    await quiet(() => server.assembly.watchers.counts().pending, everybody)
    for (const each of everybody) {
      for (const frame of each.heard.slice(each.read).map(readFrame))
        if (!isByTheClock(frame)) each.entries.push({ step: name, ...frame })
      each.read = each.heard.length
    }
    return result
  }
}

const checkedEveryMs = 25
const quietChecks = 6

/** Until nothing is under way and nobody of these has heard anything for a while. */
async function quiet(pending: () => number, everybody: readonly Listening[]) {
  const heard = () => everybody.reduce((sum, { name, heard: frames }) => sum + (name === ofA ? 0 : frames.length), 0)
  let [before, checks] = [-1, 0]
  await until(() => {
    const now = heard()
    checks = now === before && pending() === 0 ? checks + 1 : 0
    before = now
    return checks === quietChecks
  }, 'everybody has heard everything')
}

async function until(isSo: () => boolean, what: string) {
  for (let left = 60_000 / checkedEveryMs; !isSo(); left--) {
    if (left <= 0) throw new Error(`it never came to this: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, checkedEveryMs))
  }
}
