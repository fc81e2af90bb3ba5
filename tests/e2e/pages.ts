import type { APIRequestContext } from '@playwright/test'
import { must } from '#app/kernel/must.ts'
import type { cast } from './cast.ts'

export type Viewer = Extract<keyof typeof cast, 'head' | 'organiser' | 'observer'> | 'stranger'
export const viewers: readonly Viewer[] = ['stranger', 'observer', 'head', 'organiser']

/** Addresses with ids in them, as one finds them by following links. */
export interface Places {
  readonly item: string
  readonly position: string
  readonly positionReview: string
  readonly shared: string
  readonly sharedReview: string
  readonly tabled: string
  readonly published: string
  readonly draftRecord: string
  readonly delegation: string
  /** An offer that its delegation has released, and one that it prepares. */
  readonly ownOffer: string
  readonly preparedOffer: string
  /** Tables that wait for their correction. */
  readonly importPreview: string
}

export interface PageToSee {
  /** The route's id. */
  readonly route: string
  readonly path: (places: Places) => string
  readonly viewers: readonly Viewer[]
}

const everybody: readonly Viewer[] = ['observer', 'head', 'organiser']
const page = (route: string, path: string | PageToSee['path'], ...who: Viewer[]): PageToSee => ({
  route,
  path: typeof path === 'string' ? () => path : path,
  viewers: who.length > 0 ? who : everybody,
})

/** Every page there is, at an address of each kind, and who looks at it. */
export const pagesToSee: readonly PageToSee[] = [
  page('routes/sign-in', '/sign-in', 'stranger'),
  page('routes/invitation', '/invitation', 'stranger'),
  page('routes/capacity', '/capacity', 'head'),
  page('routes/today', '/'),
  page('routes/agenda', '/agenda'),
  page('routes/agenda.programme', '/agenda/programme'),
  page('routes/agenda.item', ({ item }) => item, 'head', 'organiser'),
  page('routes/agenda.item', ({ item }) => `${item}?notes=PERSONAL`, 'head'),
  page('routes/organiser.desk', '/organiser/desk', 'organiser'),
  page('routes/organiser.desk', '/organiser/desk?items=all', 'organiser'),
  page('routes/organiser.agenda', '/organiser/agenda', 'organiser'),
  page('routes/organiser.agenda.meetings', '/organiser/agenda/meetings', 'organiser'),
  page('routes/organiser.agenda.bodies', '/organiser/agenda/bodies', 'organiser'),
  page('routes/positions', '/positions', 'head'),
  page('routes/positions.new', '/positions/new', 'head'),
  page('position', ({ position }) => position, 'head'),
  page('position-compare', ({ position }) => `${position}/compare?from=1&to=0`, 'head'),
  page('position-revision', ({ position }) => `${position}/revisions/1`, 'head'),
  page('position-review', ({ positionReview }) => positionReview, 'head'),
  page('position-review', ({ positionReview }) => `${positionReview}&step=2`, 'head'),
  page('position-review', ({ positionReview }) => `${positionReview}&step=3`, 'head'),
  page('routes/shared', '/shared', 'head', 'organiser'),
  page('routes/shared.new', '/shared/new', 'organiser'),
  page('shared-draft', ({ shared }) => shared, 'head', 'organiser'),
  page('shared-draft-compare', ({ shared }) => `${shared}/compare?from=1&to=0`, 'head'),
  page('shared-draft-revision', ({ shared }) => `${shared}/revisions/1`, 'head'),
  page('shared-draft-review', ({ sharedReview }) => `${sharedReview}&step=3`, 'organiser'),
  page('routes/tabled', '/tabled'),
  page('routes/tabled.$', ({ tabled }) => tabled, 'head', 'organiser'),
  page('routes/forces', '/forces'),
  page('routes/forces', '/forces?by=state', 'head'),
  page('routes/forces.offers', '/forces/offers', 'head', 'organiser'),
  page('routes/forces.offers.new', '/forces/offers/new', 'head'),
  page('routes/forces.offer', ({ ownOffer }) => ownOffer, 'head', 'organiser'),
  page('routes/forces.offer', ({ preparedOffer }) => preparedOffer, 'head'),
  page('routes/forces.offer.release', ({ preparedOffer }) => `${preparedOffer}/release`, 'head'),
  page('routes/forces.offer.release', ({ preparedOffer }) => `${preparedOffer}/release?step=2`, 'head'),
  page('routes/forces.support', '/forces/support', 'head'),
  page('routes/forces.limits', '/forces/limits', 'head'),
  page('routes/forces.pictures', '/forces/pictures', 'head'),
  page('routes/forces.document', '/forces/document', 'head'),
  page('routes/forces.requirement', '/forces/requirement', 'head', 'organiser'),
  page('routes/forces.requirement.version', '/forces/requirement/versions/1', 'head'),
  page('routes/forces.requirement.import', '/forces/requirement/import', 'organiser'),
  page('routes/forces.accept', '/forces/accept', 'organiser'),
  page('routes/forces.outreach', '/forces/outreach', 'organiser'),
  page('routes/forces.observers', '/forces/observers', 'organiser'),
  page('routes/minutes', '/minutes'),
  page('routes/minutes.record', ({ published }) => published),
  page('routes/minutes.record', ({ draftRecord }) => draftRecord, 'organiser'),
  page('routes/minutes.publish', ({ draftRecord }) => `${draftRecord}/publish`, 'organiser'),
  page('routes/settings', '/settings', 'head'),
  page('routes/reauthenticate', '/reauthenticate', 'head'),
  page('routes/delegation', '/delegation', 'head', 'observer'),
  page('routes/conferences', '/conferences', 'organiser'),
  page('routes/conferences.new', '/conferences/new', 'organiser'),
  page('routes/organiser.conference', '/organiser/conference', 'organiser'),
  page('routes/organiser.import', '/organiser/import', 'organiser'),
  page('routes/organiser.import.preview', ({ importPreview }) => importPreview, 'organiser'),
  page('routes/organiser.import.access', '/organiser/import/access', 'organiser'),
  page('routes/organiser.people', '/organiser/people', 'organiser'),
  page('routes/organiser.delegations', '/organiser/delegations', 'organiser'),
  page('routes/organiser.delegations.new', '/organiser/delegations/new', 'organiser'),
  page('routes/organiser.delegation', ({ delegation }) => delegation, 'organiser'),
  page('routes/$', '/nowhere', 'head'),
]

