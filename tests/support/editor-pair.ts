import type { Browser } from '@playwright/test'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { withBlockIds } from '#app/editor/block-ids.ts'
import type { DocumentJson } from '#app/editor/document-shape.ts'
import { aBlock, aDocument, aList, aParagraph, aTable, aText, countingIds } from '#tests/builders/documents.ts'
import { type EditorFiles, editorFiles, type OpenedEditors, openEditors } from './editor-browser.ts'
import { launchBrowser } from './live-browser.ts'

/** One of everything, as a delegation's notes may have it. */
export const notes = withBlockIds(
  aDocument(
    aBlock('heading', 'Line to take', { level: 2 }),
    'We hold to tactical control in the working group.',
    aParagraph([aText('Welcome the reference to the '), aText('area', { type: 'bold' }), aText('.')]),
    aList('bulletList', 'Paragraph 3 keeps full command national.', 'Refer to the reservation.'),
    aList('taskList', 'Ask capital about the wording.'),
    aTable(['Unit', 'Strength'], ['First battalion', '550']),
    'المراقبة التكتيكية (TACON) لقائد القوة.',
  ),
  countingIds(),
)

/** A browser for the tests of a file; `open` answers two editors on one text, and closes those before them. What a page throws fails its test. */
export function editorsForTests() {
  let browser: Browser
  let files: EditorFiles
  let opened: OpenedEditors | null = null
  beforeAll(async () => {
    browser = await launchBrowser()
    files = await editorFiles()
  }, 120_000)
  afterAll(() => browser.close())
  async function close(): Promise<void> {
    const uncaught = opened?.uncaught ?? []
    await opened?.close()
    opened = null
    expect(uncaught).toEqual([])
  }
  afterEach(close)
  return async (text: DocumentJson = notes, search = '') => {
    await close()
    opened = await openEditors(browser, files, text, search)
    return opened
  }
}

export const until = <T>(look: () => Promise<T>, expected: (found: T) => void) =>
  vi.waitFor(async () => expected(await look()), { timeout: 15_000, interval: 50 })

/** A press that falls into the same moment as the focus of the other editor is lost: a person would press again. */
export const clickInto = ({ page }: OpenedEditors, side: 'A' | 'B', words: string) =>
  until(
    async () => {
      await page.locator(`#${side} p`, { hasText: words }).click()
      return page.evaluate((name) => window.editorPage.cursorIn(name), side)
    },
    (found) => expect(found).toContain(words),
  )

/** A key in the moment after the click that brought the focus is lost, too. */
export const caretTo = ({ page }: OpenedEditors, side: 'A' | 'B', key: 'Home' | 'End') =>
  until(
    async () => {
      await page.keyboard.press(key)
      return page.evaluate((name) => window.editorPage.cursorBetween(name), side)
    },
    (around) => expect(around[key === 'Home' ? 0 : 1]).toBe(0),
  )
