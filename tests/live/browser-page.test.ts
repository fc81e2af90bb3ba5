import type { Browser, BrowserContext, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { type BrowserFiles, browserFiles, launchBrowser, serveTo, uncaughtIn } from '#tests/support/live-browser.ts'
import { aLiveDesk, type LiveDesk } from '#tests/support/live-desk.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

let browser: Browser
let files: BrowserFiles
let desk: LiveDesk
let context: BrowserContext
let isUp = true
let uncaught: string[][] = []

beforeAll(async () => {
  browser = await launchBrowser()
  files = await browserFiles('live-browser-page.tsx')
  desk = await aLiveDesk({ mayBegin: () => isUp, caps: { perLogin: 50, perPerson: 50, total: 50 } })
}, 60_000)
afterAll(async () => {
  await browser.close()
  await desk.close()
})
beforeEach(async () => {
  isUp = true
  uncaught = []
  context = await browser.newContext()
  await context.addCookies([{ name: 'login', value: desk.seat('IKD.head').loginId, url: desk.url }])
  await serveTo(context, files)
})
afterEach(async () => {
  await context.close()
  expect(uncaught.flat()).toEqual([])
})

async function aPage(documentId: string, extra = ''): Promise<Page> {
  const page = await context.newPage()
  uncaught.push(uncaughtIn(page))
  const { accreditationId } = desk.seat('IKD.head')
  await page.goto(`${desk.url}/paper/${documentId}?accreditation=${accreditationId}${extra}`)
  return page
}

const soon = { timeout: 15_000, interval: 50 }
const shows = (page: Page, words: string) =>
  vi.waitFor(async () => expect(await page.locator('body').innerText()).toContain(words), soon)

async function type(page: Page, words: string): Promise<void> {
  const field = page.getByLabel('Words')
  await field.fill(words)
  await field.press('Enter')
}

/** The line is cut, and nobody is let in until it is up again. */
function cut(): void {
  isUp = false
  for (const session of desk.live.sessions) session.cut()
}

async function journalText(documentId: string): Promise<string> {
  const doc = new Y.Doc()
  for (const { bytes } of await desk.journal.since(documentId, 0, 5_000)) Y.applyUpdate(doc, bytes)
  return doc.getXmlFragment('content').toString()
}

test('[LV-1] what is typed is in the journal when the page says saved, and on the other page', async () => {
  const paper = await desk.paper('IKD')
  const [page, other] = [await aPage(paper), await aPage(paper)]
  await shows(page, 'Up to date')
  await shows(page, '1 others')
  await type(page, 'The force shall be light.')
  await shows(page, 'Saved on server')
  expect(await journalText(paper)).toContain('The force shall be light.')
  await shows(other, 'The force shall be light.')
})

test('[LV-4] [LV-11] [REL-23] offline is said with its count, and a reload loses nothing', async () => {
  const paper = await desk.paper('IKD')
  const page = await aPage(paper)
  await type(page, 'Before.')
  await shows(page, 'Saved on server')
  cut()
  await shows(page, 'Connection lost. Trying again…')
  await type(page, 'In the tunnel.')
  await shows(page, '1 change kept on this device')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  expect(await journalText(paper)).not.toContain('tunnel')
  isUp = true
  await shows(page, '1 change from your last visit was not on the server and has been sent.')
  await shows(page, 'In the tunnel.')
  await shows(page, 'Saved on server')
  expect(await journalText(paper)).toContain('In the tunnel.')
})

const signInLasts = (ms: number) =>
  desk.database.prisma.login.update({
    where: { id: desk.seat('IKD.head').loginId },
    data: { idleUntil: new Date(Date.now() + ms) },
  })

test('[LV-11] [LV-23] [LV-27] [REL-23] what was typed when the sign-in ran out is kept, and sent after the next sign-in', async () => {
  const paper = await desk.paper('IKD')
  const page = await aPage(paper)
  await shows(page, 'Up to date')
  cut()
  await shows(page, 'Connection lost. Trying again…')
  await type(page, 'Typed in the last minute.')
  await shows(page, '1 change kept on this device')
  await signInLasts(-1_000)
  isUp = true
  await shows(page, 'Your sign-in has ended. Sign in again')
  await shows(page, '1 change of yours that is not on the server is kept on this device.')
  expect(await page.locator('body').innerText()).not.toContain('Typed in the last minute.')
  expect(await journalText(paper)).not.toContain('Typed in the last minute.')
  await signInLasts(3_600_000)
  await page.reload()
  await shows(page, '1 change from your last visit was not on the server and has been sent.')
  await vi.waitFor(async () => expect(await journalText(paper)).toContain('Typed in the last minute.'), soon)
})

test('[LV-5] [LV-26] on a shared computer offline words are said to be only in this tab', async () => {
  const page = await aPage(await desk.paper('IKD'), '&shared')
  await shows(page, 'Up to date')
  cut()
  await shows(page, 'Offline since')
  await type(page, 'Fragile.')
  await shows(page, 'Offline — changes are only in this tab. Do not close it.')
  await vi.waitFor(async () => expect(await page.getByRole('alert').innerText()).toContain('only in this tab'), soon)
})

/** A page of a shared computer whose sign-in ran out with one change unsent; answers who it is told is signed in now. */
async function endsUnsent(paper: string) {
  const page = await aPage(paper, '&shared')
  await shows(page, 'Up to date')
  cut()
  await shows(page, 'Offline since')
  await type(page, 'Typed on the lobby computer.')
  await shows(page, 'Do not close it.')
  await signInLasts(-1_000)
  let login: { endsAt: string | null; acting: string | null } = { endsAt: null, acting: null }
  await page.route('**/login-clock', (route) => route.fulfill({ json: login }))
  isUp = true
  await shows(page, 'Your sign-in has ended.')
  await shows(page, '1 change of yours is not on the server. It is kept in this tab alone, for one hour.')
  expect(await page.locator('body').innerText()).not.toContain('lobby computer')
  const comes = async (acting: string) => {
    await signInLasts(3_600_000)
    login = { endsAt: new Date(Date.now() + 3_600_000).toISOString(), acting }
  }
  return { page, comes }
}

test('[LV-27] on a shared computer the tab keeps what was unsent for the same accreditation, and sends it then', async () => {
  const paper = await desk.paper('IKD')
  const { page, comes } = await endsUnsent(paper)
  const send = page.getByRole('button', { name: 'Send it now' })
  await send.click()
  await shows(page, 'Nobody is signed in yet.')
  await comes(desk.seat('IKD.drafter').accreditationId)
  await send.click()
  await shows(page, 'Somebody else is signed in now, or you act in another capacity.')
  expect(await journalText(paper)).not.toContain('lobby computer')
  await comes(desk.seat('IKD.head').accreditationId)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await shows(page, 'Typed on the lobby computer.')
  await vi.waitFor(async () => expect(await journalText(paper)).toContain('Typed on the lobby computer.'), soon)
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
})

test('[LV-27] what the tab kept can be deleted there, and is then sent to nobody', async () => {
  const paper = await desk.paper('IKD')
  const { page, comes } = await endsUnsent(paper)
  await page.getByRole('button', { name: 'Delete what is kept' }).click()
  await page.getByRole('button', { name: 'Delete it for good' }).click()
  await shows(page, 'What was kept in this tab has been deleted.')
  await shows(page, 'Sign in')
  await comes(desk.seat('IKD.head').accreditationId)
  await page.reload()
  await shows(page, 'Up to date')
  expect(await journalText(paper)).not.toContain('lobby computer')
})

test('[LV-18] where WebSockets are blocked, the same page edits over polling', async () => {
  const paper = await desk.paper('IKD')
  await context.routeWebSocket('**/live/**', (socket) => socket.close())
  const page = await aPage(paper)
  await type(page, 'By the slow way.')
  await shows(page, 'Saved on server')
  expect(await journalText(paper)).toContain('By the slow way.')
})

test('[LV-23] a reader whose access ends sees nothing more of the page, and why', async () => {
  const paper = await desk.paper('IKD')
  const page = await aPage(paper)
  await type(page, 'Not for everybody.')
  await shows(page, 'Saved on server')
  desk.live.revoke([{ scope: 'login', id: desk.seat('IKD.head').loginId, reason: 'access-changed' }])
  await shows(page, 'Your access has ended or has changed.')
  expect(await page.locator('body').innerText()).not.toContain('Not for everybody.')
})

test('[LV-23] a document that is taken from its reader is gone from the page', async () => {
  const paper = await desk.paper('IKD')
  const page = await aPage(paper)
  await type(page, 'Ours alone.')
  await shows(page, 'Saved on server')
  desk.allow('IKD.head', { access: 'none', caret: 'none' })
  desk.live.revoke([{ scope: 'document', id: paper, reason: 'access-changed' }])
  await shows(page, 'Your access to this document has ended.')
  expect(await page.getByLabel('Text').innerText()).toBe('')
  desk.allow('IKD.head', { access: 'write', caret: 'person' })
})

test('[LV-24] leaving a page with words that wait asks first, and what is left behind goes on being sent', async () => {
  const paper = await desk.paper('IKD')
  const page = await aPage(paper)
  await shows(page, 'Up to date')
  cut()
  await shows(page, 'Offline since')
  await type(page, 'On my way out.')
  await page.getByRole('link', { name: 'Go elsewhere' }).click()
  await shows(page, 'Some changes are not on the server yet. Leave anyway?')
  await page.getByRole('button', { name: 'Stay here' }).click()
  await shows(page, 'On my way out.')
  await page.getByRole('link', { name: 'Go elsewhere' }).click()
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await shows(page, 'Elsewhere')
  isUp = true
  await vi.waitFor(async () => expect(await journalText(paper)).toContain('On my way out.'), soon)
})

test('[LV-25] [SEC-048] signing out offers to send what waits, and then leaves nothing on the device', async () => {
  const paper = await desk.paper('IKD')
  const page = await aPage(paper)
  await shows(page, 'Up to date')
  cut()
  await shows(page, 'Offline since')
  await type(page, 'My last words.')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await shows(page, '1 change of yours is not on the server yet.')
  isUp = true
  await page.getByRole('button', { name: 'Send them, then sign out' }).click()
  await page.waitForURL('**/sign-out', { timeout: 20_000 })
  expect(await journalText(paper)).toContain('My last words.')
  const databases = await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('plenary-unsent')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const all = request.result.transaction('edits').objectStore('edits').count()
          all.onsuccess = () => resolve(all.result)
        }
      }),
  )
  expect(databases).toBe(0)
})
