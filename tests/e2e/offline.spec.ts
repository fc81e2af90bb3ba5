import { expect, type Page } from '@playwright/test'
import { openCutLine } from '#tests/support/cut-line.ts'
import { cast } from './cast.ts'
import { opensItem, writesIn } from './journey.ts'
import { test as base, forget } from './stage.ts'

const item = { number: '6(c)', title: 'Medical support, logistics, host-nation support and financing' }
const label = 'Notes, item 6(c), delegation only'

interface OnTheLine {
  readonly origin: string
  cut(): void
  mend(): void
}

/** The server behind a line that can be cut, at an address of its own. */
const test = base.extend<{ line: OnTheLine }>({
  line: async ({ baseURL }, use) => {
    const { hostname, port } = new URL(String(baseURL))
    const line = await openCutLine({ host: hostname, port: Number(port) })
    await use({ ...line, origin: `http://${hostname}:${line.port}` })
    await line.close()
  },
})

/** What a browser itself says about requests that come to nothing. */
const lost = /Failed to load resource|net::ERR|WebSocket connection|Failed to fetch/

async function writesBehind(page: Page, { origin }: OnTheLine) {
  await page.goto(`${origin}${await opensItem(page, item)}`)
  return writesIn(page, label)
}

const footer = (page: Page, words: RegExp) => page.getByRole('main').getByText(words).first()

test('[LV-4] words typed without a connection are kept, said so in words, and saved once when it is back', async ({
  stage,
  line,
}) => {
  stage.expects(lost)
  const page = await stage.enter(cast.drafter)
  const text = await writesBehind(page, line)
  await text.press('Control+End')
  await text.press('Enter')
  await text.pressSequentially('Written before. ')
  await expect(footer(page, /Saved on server/)).toBeVisible()

  line.cut()
  await expect(page.getByText('Connection lost. Trying again…').first()).toBeVisible()
  await text.pressSequentially('Written in the tunnel.')
  await expect(footer(page, /Offline since \d\d:\d\d — \d+ changes? kept on this device/)).toBeVisible()
  await expect(text).toContainText('Written before. Written in the tunnel.')

  line.mend()
  await page.getByRole('button', { name: 'Try now' }).click()
  await expect(footer(page, /Saved on server/)).toBeVisible()
  const colleague = await stage.enter(cast.noteTaker)
  await opensItem(colleague, item)
  await expect(colleague.getByText('Written in the tunnel.')).toHaveCount(1)
})

test('[LV-11] words that were not sent survive the page that wrote them', async ({ stage, line }) => {
  stage.expects(lost)
  const page = await stage.enter(cast.drafter)
  const text = await writesBehind(page, line)
  const address = page.url()
  line.cut()
  await expect(page.getByText('Connection lost. Trying again…').first()).toBeVisible()
  await text.press('Control+End')
  await text.press('Enter')
  await text.pressSequentially('Not sent when the page went away.')
  await expect(footer(page, /kept on this device/)).toBeVisible()
  page.on('dialog', (dialog) => void dialog.accept().catch(() => {}))
  await expect(page.reload()).rejects.toThrow(/ERR_/)

  line.mend()
  // The browser tries by itself too, and then breaks off what it is asked for.
  await expect(() => page.goto(address)).toPass()
  await expect(page.getByText('Not sent when the page went away.')).toHaveCount(1)
  await expect(page.getByText(/from your last visit/)).toBeVisible()
  const colleague = await stage.enter(cast.noteTaker)
  await opensItem(colleague, item)
  await expect(colleague.getByText('Not sent when the page went away.')).toHaveCount(1)
})

test('[LV-18] where WebSockets are blocked everything is written over polling', async ({ stage }) => {
  stage.expects(/WebSocket/)
  const page = await stage.enter(cast.drafter)
  await page.routeWebSocket(/.*/, (socket) => socket.close())
  await opensItem(page, item)
  const text = await writesIn(page, label)
  await expect(page.getByText(/Connected in a slower way/)).toBeVisible()
  await text.press('Control+End')
  await text.press('Enter')
  await text.pressSequentially('Over the slow way.')
  await expect(footer(page, /Saved on server/)).toBeVisible()

  const colleague = await stage.enter(cast.noteTaker)
  await opensItem(colleague, item)
  const theirs = await writesIn(colleague, label)
  await theirs.press('Control+End')
  await theirs.pressSequentially(' And back.')
  await expect(text).toContainText('Over the slow way. And back.')
})

test('[LV-23] when access ends while somebody writes, the page is cleared and says why', async ({ stage }) => {
  const [adviser, head] = [await stage.enter(cast.adviser), await stage.enter(cast.head)]
  await opensItem(adviser, item)
  const text = await writesIn(adviser, label)
  await text.press('Control+End')
  await text.pressSequentially(' Half a sentence')
  await expect(footer(adviser, /Saved on server/)).toBeVisible()

  await head.goto('/delegation')
  const row = head.getByRole('row').filter({ hasText: cast.adviser.name })
  await row.getByRole('button', { name: /^End/ }).click()
  await head.getByRole('dialog').getByRole('button', { name: 'End now' }).click()

  await expect(adviser.getByRole('heading', { name: 'This page is closed' })).toBeVisible({ timeout: 1_000 })
  await expect(adviser.getByText('Half a sentence')).toHaveCount(0)
  await expect(adviser.getByRole('alert').filter({ hasText: /ask your head of delegation/ })).toBeVisible()
  forget(cast.adviser)
})
