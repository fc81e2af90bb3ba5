import { expect, test } from 'vitest'
import { aVisitor, type Reply, type Visitor } from '#tests/support/visitor.ts'
import type { Canaries } from './canaries.ts'
import type { Player } from './cast.ts'
import { differences } from './expectation.ts'
import { pages } from './matrix-pages.ts'
import type { PageOutcome, PageRow } from './page-row.ts'
import type { Stage } from './stage.ts'

/** Asked for alone, a page has nobody in front of it: that is where everybody tries, and where every word must show. */
const asAlone = [
  'anonymous',
  'IKD.expired',
  'nobody',
  'IKD.drafter',
  'IKD.reader',
  'ESM.moved',
  'MQS.head',
  'RCO.member',
  'organiser',
  'secretary',
  'interpreter',
  'elsewhere organiser',
  'elsewhere ZEM.head',
]
const asData = ['anonymous', 'IKD.reader', 'RCO.member']
const asPage = ['anonymous', 'nobody', 'IKD.head', 'ESM.head', 'RCO.member', 'secretary']
/** These also follow every link they are shown. */
const following = ['anonymous', 'ESM.head', 'RCO.member', 'secretary']

interface Visiting {
  readonly player: Player
  readonly visitor: Visitor
}

export async function visitorsOf({ server, player }: Stage, names: readonly string[]): Promise<Visiting[]> {
  return Promise.all(
    names.map(player).map(async (each) => ({
      player: each,
      visitor: aVisitor(server, each.loginId && (await server.cookieOf(each.loginId))),
    })),
  )
}

function pageOutcome({ status, headers, body }: Reply): PageOutcome | `status ${number}` {
  if (status === 200) return 'yes'
  if (status === 404) return 'missing'
  if (status === 403) return 'no'
  const location = headers.location ?? /"redirect","([^"]*)"/.exec(body)?.[1]
  if (location === undefined) return `status ${status}`
  const { pathname } = new URL(location, 'http://x')
  if (pathname === '/sign-in') return 'sign in'
  return pathname === '/capacity' ? 'choose' : `to ${pathname}`
}

export function pagesSuite(stageNow: () => Stage, canaries: Canaries) {
  test.each([
    ['alone', asAlone],
    ['data', asData],
    ['page', asPage],
  ] as const)(
    '[SEC-002][SEC-003][SEC-012] every page answers by itself who may see it, asked for as: %s',
    async (form, names) => {
      const stage = stageNow()
      const asking = (await visitorsOf(stage, names)).map(async ({ player, visitor }) => {
        const got = []
        const shown: string[] = []
        for (const row of pages) {
          const path = row.path(stage)
          const reply = await replyTo(visitor, form, path, row.route)
          got.push({ player, row: named(row, form), got: pageOutcome(reply) })
          canaries.look(player, `${path} ${form}`, bytesOf(reply))
          shown.push(...linksIn(reply))
        }
        if (form === 'page' && following.includes(player.name)) await follow({ player, visitor }, shown)
        return got
      })
      expect(differences((await Promise.all(asking)).flat())).toEqual([])
      expect(canaries.leaks).toEqual([])
    },
    300_000,
  )

  test('[SEC-002] the old way in to one part of a page is shut, for every part of every page', async () => {
    const stage = stageNow()
    const answers = new Set<string>()
    for (const { player, visitor } of await visitorsOf(stage, ['anonymous', 'RCO.member', 'IKD.head'])) {
      for (const row of pages) {
        const path = row.path(stage)
        const reply = await visitor.page(
          `${path}${path.includes('?') ? '&' : '?'}_data=${encodeURIComponent(row.route)}`,
        )
        canaries.look(player, `${path} by _data`, bytesOf(reply))
        answers.add(`${reply.status} ${reply.headers.location ?? ''}`.trim())
      }
    }
    expect([...answers]).toEqual(['400'])
    expect(canaries.leaks).toEqual([])
  }, 60_000)

  async function follow({ player, visitor }: Visiting, shown: readonly string[]) {
    const waiting = [...shown]
    const known = new Set(pages.map((row) => row.path(stageNow())))
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (known.has(path)) continue
      known.add(path)
      const reply = await visitor.page(path)
      canaries.look(player, path, bytesOf(reply))
      waiting.push(...linksIn(reply))
    }
  }
}

function replyTo(visitor: Visitor, form: 'alone' | 'data' | 'page', path: string, route: string): Promise<Reply> {
  if (form === 'page') return visitor.page(path)
  return form === 'data' ? visitor.data(path) : visitor.data(path, route)
}

const bytesOf = ({ body, rawHeaders }: Reply) => body + JSON.stringify(rawHeaders)

const linksIn = ({ body }: Reply): string[] =>
  [...body.matchAll(/href="(\/[^"#]*)/g)]
    .map(([, link = '']) => link.replaceAll('&amp;', '&'))
    .filter((link) => !/^\/(assets|words|favicon|node_modules|app)\b/.test(link))

const named = ({ route, about, may, alone }: PageRow, form: string) => ({
  name: route,
  about,
  may: form === 'alone' ? { ...may, ...alone } : may,
})
