import type { ActionFunctionArgs, ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { createCookies } from '#app/features/identity/cookies.server.ts'
import { missing } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { aBrowser } from '#tests/support/identity.ts'
import { at, readData, redirectIn } from '#tests/support/read-data.ts'
import type { Reply } from '#tests/support/visitor.ts'
import type { Canaries } from './canaries.ts'
import { differences, outcomeOf } from './expectation.ts'
import { acts } from './matrix.ts'
import { pages } from './matrix-pages.ts'
import { visitorsOf } from './pages.suite.ts'
import type { Stage } from './stage.ts'

/** These forms read their fields by hand and answer in a way of their own; identity's tests show them. */
const ownForms = ['identity.signIn', 'identity.acceptInvitation', 'identity.reauthenticate', 'imports.receive']
/** What these forms do is done for everybody: a stranger's choice of language, signing out twice. */
const forEverybody = ['identity.signOut', 'identity.setLanguage']

const sending = ['anonymous', 'IKD.reader', 'ESM.head', 'RCO.member', 'secretary']

export function postsSuite(stageNow: () => Stage, canaries: Canaries) {
  test('[SEC-003][SEC-012] every form of every page does what its sender may do, and nothing else', async () => {
    const stage = stageNow()
    const doors = await doorsOf(stage.server.pages.build)
    const visitors = await visitorsOf(stage, sending)
    const rows = acts.filter(({ name }) => !ownForms.includes(name))
    const found = await Promise.all(
      visitors.map(async ({ player, visitor }) => {
        const got = []
        const acting = player.loginId === null ? undefined : stage.server.accreditation(player.name)
        for (const row of rows) {
          for (const route of doors.get(row.name) ?? []) {
            const path = addressOf(stage, route)
            const reply = await visitor.post(path, { ...row.input(stage), intent: row.name, acting })
            canaries.look(player, `${path} ${row.name}`, reply.body + JSON.stringify(reply.rawHeaders))
            got.push({ player, row, got: await postOutcome(reply) })
          }
        }
        return got
      }),
    )
    const isMeant = ({ player, row }: { player: { group: string }; row: { name: string } }) =>
      player.group !== 'stranger' || !forEverybody.includes(row.name)
    expect(differences(found.flat().filter(isMeant))).toEqual([])
    expect(canaries.leaks).toEqual([])
  }, 120_000)
}

/** An index route's form says that it means the page itself and not the frame around it. */
function addressOf(stage: Stage, route: string): string {
  const path = must(pages.find((page) => page.route === route)).path(stage)
  return stage.server.pages.build.routes[route]?.index ? `${path}?index` : path
}

/** Which mutation comes in by which routes' forms: each action is asked, with a caller that only listens. */
export async function doorsOf({ routes }: ServerBuild): Promise<Map<string, string[]>> {
  const doors = new Map<string, string[]>()
  for (const { id, module } of Object.values(routes)) {
    if (!module.action) continue
    for (const name of new Set(acts.map((row) => row.name))) {
      if ((await reachedBy(module.action, name)) === name) doors.set(name, [...(doors.get(name) ?? []), id])
    }
  }
  return doors
}

async function reachedBy(action: NonNullable<ServerBuild['routes'][string]['module']['action']>, intent: string) {
  let reached: string | null = null
  const refuse = (contract: { name: string }) => {
    reached ??= contract.name
    return Promise.reject(missing())
  }
  const caller = { actor: { kind: 'person' as const }, ask: refuse, mutate: refuse }
  const args = {
    request: new Request('http://x/', { method: 'POST', body: new URLSearchParams({ intent }) }),
    params: {},
    context: { caller, cookies: createCookies({ isSecure: false }), browser: aBrowser(), locale: 'en' },
  } as unknown as ActionFunctionArgs
  // Whatever the route makes of the refusal: it has said what it came for.
  await Promise.resolve(action(args)).catch(() => null)
  return reached
}

async function postOutcome({ status, headers, body }: Reply): Promise<string> {
  const answer = headers['content-type']?.includes('turbo') || body.startsWith('[') ? await readData(body) : null
  const leadsTo = headers.location ?? redirectIn(answer)
  if (leadsTo !== null) return leadsTo.startsWith('/sign-in?next') ? 'sign in' : 'yes'
  const refusal = at(answer, 'data', 'refusal')
  // A file that is sent down has no form's answer around it.
  if (at(answer, 'data', 'ok') === true || typeof at(answer, 'data') === 'string') return 'yes'
  const [kind, code] = [at(refusal, 'kind'), at(refusal, 'code')]
  if (typeof code !== 'string' || !isKind(kind)) return `status ${status} ${body.slice(0, 200)}`
  return outcomeOf({ kind, code })
}

type Kind = Parameters<typeof outcomeOf>[0]['kind']
const kinds: readonly unknown[] = [
  'invalid',
  'missing',
  'denied',
  'conflict',
  'reauthenticate',
  'limited',
  'signed-out',
]
const isKind = (value: unknown): value is Kind => kinds.includes(value)
