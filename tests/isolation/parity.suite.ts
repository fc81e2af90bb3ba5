import { expect, test } from 'vitest'
import { newId } from '#app/kernel/ids.server.ts'
import { must } from '#app/kernel/must.ts'
import { tryOpen } from '#tests/support/live-client.ts'
import type { Reply } from '#tests/support/visitor.ts'
import { answerTo, aSocket } from '#tests/support/whole-socket.ts'
import { expected, outcomeIn, type Row } from './expectation.ts'
import { acts, questions } from './matrix.ts'
import { documents } from './matrix-documents.ts'
import { pages } from './matrix-pages.ts'
import { visitorsOf } from './pages.suite.ts'
import type { Stage } from './stage.ts'

const asking = ['ESM.head', 'ESM.moved', 'RCO.member', 'interpreter', 'elsewhere organiser']

/** The same with ids that nothing has; symbols that were never allotted. */
const toNothing = (text: string) =>
  text.replace(/(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])/g, () => newId()).replace(/CRP\.\d\b/g, 'CRP.9')
const inputToNothing = (input: unknown): Record<string, unknown> => JSON.parse(toNothing(JSON.stringify(input)))

export function paritySuite(stageNow: () => Stage) {
  test.each(['page', 'data', 'leaf'] as const)(
    '[SEC-004] what is not one’s own and what does not exist are the same bytes, asked for as a %s',
    async (form) => {
      const stage = stageNow()
      const different: string[] = []
      let compared = 0
      for (const { player, visitor } of await visitorsOf(stage, asking)) {
        for (const row of pages) {
          const there = row.path(stage)
          const nowhere = toNothing(there)
          if (there === nowhere || expected({ ...row, name: row.route }, player) !== 'missing') continue
          const ask = (path: string) =>
            form === 'page' ? visitor.page(path) : visitor.data(path, form === 'leaf' ? row.route : undefined)
          const [hidden, absent] = await inOneMinute(async () => [await ask(there), await ask(nowhere)] as const)
          compared += 1
          if (hidden.status !== 404) different.push(`${player.name}: ${there} answers ${hidden.status}`)
          const unlike = difference(plain(hidden, there), plain(absent, nowhere))
          if (unlike) different.push(`${player.name}: ${there}: ${unlike}`)
        }
      }
      expect(different).toEqual([])
      expect(compared).toBeGreaterThan(20)
    },
    60_000,
  )

  test('[SEC-004] on a socket too', async () => {
    const stage = stageNow()
    const different: string[] = []
    for (const player of asking.map(stage.player)) {
      const socket = await aSocket(stage.server, await stage.server.cookieOf(must(player.loginId)))
      for (const row of questions.filter((each) => expected(each, player) === 'missing')) {
        for (const event of ['ask', 'watch'] as const) {
          const key = event === 'ask' ? { name: row.name } : { query: row.name }
          const hidden = await answerTo(socket, event, { ...key, input: row.input(stage) })
          const absent = await answerTo(socket, event, { ...key, input: inputToNothing(row.input(stage)) })
          if (JSON.stringify(hidden) !== JSON.stringify(absent)) different.push(`${player.name}: ${event} ${row.name}`)
        }
      }
      for (const row of documents.filter((each) => expected(each, player) === 'missing')) {
        const [hidden, absent] = [await tryOpen(socket, row.document(stage)), await tryOpen(socket, newId())]
        if (JSON.stringify(hidden) !== JSON.stringify(absent)) different.push(`${player.name}: open ${row.about}`)
      }
      socket.disconnect()
    }
    expect(different).toEqual([])
  }, 60_000)

  test('[SEC-004] nobody finds out by acting on it either', async () => {
    const stage = stageNow()
    const different: string[] = []
    for (const player of asking.map(stage.player)) {
      const actor = await stage.actorOf(player)
      const toHide = (row: Row) => expected(row, player) === 'missing' && row.name !== 'imports.receive'
      for (const row of acts.filter(toHide)) {
        const input = inputToNothing(row.input(stage))
        const got = await outcomeIn(() => stage.server.runtime.mutate(actor, 'a request', row.name, input))
        if (got !== 'missing') different.push(`${player.name}: ${row.name} of nothing: ${got}`)
      }
    }
    expect(different).toEqual([])
  }, 60_000)
}

/** Asks again when the minute changed meanwhile: the clock in a page's head shows it. */
async function inOneMinute<Got>(ask: () => Promise<Got>): Promise<Got> {
  const minute = () => Math.floor(Date.now() / 60_000)
  for (;;) {
    const begun = minute()
    const got = await ask()
    if (minute() === begun) return got
  }
}

/** Where two texts part, with what stands there; null where they are the same. */
function difference(one: string, other: string): string | null {
  if (one === other) return null
  let at = 0
  while (one[at] === other[at]) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  return `${around(one)} ≠ ${around(other)}`
}

/** Without what differs from one answer to the next, and without the address itself. */
function plain({ status, headers, body }: Reply, path: string): string {
  const { date: _date, 'x-request-id': requestId, 'content-security-policy': policy, ...kept } = headers
  const nonce = /'nonce-([^']+)'/.exec(String(policy ?? ''))?.[1] ?? ''
  const pageKey = /"pageKey\\?",\\?"([\w-]{22})/.exec(body)?.[1] ?? ''
  const blank = (text: string) =>
    [nonce, String(requestId), pageKey, ...(path.match(/[A-Za-z0-9_-]{22}|CRP\.\d/g) ?? [])]
      .reduce((left, one) => (one === '' ? left : left.replaceAll(one, '·')), text)
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '·')
  return blank(JSON.stringify({ status, kept, policy, body }))
}
