// Pictures of the key pages, to be looked at: node --import tsx tests/e2e/pictures.ts <folder> [address]
// Without an address the built server is started on a demonstration conference of its own.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { must } from '#app/kernel/must.ts'
import { findBrowser } from '#tests/support/browser.ts'
import { cast, type Seat } from './cast.ts'
import { findPlaces, type PageToSee, type Places, pagesToSee, type Viewer } from './pages.ts'

const [folder, given] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder for the pictures.')
mkdirSync(folder, { recursive: true })

type State = BrowserContextOptions['storageState']
interface Look extends BrowserContextOptions {
  readonly locale?: string
  readonly isPrinted?: true
}
const desktop = { width: 1440, height: 900 }
const looks: Readonly<Record<string, Look>> = {
  desktop: { viewport: desktop },
  dark: { viewport: desktop, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  arabic: { viewport: desktop, locale: 'ar' },
  print: { viewport: { width: 794, height: 1123 }, isPrinted: true },
}
const force = ['', '.offers', '.offer', '.offer.release', '.limits', '.pictures', '.accept', '.outreach'].map(
  (page) => `routes/forces${page}`,
)
/** Every page on a desktop and on a phone; those that look otherwise in another light, language or on paper, there too. */
const more: Readonly<Record<string, readonly string[]>> = {
  dark: [
    'routes/today',
    'routes/agenda.item',
    'routes/organiser.desk',
    'position',
    'routes/minutes.record',
    'routes/sign-in',
    ...force,
  ],
  arabic: [
    'routes/today',
    'routes/agenda',
    'routes/agenda.item',
    'routes/organiser.desk',
    'position-review',
    'routes/tabled',
    ...force,
  ],
  print: [
    'routes/agenda',
    'routes/agenda.item',
    'routes/tabled.$',
    'routes/minutes.record',
    'position',
    'routes/forces.document',
    'routes/forces.pictures',
  ],
}

const server = given ? null : await startServer()
const baseURL = given ?? must(server).address
const asForm = {
  headers: { Origin: baseURL, 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'document' },
  maxRedirects: 0,
}
const browser = await chromium.launch({
  executablePath: must(findBrowser(), 'no browser was found'),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
})
try {
  const states = new Map<Viewer, State>()
  for (const viewer of ['head', 'organiser', 'observer'] as const)
    states.set(viewer, await signIn(browser, cast[viewer]))
  const as = async (viewer: Viewer) => (await browser.newContext({ baseURL, storageState: states.get(viewer) })).request
  const places = await findPlaces({
    head: await as('head'),
    organiser: await as('organiser'),
    observer: await as('observer'),
  })
  for (const [name, look] of Object.entries(looks)) {
    for (const row of pagesToSee) {
      if (more[name] && !more[name].includes(row.route)) continue
      for (const viewer of row.viewers) await picture({ name, look, row, viewer, places, state: states.get(viewer) })
    }
  }
} finally {
  await browser.close()
  await server?.stop()
}

interface Wanted {
  readonly name: string
  readonly look: Look
  readonly row: PageToSee
  readonly viewer: Viewer
  readonly places: Places
  readonly state: State
}

async function picture({ name, look, row, viewer, places, state }: Wanted): Promise<void> {
  const { locale, isPrinted, ...options } = look
  const context = await browser.newContext({ baseURL, storageState: state, ...options })
  const page = await context.newPage()
  const path = row.path(places)
  if (locale) await speak(page, locale)
  await page.goto(path, { waitUntil: 'networkidle' })
  if (isPrinted) await page.emulateMedia({ media: 'print' })
  const rows = pagesToSee.filter(({ route }) => route === row.route)
  const place = rows.length > 1 ? `-${rows.indexOf(row) + 1}` : ''
  const file = `${row.route.replace('routes/', '').replace(/[.$]+/g, '-')}${place}-${viewer}-${name}.png`
  await page.screenshot({ path: join(must(folder), file), fullPage: true })
  if (locale) await speak(page, 'en')
  await context.close()
}

async function speak(page: Page, locale: string): Promise<void> {
  await page.request.post('/language', { ...asForm, form: { locale, next: '/' } })
}

async function signIn(browser: Browser, { email, password }: Seat): Promise<State> {
  const context = await browser.newContext({ baseURL })
  await context.request.post('/sign-in', { ...asForm, form: { intent: 'identity.signIn', name: email, password } })
  const state = await context.storageState()
  await context.close()
  return state
}

async function startServer() {
  const dataDir = mkdtempSync(join(tmpdir(), 'plenary-pictures-'))
  const port = '4130'
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    HOST: '127.0.0.1',
    PORT: port,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    ORIGIN: '',
  }
  spawnSync(process.execPath, ['build/main.mjs', '--prepare'], { env, stdio: 'inherit' })
  const child: ChildProcess = spawn(process.execPath, ['build/main.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await once(must(child.stdout), 'data')
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill()
      await once(child, 'exit')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
