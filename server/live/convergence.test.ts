import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { DocumentProvider } from '#app/live/document-provider.client.ts'
import { randomToken } from '#app/live/random-token.ts'
import { memoryUnsentStore, type UnsentStore } from '#app/live/unsent-store.ts'
import { aPaper, textIn, wordsOf } from '#tests/support/engine.ts'
import { EngineLine, MortalServer } from '#tests/support/engine-line.ts'
import { FakeClock } from '#tests/support/fake-clock.ts'
import { MemoryJournal } from '#tests/support/memory-journal.ts'
import { isWhole } from './replay.ts'

const runs = Number(process.env.FUZZ_RUNS ?? 250)
const owners = ['Norway', 'Chile', 'Ghana', 'Chile']

const who = fc.nat(owners.length - 1)
const at = fc.nat(60)
const words = fc.string({ minLength: 1, maxLength: 6 })
const act = <const Act extends string>(name: Act) => fc.constant(name)
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: act('type'), who, at, words }) },
  { weight: 2, arbitrary: fc.record({ act: act('erase'), who, at, length: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ act: act('bold'), who, at, length: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ act: act('split'), who, words }) },
  { weight: 6, arbitrary: fc.record({ act: act('burst'), who, at, times: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 4, arbitrary: fc.record({ act: act('time'), ms: fc.constantFrom(10, 50, 300, 3_000) }) },
  { weight: 6, arbitrary: fc.record({ act: act('turns'), count: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 8, arbitrary: fc.record({ act: act('deliver'), who, up: fc.nat(6), down: fc.nat(6) }) },
  { weight: 2, arbitrary: fc.record({ act: act('drop'), who }) },
  { weight: 3, arbitrary: fc.record({ act: act('back'), who }) },
  { weight: 1, arbitrary: fc.record({ act: act('crash') }) },
  { weight: 2, arbitrary: fc.record({ act: act('slow'), turns: fc.nat(8) }) },
  { weight: 2, arbitrary: fc.record({ act: act('fail'), step: fc.constantFrom('before' as const, 'after' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: act('reload'), who }) },
)
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never

interface Page {
  readonly provider: DocumentProvider
  readonly line: EngineLine
  readonly store: UnsentStore
  readonly owner: string
}

interface Desk {
  readonly server: MortalServer
  readonly paper: string
  readonly clock: FakeClock
  readonly pages: Page[]
  /** How long each step of a commit takes, and what the next one does. */
  readonly trouble: { turns: number; fails: 'before' | 'after' | null }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))
const turns = async (count: number) => {
  for (let each = 0; each < count; each++) await turn()
}

function aDesk(): Desk {
  const journal = new MemoryJournal()
  const trouble: Desk['trouble'] = { turns: 0, fails: null }
  const step = (name: 'before' | 'after') => async () => {
    await turns(trouble.turns)
    if (trouble.fails !== name) return
    trouble.fails = null
    throw new Error(`the database failed ${name} the commit`)
  }
  journal.beforeCommit = step('before')
  journal.afterCommit = step('after')
  return { server: new MortalServer(journal), paper: aPaper(journal), clock: new FakeClock(), pages: [], trouble }
}

function aPage(
  { server, paper, clock }: Pick<Desk, 'server' | 'paper' | 'clock'>,
  owner: string,
  store: UnsentStore,
): Page {
  const line = new EngineLine(server, owner)
  const ports = {
    transport: line,
    store,
    clock,
    newOpId: randomToken,
    tab: randomToken(),
    liveTabs: async () => new Set<string>(),
  }
  return { provider: new DocumentProvider({ documentId: paper, schema: 1 }, ports), line, store, owner }
}

async function run(desk: Desk, command: Command): Promise<void> {
  const { server, clock, pages } = desk
  if (command.act === 'time') clock.advance(command.ms)
  else if (command.act === 'turns') await turns(command.count)
  else if (command.act === 'slow') desk.trouble.turns = command.turns
  else if (command.act === 'fail') desk.trouble.fails = command.step
  else if (command.act === 'crash') {
    for (const { line } of pages) line.drop()
    server.crash()
  } else {
    const page = pages[command.who]
    if (page && command.act === 'reload') {
      page.line.drop()
      page.provider.destroy()
      pages[command.who] = aPage(desk, page.owner, page.store)
    } else if (page && command.act === 'back') await open(desk, page)
    else if (page) perform(desk, page, command)
  }
}

/** Connects and lets the opening through. */
async function open({ clock }: Desk, { line }: Page): Promise<void> {
  line.connect()
  clock.advance(50)
  for (let each = 0; each < 12; each++) {
    line.deliverUp()
    await turn()
    line.deliverDown()
  }
}

function perform({ clock }: Desk, { provider, line }: Page, command: Command): void {
  if (command.act === 'drop') line.drop()
  if (command.act === 'deliver') {
    for (let each = 0; each < command.up; each++) line.deliverUp()
    for (let each = 0; each < command.down; each++) line.deliverDown()
  }
  if (!provider.status().mayWrite) return
  const content = provider.doc.getXmlFragment('content')
  const text = textIn(content)
  if (command.act === 'split') content.push([aParagraph(command.words)])
  if (command.act === 'type') text.insert(Math.min(command.at, text.length), command.words)
  if (command.act === 'burst') {
    for (let each = 0; each < command.times; each++) {
      text.insert(Math.min(command.at, text.length), `${each}`)
      clock.advance(41)
      line.deliverUp()
    }
  }
  if (command.act !== 'erase' && command.act !== 'bold') return
  const length = Math.min(command.length, text.length - command.at)
  if (length > 0 && command.act === 'erase') text.delete(command.at, length)
  if (length > 0 && command.act === 'bold') text.format(command.at, length, { bold: {} })
}

function aParagraph(words: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  return paragraph
}

/** Whoever is told that everything is saved has nothing the journal lacks. */
function neverSavedTooEarly({ server, paper }: Desk, { provider }: Page): void {
  if (provider.saving.state().kind !== 'saved') return
  const durable = replayed(server, paper)
  const mine = Y.getState(provider.doc.store, provider.doc.clientID)
  expect(Y.getState(durable.store, provider.doc.clientID)).toBeGreaterThanOrEqual(mine)
}

function replayed({ journal }: MortalServer, paper: string): Y.Doc {
  const doc = new Y.Doc()
  for (const { bytes } of journal.kept(paper).updates) Y.applyUpdate(doc, bytes)
  return doc
}

async function healed({ server, clock, pages, trouble, paper }: Desk): Promise<void> {
  Object.assign(trouble, { turns: 0, fails: null })
  for (let round = 0; round < 200; round++) {
    for (const { line } of pages) line.connect()
    clock.advance(4_000)
    for (let each = 0; each < 8; each++) {
      for (const { line } of pages) while (line.deliverUp() || line.deliverDown());
      await turn()
    }
    for (const room of server.engine.rooms.all) room.fanOut.flush()
    const isApplied = [...server.engine.rooms.all].every(({ seq }) => seq === server.journal.kept(paper).updates.length)
    if (round > 3 && isApplied && pages.every(isAtRest)) return
    // A hole is filled after a moment of real time.
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  throw new Error(
    `not healed: ${JSON.stringify(pages.map(({ provider }) => [provider.saving.state(), provider.status()]))}`,
  )
}

const isAtRest = ({ provider, line }: Page) =>
  provider.status().phase === 'open' && !provider.hasUnsaved && !line.deliverUp() && !line.deliverDown()

test(`[LE-1] [REL-02] whatever is lost, repeated, late or crashed, all copies are one in the end: ${runs} stories`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 90 }), async (commands) => {
      const desk = aDesk()
      const { server } = desk
      for (const owner of owners) desk.pages.push(aPage(desk, owner, { ...memoryUnsentStore(), isDurable: true }))
      for (const page of desk.pages) await open(desk, page)
      for (const each of commands) {
        await run(desk, each)
        for (const page of desk.pages) neverSavedTooEarly(desk, page)
        for (const room of server.engine.rooms.all) expect(isWhole(room.text.doc)).toBe(true)
      }
      await healed(desk)
      const durable = replayed(server, desk.paper)
      expect(isWhole(durable)).toBe(true)
      for (const { provider } of desk.pages) {
        expect(wordsOf(provider.doc)).toBe(wordsOf(durable))
        expect(Y.encodeStateVector(provider.doc)).toEqual(Y.encodeStateVector(durable))
      }
      for (const { provider } of desk.pages) provider.destroy()
      server.engine.rooms.close()
    }),
    {
      numRuns: runs,
      seed: Number(process.env.FUZZ_SEED ?? 20_261_122),
      endOnFailure: process.env.FUZZ_SHRINK === undefined,
    },
  )
}, 600_000)
