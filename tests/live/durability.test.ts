import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Journal } from '#server/live/journal.ts'
import type { Database } from '#server/store/database.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { gate } from '#tests/support/engine.ts'
import { eventually } from '#tests/support/eventually.ts'
import { connect, type OpenPaper, openPaper, textOf, typeInto } from '#tests/support/live-client.ts'
import { aLiveDesk, type LiveDesk } from '#tests/support/live-desk.ts'
import { seatConference, standardSeats } from '#tests/support/seats.ts'

let database: Database
let seated: Awaited<ReturnType<typeof seatConference>>
beforeAll(async () => {
  database = await openTestDatabase()
  seated = await seatConference(database, standardSeats, new Date())
})
afterAll(() => database.close())

const start = (around?: (journal: Journal) => Journal) => aLiveDesk({ database, seated, ...(around ? { around } : {}) })

/** The text as the journal alone gives it. */
async function stored(desk: LiveDesk, paper: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const { bytes } of await desk.journal.since(paper, 0, 100_000)) Y.applyUpdate(doc, bytes)
  return doc
}

test('[LE-2] over real sockets: until the commit is done there is no answer and nobody sees the words', async () => {
  const commit = gate()
  let isHeld = false
  const desk = await start((journal) => ({
    ...journal,
    async append(entries) {
      if (isHeld) await commit.promise
      return journal.append(entries)
    },
  }))
  const paper = await desk.paper('IKD')
  const [norway, chile] = await Promise.all(
    ['IKD.head', 'IKD.drafter'].map(async (seat) => openPaper(await connect(desk, seat), paper)),
  )
  if (!norway || !chile) throw new Error('two people')
  isHeld = true
  const answer = norway.type('Held back.')
  await eventually(() =>
    expect(desk.events.some((event) => event.kind === 'event' && event.event === 'push')).toBe(true),
  )
  await new Promise((resolve) => chile.socket.emit('ask', { name: 'x', input: 1 }, resolve))
  expect(chile.heardOf('batch')).toEqual([])
  expect(norway.heardOf('saved')).toEqual([])
  commit.open()
  expect((await answer).kind).toBe('saved')
  await eventually(() => expect(chile.text).toContain('Held back.'))
  await desk.close()
})

test('[LE-5] the server dies and comes back: every acknowledged edit is there, once, and all copies are equal', async () => {
  let desk = await start()
  const paper = await desk.paper('IKD')
  const seats = ['IKD.head', 'IKD.deputy', 'IKD.drafter']
  let papers = await Promise.all(seats.map(async (seat) => openPaper(await connect(desk, seat), paper)))
  const acknowledged: string[] = []
  for (let life = 0; life < 3; life++) {
    const words = papers.map(async (writer, person) => {
      for (let word = 0; word < 20 && writer.socket.connected; word++) {
        const mark = `[${life}.${person}.${word}]`
        if ((await Promise.race([writer.type(mark), lost(writer)])) !== 'lost') acknowledged.push(mark)
      }
    })
    await eventually(() => expect(acknowledged.length).toBeGreaterThan(life * 40 + 20))
    const dying = desk
    desk = await start()
    await dying.close()
    await Promise.all(words)
    papers = await Promise.all(papers.map((old, person) => comeBack(desk, old, seats[person] ?? '', paper)))
  }
  const durable = await stored(desk, paper)
  for (const mark of acknowledged) expect(textOf(durable).split(mark)).toHaveLength(2)
  await eventually(() => {
    for (const { doc } of papers) expect(textOf(doc)).toBe(textOf(durable))
  })
  await desk.close()
}, 40_000)

const lost = (paper: OpenPaper) =>
  new Promise<'lost'>((resolve) => paper.socket.once('disconnect', () => resolve('lost')))

/** As the browser does: resumes its client id and sends what the server lacks. */
async function comeBack(desk: LiveDesk, old: OpenPaper, seat: string, paper: string): Promise<OpenPaper> {
  old.retire()
  const resume = old.opened.clientId ?? 0
  const back = await openPaper(await connect(desk, seat), paper, { doc: old.doc, resume })
  const lacking = Y.encodeStateAsUpdate(old.doc, back.opened.stateVector)
  expect((await back.push(lacking, { bulk: true })).kind).toBe('saved')
  return back
}

test('[LE-1] seeded stories over real sockets, with lost connections and doubled messages: all copies are one', async () => {
  const desk = await start()
  const story = fc.array(
    fc.record({
      who: fc.nat(2),
      act: fc.constantFrom('type', 'type', 'type', 'erase', 'double', 'away'),
      at: fc.nat(30),
    }),
    { minLength: 15, maxLength: 30 },
  )
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const paper = await desk.paper('IKD')
      const seats = ['IKD.head', 'IKD.deputy', 'IKD.drafter']
      const papers = await Promise.all(
        seats.map(async (seat, place) =>
          openPaper(await connect(desk, seat, { transports: place ? ['websocket'] : ['polling'] }), paper),
        ),
      )
      for (const { who, act, at } of steps) {
        const writer = papers[who]
        if (!writer) continue
        if (act === 'away') {
          writer.socket.disconnect()
          writer.edit((content) => typeInto(content, '(away)'))
          papers[who] = await comeBack(desk, writer, seats[who] ?? '', paper)
        } else {
          const update = writer.edit((content) => {
            const length = Math.min(at, 3)
            if (act === 'erase') content.delete(0, Math.min(content.length, length))
            else typeInto(content, `${who}`)
          })
          const opId = `${`${Math.abs(at)}`.padStart(22, 'x').slice(0, 4)}${Math.random().toString(36).slice(2).padEnd(18, 'y').slice(0, 18)}`
          void writer.push(update, { opId })
          if (act === 'double') void writer.push(update, { opId })
        }
      }
      for (const [place, writer] of papers.entries())
        papers[place] = await comeBack(desk, writer, seats[place] ?? '', paper)
      const durable = await stored(desk, paper)
      await eventually(() => {
        for (const { doc } of papers) expect(textOf(doc)).toBe(textOf(durable))
      })
      for (const { socket } of papers) socket.disconnect()
    }),
    { numRuns: 12, seed: 20_261_122, endOnFailure: true },
  )
  await desk.close()
}, 60_000)
