import { afterAll, expect, test, vi } from 'vitest'
import { announce } from '#app/features/agenda/meeting-contract.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { must } from '#app/kernel/must.ts'
import type { LiveSocket } from '#app/live/socket.client.ts'
import { OpenPaper, tryOpen } from '#tests/support/live-client.ts'
import { type HeardFrame, tap } from '#tests/support/tapped-socket.ts'
import { aVisitor } from '#tests/support/visitor.ts'
import { answerTo, aSocket } from '#tests/support/whole-socket.ts'
import type { Canaries } from './canaries.ts'
import type { Player } from './cast.ts'
import { differences, outcomeOf, type Row } from './expectation.ts'
import { acts, questions } from './matrix.ts'
import { documents } from './matrix-documents.ts'
import { offerInPrivate } from './private-force.ts'
import { changePlacesInPrivate, writeInPrivate } from './private-work.ts'
import { leaksIn } from './secrets.ts'
import type { Stage } from './stage.ts'

const connecting = ['nobody', 'IKD.reader', 'IKD.drafter', 'ESM.head', 'RCO.member', 'secretary', 'elsewhere organiser']

interface Connected {
  readonly player: Player
  readonly socket: LiveSocket
  readonly heard: HeardFrame[]
}
type Found = Parameters<typeof differences>[0]

/** The sockets stay open from one test to the next: what was watched in one is still watched in the last. */
export function socketsSuite(stageNow: () => Stage, canaries: Canaries) {
  let open: Promise<Connected[]> | null = null
  afterAll(async () => {
    for (const { socket } of (await open) ?? []) socket.disconnect()
  })

  test.each(['anonymous', 'IKD.suspended', 'IKD.expired'])('[SEC-058] %s gets no socket', async (name) => {
    const { server, player } = stageNow()
    const { loginId } = player(name)
    const cookie = loginId ? await server.cookieOf(loginId) : 'session=none'
    await expect(aSocket(server, cookie)).rejects.toThrow()
  })

  test.each(['ask', 'watch'] as const)(
    '[SEC-003][SEC-012] every query answers the same on a socket, by %s',
    async (event) => {
      await onEachSocket(async (stage, { player, socket }) => {
        const got = []
        for (const row of questions) {
          const key = event === 'ask' ? { name: row.name } : { query: row.name }
          const answer = await answerTo(socket, event, { ...key, input: row.input(stage) })
          const expecting = event === 'watch' ? asWatch(stage, row) : row
          got.push({ player, row: expecting, got: answer.ok ? 'yes' : outcomeOf(answer.refusal) })
        }
        return got
      })
    },
    120_000,
  )

  test('[SEC-003][SEC-012] every mutation too, but that what deals in tokens is not there', async () => {
    await onEachSocket(async (stage, { player, socket }) => {
      const got = []
      for (const row of acts) {
        const answer = await answerTo(socket, 'mutate', { name: row.name, input: row.input(stage) })
        got.push({ player, row: onSocket(stage, row), got: answer.ok ? 'yes' : outcomeOf(answer.refusal) })
      }
      return got
    })
  }, 120_000)

  test('[SEC-003][SEC-012][SEC-050] every live document opens to its circle and to nobody else', async () => {
    await onEachSocket(async (stage, { player, socket }) => {
      const got = []
      for (const row of documents) got.push({ player, row, got: await opened(socket, row.document(stage)) })
      return got
    })
  }, 120_000)

  test('[SEC-072] whoever guesses at documents is told nothing, and soon may not guess any more', async () => {
    const { server, player } = stageNow()
    const socket = await aSocket(server, await server.cookieOf(must(player('MQS.head').loginId)))
    const codes: string[] = []
    for (let guess = 0; guess < 90; guess++) codes.push(await opened(socket, newId()))
    expect(new Set(codes)).toEqual(new Set(['missing', 'live/limited']))
    expect(codes.lastIndexOf('missing')).toBeLessThan(80)
    socket.disconnect()
  }, 30_000)

  test('[SEC-012] no word of A reaches anybody while it goes on working, nor the figures and the log', async () => {
    const { server, drafts, agenda, force, register } = stageNow()
    server.rehearse(false)
    const before = register.secrets.length
    const word = (where: string) => register.secret(`new ${where}`, 'A')
    await writeInPrivate(server, {
      itemId: agenda.restrictedItemId,
      ...drafts.position,
      word,
      edits: 24,
      drafts: 4,
    })
    const linkSymbol = drafts.toAll.symbol
    await offerInPrivate(server, { force, elementId: force.battalionId, linkSymbol, word, offers: 3 })
    await changePlacesInPrivate(server, word)
    expect(register.secrets.length - before).toBeGreaterThan(30)
    // What is told to everybody ends the watching: whatever A did before it would have been told before it.
    const last = register.secret('announcement at the end', 'A', 'B', 'C', 'observer', 'secretariat')
    await (await server.as('secretary')).mutate(announce, { audience: 'ALL', texts: { en: last } })
    const members = (await sockets()).filter(({ player: { group } }) => group !== 'idle' && group !== 'elsewhere')
    await vi.waitFor(() => expect(members.every(({ heard }) => bytesOf(heard).includes(last))).toBe(true), 10_000)
    for (const { player, heard } of await sockets()) canaries.look(player, 'a socket', bytesOf(heard))
    expect(canaries.leaks).toEqual([])
    // Its own members were told: there was something to hear.
    expect(canaries.hasFound('new words typed')).toBe(true)

    const operator = aVisitor(server)
    const figures = [await operator.page('/metrics'), await operator.page('/readyz'), await operator.page('/healthz')]
    expect(figures.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(leaksIn(JSON.stringify(figures), register.secrets)).toEqual([])
    expect(leaksIn(server.logged.join(''), register.secrets)).toEqual([])
    expect(server.logged.length).toBeGreaterThan(50)
    server.rehearse(true)
  }, 60_000)

  const sockets = () => {
    open ??= Promise.all(connecting.map(stageNow().player).map(connect))
    return open
  }
  async function connect(player: Player): Promise<Connected> {
    const { server } = stageNow()
    const socket = await aSocket(server, await server.cookieOf(must(player.loginId)))
    return { player, socket, heard: tap(socket) }
  }

  async function onEachSocket(run: (stage: Stage, connected: Connected) => Promise<Found>) {
    const stage = stageNow()
    const found = await Promise.all((await sockets()).map((each) => run(stage, each)))
    expect(differences(found.flat())).toEqual([])
    for (const { player, heard } of await sockets()) canaries.look(player, 'a socket', bytesOf(heard))
    expect(canaries.leaks).toEqual([])
  }
}

/** Who acts in nothing belongs to no audience of several. */
function asWatch({ server }: Stage, row: Row): Row {
  const { audience } = must(server.runtime.registry.queries.get(row.name)).contract
  return audience === 'person' || audience === 'public' ? row : { ...row, may: { ...row.may, idle: 'missing' } }
}

/** Nobody finds these there; a person without a capacity hears of that first where the act needs one. */
function onSocket({ server }: Stage, row: Row): Row {
  const isHere = must(server.runtime.registry.mutations.get(row.name)).contract.transport === 'any'
  return isHere ? row : { ...row, may: { idle: 'missing' } }
}

async function opened(socket: LiveSocket, document: string): Promise<string> {
  const paper = await tryOpen(socket, document)
  if (!(paper instanceof OpenPaper)) return paper.code
  return paper.opened.mayWrite ? 'write' : 'read'
}

const bytesOf = (heard: readonly HeardFrame[]) =>
  Buffer.concat(heard.map(({ data }) => Buffer.from(data))).toString('latin1')
