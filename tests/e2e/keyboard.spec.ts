import { expect, type Locator, type Page } from '@playwright/test'
import { cast, type Seat } from './cast.ts'
import { draftsPosition, symbolOfReceipt, writesRecord } from './journey.ts'
import { test } from './stage.ts'

/** Goes on by Tab until the focus is on the place, and sees that the focus can be seen. */
async function tabsTo(page: Page, place: Locator, key = 'Tab'): Promise<void> {
  await expect(place).toBeVisible()
  for (let presses = 0; presses < 150; presses++) {
    if (await place.evaluate((element) => element === document.activeElement)) return expectVisibleFocus(page)
    await page.keyboard.press(key)
  }
  throw new Error(`the keyboard did not reach ${place}`)
}

/** A ring of its own, in the window and under nothing that sticks to its edges (WCAG 2.4.7, 2.4.11). */
async function expectVisibleFocus(page: Page): Promise<void> {
  const focus = await page.evaluate(() => {
    const element = document.activeElement
    if (!element) return null
    const shown = [
      element,
      element.closest('.text-body'),
      ...(element.closest('.seg, .field, .check, label') ? [element.nextElementSibling] : []),
    ]
    const hasRing = shown.some((each) => {
      if (!each) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    })
    const { left, top, width, height } = element.getBoundingClientRect()
    const above = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 8))
    const isInSight = above !== null && (element.contains(above) || above.contains(element))
    return { element: element.outerHTML.slice(0, 120), hasRing, isInSight }
  })
  expect(focus).toEqual({ element: focus?.element, hasRing: true, isInSight: true })
}

async function activates(page: Page, place: Locator, key = 'Enter'): Promise<void> {
  await tabsTo(page, place)
  await page.keyboard.press(key)
}

async function types(page: Page, place: Locator, words: string): Promise<void> {
  await tabsTo(page, place)
  await page.keyboard.type(words)
}

async function signsIn(page: Page, { email, password }: Seat): Promise<void> {
  await page.goto('/')
  await types(page, page.getByLabel('Accreditation number or e-mail address'), email)
  await types(page, page.getByLabel('Password', { exact: true }), password)
  await activates(page, page.getByRole('button', { name: 'Continue' }))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Today')
}

/** React has the page in hand, or is about to. */
const isTakenOver = (page: Page) =>
  page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith('__reactFiber')))

test('keys pressed while a page loads and wakes up disturb nothing', async ({ stage }) => {
  const page = await stage.enter(cast.drafter)
  for (let time = 0; time < 15; time++) {
    await page.goto('/', { waitUntil: 'commit' })
    let isAwake = false
    const awake = isTakenOver(page).then(() => {
      isAwake = true
    })
    while (!isAwake) await page.keyboard.press('Tab')
    await awake
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
  }
})

test('signing in and writing a note without a mouse', async ({ stage }) => {
  const page = await stage.stranger()
  await signsIn(page, cast.drafter)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the main content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await activates(page, page.getByRole('link', { name: 'Open workspace' }).first())
  const notes = page.getByRole('region', { name: 'Notes', exact: true })
  const [start, edit] = [
    notes.getByRole('button', { name: 'Start writing' }),
    notes.getByRole('button', { name: 'Edit' }),
  ]
  await expect(start.or(edit)).toBeVisible()
  await activates(page, start.or(edit))
  const text = page.getByRole('textbox', { name: /^Notes, item .*, delegation only$/ })
  await expect(text).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Without a mouse.')
  await expect(text).toContainText('Without a mouse.')
  await expect(page.getByText(/Saved on server/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(text).not.toBeFocused()
})

test('tabling without a mouse', async ({ stage }) => {
  const revision = 'By the keyboard'
  const draft = await draftsPosition(await stage.enter(cast.drafter), {
    title: 'Reserve at sector level',
    item: { number: '7(b)', title: 'Command relationships and national limits' },
    paragraphs: ['The delegation proposes that the reserve is held at sector level.'],
    revision,
  })
  const page = await stage.enter(cast.head)
  await page.goto(draft)
  await activates(page, page.getByRole('link', { name: 'Review and table…' }))
  await activates(page, page.getByRole('link', { name: 'Continue: what leaves' }))
  await expect(page.getByRole('heading', { name: /Step 2 of 3/ })).toBeVisible()
  await activates(page, page.getByRole('link', { name: 'Continue to confirmation' }))
  await types(page, page.getByLabel('Your password'), cast.head.password)
  await page.keyboard.press('Enter')
  await symbolOfReceipt(page)
})

test('reordering the agenda by its menu without a mouse', async ({ stage }) => {
  const page = await stage.enter(cast.organiser)
  await page.goto('/organiser/desk?items=all')
  const titles = ['Action items, requests for information and next meetings', 'Other matters']
  const links = page.getByRole('region', { name: 'Agenda' }).getByRole('listitem')
  const order = async () => {
    const lines = await links.allTextContents()
    return titles.map((title) => lines.findIndex((line) => line.includes(title)))
  }
  const [before = 0, after = 0] = await order()
  expect(before).toBeLessThan(after)
  const row = links.filter({ hasText: 'Other matters' })
  await activates(page, row.locator('summary'))
  await activates(page, row.getByRole('button', { name: 'Move up' }))
  await expect.poll(order).toEqual([after, before])
})

test('publishing minutes without a mouse', async ({ stage }) => {
  const page = await stage.enter(cast.rapporteur)
  const record = await writesRecord(page, 'Third plenary meeting', 'The meeting rose.')
  await activates(page, page.getByRole('button', { name: 'Finish editing' }))
  await activates(page, page.getByRole('button', { name: 'Circulate to delegations…' }))
  await activates(page, page.getByRole('button', { name: 'Circulate now' }))
  await activates(page, page.getByRole('button', { name: 'Record the approval…' }))
  await types(page, page.getByLabel('Decision of the body'), 'Approved at the fourth plenary meeting.')
  await activates(page, page.getByRole('button', { name: 'Record as approved' }))
  await activates(page, page.getByRole('link', { name: 'Publish…' }))
  await activates(page, page.getByRole('button', { name: 'Release all' }))
  await expect(page.getByText(/ 0 withheld/)).toBeVisible()
  await types(page, page.getByLabel('Your password'), cast.rapporteur.password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === record)
  // The first of them is only printed.
  const label = page.getByRole('main').getByText('Published — delegations and observers')
  await expect(label.filter({ visible: true })).toBeVisible()
})
