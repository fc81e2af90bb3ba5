import { describe, expect, test, vi } from 'vitest'
import { plainText } from '#app/editor/text-blocks.ts'
import { axeFaults } from '#tests/support/axe.ts'
import type { OpenedEditors } from '#tests/support/editor-browser.ts'
import { caretTo, clickInto, editorsForTests, notes, until } from '#tests/support/editor-pair.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

const open = editorsForTests()

describe('the keyboard', () => {
  const focused = (page: OpenedEditors['page']) =>
    page.evaluate(() => `${document.activeElement?.closest('section')?.id} ${document.activeElement?.className}`)

  test('[ED-26] Tab indents in lists only; Esc leaves the text, and Tab goes on behind it', async () => {
    const editors = await open()
    const { page, textOf } = editors
    await clickInto(editors, 'A', 'Refer to the')
    await caretTo(editors, 'A', 'End')
    await page.keyboard.type('!')
    await page.keyboard.press('Tab')
    await until(
      () => textOf('B'),
      (text) => expect(text.content[3]?.content?.[0]?.content?.[1]?.type).toBe('bulletList'),
    )
    expect(await focused(page)).toContain('A tiptap')
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('A text-foot')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('B tool')
  })

  test('[ED-26] outside of lists and tables Tab leaves at once', async () => {
    const editors = await open()
    const { page } = editors
    await clickInto(editors, 'A', 'We hold to')
    await caretTo(editors, 'A', 'End')
    await page.keyboard.type('!')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('B tool')
  })

  test('[ED-20] the toolbar is one tab stop, reached with Alt F10, and Esc goes back to the text', async () => {
    const { page } = await open()
    await page.locator('#A .ProseMirror').press('Alt+F10')
    await page.keyboard.press('End')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Redo')
    expect(await page.locator('#A .tool[tabindex="0"]').count()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await focused(page)).toContain('A tiptap')
  })

  test('[ED-26] a task is ticked with the keyboard', async () => {
    const editors = await open()
    const { page, textOf } = editors
    await clickInto(editors, 'A', 'Ask capital')
    await caretTo(editors, 'A', 'End')
    await page.keyboard.type('?')
    await page.keyboard.press('Control+Enter')
    await until(
      () => textOf('B'),
      (text) => expect(text.content[4]?.content?.[0]?.attrs?.checked).toBe(true),
    )
  })
})

describe('under the content policy', () => {
  test('[EC-46] [SEC-078] [SEC-079] [ED-27] pasting from a word processor breaks no policy and asks nobody for a picture', async () => {
    const editors = await open()
    const { page, textOf, violations, left } = editors
    await clickInto(editors, 'A', 'We hold to')
    await caretTo(editors, 'A', 'End')
    await page.evaluate(() => {
      const clipboard = new DataTransfer()
      clipboard.setData(
        'text/html',
        '<style>p{color:red}</style><h1>Pasted</h1><p>kept <del cite="mailto:x" datetime="2026">FALLBACK</del><b>bold</b><img src="https://tracker.example/beacon.png"></p><table><tr><td>cell</td></tr></table>',
      )
      const paste = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true })
      document.querySelector('#A .ProseMirror')?.dispatchEvent(paste)
    })
    await until(
      () => textOf('B'),
      (text) => expect(plainText(text)).toContain('kept bold'),
    )
    expect(plainText(await textOf('B'))).not.toContain('FALLBACK')
    expect(await page.locator('#A .text-notice').innerText()).toContain('Deleted passages')
    expect(await violations()).toEqual([])
    expect(left).toEqual([])
  })

  test('[SEC-079] [ED-27] formatting, tables, links, copying and cutting break no policy', async () => {
    const editors = await open()
    const { page, textOf, violations } = editors
    const tool = (name: string) => page.locator('#A').getByRole('button', { name, exact: true })
    await page.locator('#A p', { hasText: 'We hold to' }).dblclick()
    for (const name of ['Bold', 'Heading 1', 'Bulleted list', 'Quotation', 'Undo']) await tool(name).click()
    await clickInto(editors, 'A', 'First battalion')
    await tool('Rows and columns').click()
    await page.getByRole('menuitem', { name: 'Row below' }).click()
    await page.locator('#A p', { hasText: 'Welcome the' }).dblclick({ position: { x: 20, y: 10 } })
    await page.keyboard.press('Control+Shift+k')
    await page.getByLabel('Address of the link').fill('javascript:alert(1)')
    await page.keyboard.press('Enter')
    await page.getByText('Give an address that begins with').waitFor()
    await page.getByLabel('Address of the link').fill('example.org/a')
    await page.keyboard.press('Enter')
    await until(
      () => textOf('B'),
      (text) => expect(JSON.stringify(text)).toContain('"href":"https://example.org/a"'),
    )
    for (const keys of ['Control+a', 'Control+c', 'Control+x', 'Control+v']) await page.keyboard.press(keys)
    expect(await textOf('A')).toEqual(await textOf('B'))
    expect(await violations()).toEqual([])
  })
})

describe('the page', () => {
  test('[ED-28] beginning to write moves no line of the text', async () => {
    const { page } = await open(notes, '?reading')
    const places = () =>
      page
        .locator('#A .doc :is(p, [data-level])')
        .evaluateAll((all) =>
          all.map((each) => each.getBoundingClientRect()).map(({ x, y }) => [Math.round(x), Math.round(y)]),
        )
    const before = await places()
    expect(before.length).toBeGreaterThan(8)
    await page.locator('#A').getByRole('button', { name: 'Edit' }).click()
    await page.locator('#A .ProseMirror').waitFor()
    expect(await places()).toEqual(before)
  })

  test('[ED-29] the editor has its role, its name with who can see it, and no finding of axe, in English and Arabic', async () => {
    for (const search of ['', '?locale=ar']) {
      const { page } = await open(notes, search)
      const box = page.locator('#A').getByRole('textbox', { name: 'Notes, item 7(b), delegation only' })
      expect(await box.getAttribute('aria-multiline')).toBe('true')
      expect(await axeFaults(page)).toEqual([])
    }
  })
})
