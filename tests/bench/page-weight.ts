import { chromium } from '@playwright/test'
import { findBrowser } from '#tests/support/browser.ts'
import { against } from './figures.ts'
import type { Seeded } from './seeded.ts'
import { startServer } from './server-process.ts'

/** What a browser really fetches from sign-in to a live Today, and what the editor adds where text is edited. */
export async function pageWeight(seeded: Seeded, port: number): Promise<void> {
  const server = await startServer({ DATA_DIR: seeded.dataDir }, port)
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  try {
    const context = await browser.newContext()
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    const scripts = new Set<string>()
    let bytes = 0
    let fetched = 0
    session.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.add(requestId)
    })
    session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) fetched += encodedDataLength
    })
    await page.goto(`${server.address}/sign-in`, { waitUntil: 'networkidle' })
    const [name = '', value = ''] = (seeded.members[1] ?? '').split('=')
    await context.addCookies([{ name, value, url: server.address }])
    await page.goto(`${server.address}/`, { waitUntil: 'networkidle' })
    const today = bytes / 1024
    const withHeaders = Math.round(fetched / 1024)
    console.log(
      `  sign-in to Today  ${against(today, 110, 'KB')} of JavaScript, compressed; ${withHeaders} with the headers`,
    )
    await page.goto(`${server.address}/agenda/${seeded.itemIds[0]}`, { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click()
    await page.getByRole('textbox').first().waitFor()
    await page.waitForLoadState('networkidle')
    console.log(`  the editor adds   ${against(bytes / 1024 - today, 200, 'KB')}`)
  } finally {
    await browser.close()
    await server.stop()
  }
}
