import { expect, type Page } from '@playwright/test'
import { must } from '#app/kernel/must.ts'
import type { Seat } from './cast.ts'

/** What the product promises everybody: another page shows it within a second, without being loaded again. */
export const soon = { timeout: 1_000 }

export interface ItemOnAgenda {
  readonly number: string
  readonly title: string
}

/** An item's row in the agenda, and its heading on Today while it is under discussion. */
export const agendaRow = (page: Page, { title }: ItemOnAgenda) =>
  page.getByRole('table', { name: 'Agenda' }).getByRole('row').filter({ hasText: title })
export const nowOnToday = (page: Page, { title }: ItemOnAgenda) =>
  page.getByRole('region', { name: 'Now and next' }).getByRole('heading', { name: title })

/** At the desk of a body: the item becomes the one in hand. */
export async function takesInHand(desk: Page, body: string, { title }: ItemOnAgenda): Promise<void> {
  await desk.goto('/organiser/desk')
  await desk.getByRole('navigation', { name: 'Bodies' }).getByRole('link', { name: body }).click()
  await desk.getByRole('region', { name: 'Agenda' }).getByRole('link', { name: title }).click()
  await expect(desk.getByRole('region', { name: 'Item in hand' }).getByRole('heading', { name: title })).toBeVisible()
}

/** Goes to the item's workspace as its reader does, and answers its address. */
export async function opensItem(page: Page, { title }: ItemOnAgenda): Promise<string> {
  await page.goto('/agenda')
  await page.getByRole('table', { name: 'Agenda' }).getByRole('link', { name: title }).click()
  await page.waitForURL(/\/agenda\/[\w-]{22}/)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(page.url()).pathname
}

/** The editor of a live text, begun where nobody has begun it yet. */
export async function writesIn(page: Page, label: string, within = 'Notes') {
  const pane = page.getByRole('region', { name: within, exact: true })
  const start = pane.getByRole('button', { name: 'Start writing' })
  const edit = pane.getByRole('button', { name: 'Edit', exact: true })
  await expect(start.or(edit).first()).toBeVisible()
  await start.or(edit).first().click()
  const text = page.getByRole('textbox', { name: label })
  await expect(text).toBeVisible()
  return text
}

export interface NewPosition {
  readonly title: string
  readonly item: ItemOnAgenda
  readonly paragraphs: readonly string[]
  readonly revision: string
}

/** A drafter starts a position, writes it and keeps a named revision; answers the draft's address. */
export async function draftsPosition(page: Page, { title, item, paragraphs, revision }: NewPosition): Promise<string> {
  await page.goto('/positions')
  await page.getByRole('link', { name: 'Start a position' }).first().click()
  await page.getByLabel('Title of the draft').fill(title)
  await page.getByRole('combobox', { name: 'Agenda item' }).selectOption({ label: `${item.number}  ${item.title}` })
  await page.getByRole('button', { name: 'Start a position' }).click()
  await page.waitForURL(/\/positions\/[\w-]{22}$/)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const text = page.getByRole('textbox', { name: 'Draft position, delegation only' })
  await text.click()
  for (const paragraph of paragraphs) {
    await page.keyboard.type(paragraph)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText(/Saved on server/).first()).toBeVisible()
  await keepsRevision(page, revision)
  return new URL(page.url()).pathname
}

export async function keepsRevision(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Name a revision…' }).click()
  await page.getByLabel('Name of the revision').fill(name)
  await page.getByRole('button', { name: 'Keep this revision' }).click()
  await expect(page.getByRole('link', { name })).toBeVisible()
}

/** The head reviews a revision in three steps and tables it with the password; answers the symbol of the receipt. */
export async function tables(page: Page, head: Seat, draft: string, revision: string): Promise<string> {
  await page.goto(draft)
  const line = page.getByRole('listitem').filter({ hasText: revision })
  await line.getByRole('link', { name: 'Review and table…' }).click()
  await expect(page.getByRole('heading', { name: /Step 1 of 3/ })).toBeVisible()
  await page.getByRole('link', { name: 'Continue: what leaves' }).click()
  await expect(page.getByRole('heading', { name: /Step 2 of 3/ })).toBeVisible()
  await page.getByRole('link', { name: 'Continue to confirmation' }).click()
  await page.getByLabel('Your password').fill(head.password)
  await page.getByRole('button', { name: 'Table now' }).click()
  return symbolOfReceipt(page)
}

export async function symbolOfReceipt(page: Page): Promise<string> {
  await expect(page.getByRole('status').filter({ hasText: 'Receipt' })).toContainText(/[0-9a-f]{64}/)
  return must(await page.getByRole('heading', { level: 1 }).textContent())
}

/** The rapporteur starts the record of a meeting and adds a paragraph; answers the record's address. */
export async function writesRecord(page: Page, meeting: string, paragraph: string): Promise<string> {
  await page.goto('/minutes')
  const row = page
    .getByRole('table', { name: 'Meetings without a record' })
    .getByRole('row')
    .filter({ hasText: meeting })
  await row.getByRole('button', { name: 'Start the minutes' }).click()
  await page.waitForURL(/\/minutes\/[\w-]{22}$/)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByRole('textbox', { name: /^Minutes, .*, secretariat only$/ }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(paragraph)
  await expect(page.getByText(/Saved on server/).first()).toBeVisible()
  return new URL(page.url()).pathname
}

export async function circulates(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Circulate to delegations…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Circulate now' }).click()
  await expect(page.getByText('Circulated for corrections')).toBeVisible()
}

export async function approves(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Record the approval…' }).click()
  await page.getByLabel('Decision of the body').fill('Approved at the next meeting.')
  await page.getByRole('button', { name: 'Record as approved' }).click()
  await expect(page.getByText('Approved', { exact: true }).first()).toBeVisible()
}

/** Releases every paragraph to observers but those whose text is named, and publishes with the password. */
export async function publishes(page: Page, writer: Seat, withheld: readonly string[] = []): Promise<void> {
  await page.getByRole('link', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Release all' }).click()
  await expect(page.getByText(/ 0 withheld/)).toBeVisible()
  for (const text of withheld) {
    const row = page.getByRole('row').filter({ hasText: text })
    await row.getByRole('button', { name: 'Withhold' }).click()
    await expect(row.getByText('Withheld')).toBeVisible()
  }
  await page.getByLabel('Your password').fill(writer.password)
  await page.getByRole('button', { name: 'Publish now' }).click()
  await page.waitForURL(/\/minutes\/[\w-]{22}$/)
}