/** Finds an address of each kind by the links of the pages that lead there. */
export async function findPlaces(as: Record<Exclude<Viewer, 'stranger'>, APIRequestContext>): Promise<Places> {
  const { head, organiser, observer } = as
  const [position, positionReview] = await draftUnder(head, '/positions')
  const [shared, sharedReview] = await draftUnder(organiser, '/shared')
  const [ownOffer, preparedOffer] = await offersOf(head, organiser)
  const records = await links(organiser, '/minutes', /^\/minutes\/[\w-]{22}$/)
  const [published] = await links(observer, '/minutes', /^\/minutes\/[\w-]{22}$/)
  return {
    item: must((await links(head, '/', /^\/agenda\/[\w-]{22}$/)).at(-1), 'no item is under discussion'),
    position,
    positionReview,
    ownOffer,
    preparedOffer,
    shared,
    sharedReview,
    tabled: must((await links(head, '/tabled', /^\/tabled\//))[0], 'no text is tabled'),
    published: must(published, 'no minutes are published'),
    draftRecord: must(
      records.find((record) => record !== published),
      'no minutes are being written',
    ),
    importPreview: await receivedTable(organiser),
    delegation: must((await links(organiser, '/organiser/delegations', /^\/organiser\/delegations\/[\w-]{22}$/))[0]),
  }
}

/** An offer that the secretariat sees as well, and one that it does not. */
async function offersOf(head: APIRequestContext, organiser: APIRequestContext): Promise<[string, string]> {
  const offer = /^\/forces\/offers\/[\w-]{22}$/
  const released = new Set(await links(organiser, '/forces/offers', offer))
  const all = await links(head, '/forces/offers', offer)
  return [
    must(all.find((path) => released.has(path))),
    must(
      all.find((path) => !released.has(path)),
      'no offer is being prepared',
    ),
  ]
}

/** The first draft that has a named revision, and the review of that. */
async function draftUnder(context: APIRequestContext, base: string): Promise<[string, string]> {
  for (const draft of await links(context, base, new RegExp(`^${base}/[\\w-]{22}$`))) {
    const [review] = await links(context, draft, /\/review\?revision=/)
    if (review) return [draft, review]
  }
  throw new Error(`no draft under ${base} has a named revision`)
}

async function links(context: APIRequestContext, path: string, pattern: RegExp): Promise<string[]> {
  const html = await (await context.get(path)).text()
  const found = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  return [...new Set(found)].filter((href) => pattern.test(href))
}

/** Sends a table with slips and with something to look at, as the form does, and answers where its preview is. */
async function receivedTable(context: APIRequestContext): Promise<string> {
  const page = await context.get('/organiser/import')
  const { origin } = new URL(page.url())
  const acting = must((await page.text()).match(/name="acting" value="([\w-]{22})"/)?.[1], 'the form names no capacity')
  const buffer = Buffer.from('Code;Kind;Name (English);Colour\r\nX;Guest;Sør-Øst;grey\r\nNOR;State;القصر;blue\r\n')
  const answer = await context.post('/organiser/import', {
    multipart: {
      intent: 'imports.receive',
      acting,
      into: 'CURRENT',
      'file.delegations': { name: 'delegations.csv', mimeType: 'text/csv', buffer },
    },
    headers: { Origin: origin, 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'document' },
    maxRedirects: 0,
  })
  return must(answer.headers().location, `the tables were not taken: ${answer.status()}`)
}
