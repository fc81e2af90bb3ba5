import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type BrowserFiles, browserFiles, launchBrowser, serveTo, uncaughtIn } from '#tests/support/live-browser.ts'
import { aLiveDesk, type LiveDesk } from '#tests/support/live-desk.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

let browser: Browser
let files: BrowserFiles
let desk: LiveDesk
beforeAll(async () => {
  browser = await launchBrowser()
  files = await browserFiles('live-browser-page.tsx')
  desk = await aLiveDesk({ mayBegin: () => true })
}, 120_000)
afterAll(async () => {
  await browser.close()
  await desk.close()
})

interface Reader {
  readonly page: Page
  readonly uncaught: string[]
}

async function reader(seat: string, documentId: string, extra = ''): Promise<Reader> {
  const context = await browser.newContext()
  const { loginId, accreditationId } = desk.seat(seat)
  await context.addCookies([{ name: 'login', value: loginId, url: desk.url }])
  await serveTo(context, files)
  const page = await context.newPage()
  const uncaught = uncaughtIn(page)
  await page.goto(`${desk.url}/text/${documentId}?accreditation=${accreditationId}${extra}`)
  return { page, uncaught }
}

const soon = { timeout: 20_000, interval: 50 }
const shows = (page: Page, words: string) =>
  vi.waitFor(async () => expect(await page.locator('body').innerText()).toContain(words), soon)

test('[ED-31] a text is read first, written on request, and its readers see the words come', async () => {
  const paper = await desk.paper('IKD')
  const [writer, other] = [await reader('IKD.drafter', paper), await reader('IKD.head', paper)]
  await shows(writer.page, 'No notes yet.')
  await writer.page.getByRole('button', { name: 'Edit' }).click()
  const box = writer.page.getByRole('textbox', { name: 'Notes, item 7(b), delegation only' })
  await box.pressSequentially('Line to take.')
  await shows(other.page, 'Line to take.')
  await shows(writer.page, 'Saved on server')
  await shows(writer.page, '3 words')
  await vi.waitFor(async () => expect(await other.page.locator('.peers').count()).toBe(1), soon)
  await writer.page.getByRole('button', { name: 'Finish editing' }).click()
  expect(await box.count()).toBe(0)
  await shows(writer.page, 'Line to take.')
  expect(await writer.page.evaluate(() => document.activeElement?.textContent)).toBe('Edit')
  expect([...writer.uncaught, ...other.uncaught]).toEqual([])
  for (const { page } of [writer, other]) await page.context().close()
})

/** The server's answer to the wish to write. */
const made = () => window.dispatchEvent(new Event('made'))

test('[ED-31] who begins a text writes in it at once, by pointer and by key, and is told that it opens', async () => {
  for (const how of ['pointer', 'key'] as const) {
    const { page, uncaught } = await reader('IKD.drafter', await desk.paper('IKD'), '&begun')
    const start = page.getByRole('button', { name: 'Start writing' })
    await (how === 'key' ? start.press('Enter') : start.click())
    await page.evaluate(made)
    const box = page.getByRole('textbox', { name: 'Notes, item 7(b), delegation only' })
    await box.waitFor()
    await page.keyboard.type('At once.')
    expect(await box.innerText()).toBe('At once.')
    expect(await page.getByRole('status').allInnerTexts()).toContain('Opening the text…')
    await page.getByRole('button', { name: 'Finish editing' }).click()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Edit')
    expect(uncaught).toEqual([])
    await page.context().close()
  }
})

test('[ED-31] a text that was begun takes nobody away from what is written elsewhere meanwhile', async () => {
  const { page } = await reader('IKD.drafter', await desk.paper('IKD'), '&begun')
  await page.getByRole('button', { name: 'Start writing' }).click()
  const elsewhere = page.getByRole('textbox', { name: 'Something else' })
  await elsewhere.focus()
  await page.evaluate(made)
  await page.getByRole('button', { name: 'Edit' }).waitFor()
  expect(await elsewhere.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.context().close()
})

test('[ED-31] where single keys are allowed, E begins to write, and only there where it is no letter', async () => {
  const { page, uncaught } = await reader('IKD.drafter', await desk.paper('IKD'))
  await shows(page, 'Up to date')
  await page.keyboard.press('e')
  const box = page.getByRole('textbox')
  await box.waitFor()
  await box.pressSequentially('even here')
  await shows(page, 'even here')
  expect(uncaught).toEqual([])
  await page.context().close()
})

test('[LV-23] a text that is taken from who reads it goes from the page with what the page was drawn with', async () => {
  const paper = await desk.paper('IKD')
  const writer = await reader('IKD.drafter', paper)
  await shows(writer.page, 'Up to date')
  const { page, uncaught } = await reader('IKD.head', paper, '&drawn=Drawn%20by%20the%20server.')
  await shows(page, 'Up to date')
  await writer.page.getByRole('button', { name: 'Edit' }).click()
  await writer.page.getByRole('textbox').pressSequentially('Not for everybody.')
  await shows(page, 'Not for everybody.')
  desk.allow('IKD.head', { access: 'none', caret: 'none' })
  desk.live.revoke([{ scope: 'document', id: paper, reason: 'access-changed' }])
  await shows(page, 'Your access to this document has ended.')
  const left = await page.locator('body').innerText()
  expect(left).not.toContain('Not for everybody.')
  expect(left).not.toContain('Drawn by the server.')
  expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0)
  desk.allow('IKD.head', { access: 'write', caret: 'person' })
  expect(uncaught).toEqual([])
  for (const each of [page, writer.page]) await each.context().close()
})
