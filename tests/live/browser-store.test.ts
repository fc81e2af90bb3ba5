import type { Browser, BrowserContext, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { UnsentEdit, UnsentStore } from '#app/live/unsent-store.ts'
import { anUnsentEdit, unsentStoreStories } from '#tests/contracts/unsent-store.ts'
import { type BrowserFiles, browserFiles, launchBrowser, serveTo } from '#tests/support/live-browser.ts'

interface Reachable {
  indexedUnsentStore(owner: string): UnsentStore
  announceTab(tab: string): () => void
  liveTabs(): Promise<ReadonlySet<string>>
}
declare global {
  interface Window extends Reachable {}
}

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

let browser: Browser
let files: BrowserFiles
let context: BrowserContext
beforeAll(async () => {
  browser = await launchBrowser()
  files = await browserFiles('live-browser-store.ts')
})
afterAll(() => browser.close())
beforeEach(async () => {
  context = await browser.newContext()
  await serveTo(context, files)
})
afterEach(() => context.close())

async function aPage(): Promise<Page> {
  const page = await context.newPage()
  await page.goto('http://127.0.0.1:1/')
  await page.waitForFunction(() => 'indexedUnsentStore' in window)
  return page
}

type Plain = Omit<UnsentEdit, 'bytes'> & { readonly bytes: number[] }
const plain = (edit: UnsentEdit): Plain => ({ ...edit, bytes: [...edit.bytes] })

/** The browser's own storage, through the page that holds it. */
function storeIn(page: Page, owner = 'Accreditation-Norway-1'): UnsentStore {
  return {
    isDurable: true,
    load: async (documentId) => {
      const edits = await page.evaluate(
        async ([who, id]) => {
          const loaded = await window.indexedUnsentStore(who).load(id)
          return loaded.map((edit) => ({ ...edit, bytes: [...edit.bytes] }))
        },
        [owner, documentId] as const,
      )
      return edits.map((edit) => ({ ...edit, bytes: Uint8Array.from(edit.bytes) }))
    },
    keep: (documentId, edit, replacing = []) =>
      page.evaluate(
        ([who, id, kept, replaced]) =>
          window.indexedUnsentStore(who).keep(id, { ...kept, bytes: Uint8Array.from(kept.bytes) }, replaced),
        [owner, documentId, plain(edit), [...replacing]] as const,
      ),
    drop: (documentId, opIds) =>
      page.evaluate(([who, id, dropped]) => window.indexedUnsentStore(who).drop(id, dropped), [
        owner,
        documentId,
        [...opIds],
      ] as const),
    documents: async () =>
      new Map(await page.evaluate(async (who) => [...(await window.indexedUnsentStore(who).documents())], owner)),
    wipe: () => page.evaluate((who) => window.indexedUnsentStore(who).wipe(), owner),
  }
}

describe('what is unsent, kept by the browser', () => {
  for (const [name, story] of Object.entries(unsentStoreStories)) test(name, async () => story(storeIn(await aPage())))
})

const document = 'Document-of-Norway-001'

test('[LV-11] [REL-23] it survives a reload and the tab, and is there for the next page', async () => {
  const first = await aPage()
  await storeIn(first).keep(document, anUnsentEdit('op-1', 1))
  await first.reload()
  expect(await storeIn(first).load(document)).toEqual([anUnsentEdit('op-1', 1)])
  await first.close()
  expect(await storeIn(await aPage()).load(document)).toEqual([anUnsentEdit('op-1', 1)])
})

test('[LV-26] [SEC-093] one accreditation does not see what another left, and wiping removes both', async () => {
  const page = await aPage()
  await storeIn(page, 'Accreditation-Norway-1').keep(document, anUnsentEdit('op-1', 1))
  expect(await storeIn(page, 'Accreditation-Chile-01').load(document)).toEqual([])
  await storeIn(page, 'Accreditation-Chile-01').wipe()
  expect(await storeIn(page, 'Accreditation-Norway-1').load(document)).toEqual([])
})

test('storage that was cleared meanwhile is opened again', async () => {
  const page = await aPage()
  await storeIn(page).keep(document, anUnsentEdit('op-1', 1))
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('plenary-unsent')
        request.onsuccess = resolve
        request.onerror = reject
      }),
  )
  await storeIn(page).keep(document, anUnsentEdit('op-2', 2))
  expect(await storeIn(page).load(document)).toEqual([anUnsentEdit('op-2', 2)])
})

test('[LV-11] a page is known to be open for as long as it is, and no longer', async () => {
  const [first, second] = [await aPage(), await aPage()]
  const others = () => second.evaluate(async () => [...(await window.liveTabs())])
  await first.evaluate(() => void window.announceTab('Tab-of-Norway-00000001'))
  await expect.poll(others).toEqual(['Tab-of-Norway-00000001'])
  await first.close()
  await expect.poll(others).toEqual([])
})
