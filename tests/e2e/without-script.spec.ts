import { expect, type Page } from '@playwright/test'
import { cast } from './cast.ts'
import { draftsPosition, symbolOfReceipt } from './journey.ts'
import { test } from './stage.ts'

const plain = { javaScriptEnabled: false }

test('signing in, the agenda, published minutes and the language work without a script', async ({ stage }) => {
  stage.expects(/status of 422/)
  const page = await stage.stranger(plain)
  await page.goto('/minutes')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.getByLabel('Accreditation number or e-mail address').fill(cast.observer.email)
  await page.getByLabel('Password', { exact: true }).fill('not the password at all')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeVisible()
  await expect(page.getByLabel('Accreditation number or e-mail address')).toHaveValue(cast.observer.email)
  await page.getByLabel('Password', { exact: true }).fill(cast.observer.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/minutes$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Minutes' })).toBeVisible()

  await page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: 'Agenda' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Agenda' })).toBeVisible()
  await expect(page.getByText('other items are not listed here')).toBeVisible()
  await choosesLanguage(page, 'Français')
  await expect(page.getByRole('heading', { level: 1, name: 'Ordre du jour' })).toBeVisible()
  await choosesLanguage(page, 'عربي')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await choosesLanguage(page, 'English')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('a text is tabled without a script', async ({ stage }) => {
  stage.expects(/status of 422/)
  const drafter = await stage.enter(cast.drafter)
  const draft = await draftsPosition(drafter, {
    title: 'Liaison with local police',
    item: { number: '7(b)', title: 'Command relationships and national limits' },
    paragraphs: ['The delegation proposes one liaison officer for each sector.'],
    revision: 'Final wording',
  })
  const head = await stage.enter(cast.head, plain)
  await head.goto(draft)
  await head.getByRole('link', { name: 'Review and table…' }).click()
  await head.getByRole('link', { name: 'Continue: what leaves' }).click()
  await head.getByRole('link', { name: 'Continue to confirmation' }).click()
  await head.getByLabel('Your password').fill('not the password at all')
  await head.getByRole('button', { name: 'Table now' }).click()
  await expect(head.getByRole('alert', { name: 'There is a problem' })).toContainText('That is not your password.')
  await head.getByLabel('Your password').fill(cast.head.password)
  await head.getByRole('button', { name: 'Table now' }).click()
  const symbol = await symbolOfReceipt(head)

  const reader = await stage.enter(cast.otherHead, plain)
  await reader.goto('/tabled')
  await reader.getByRole('link', { name: symbol }).click()
  await expect(reader.getByText('one liaison officer for each sector')).toBeVisible()
})

test('the desk is run by forms without a script', async ({ stage }) => {
  const desk = await stage.enter(cast.chair, plain)
  const reader = await stage.enter(cast.otherHead, plain)
  const standing = () => reader.getByRole('table', { name: 'Agenda' }).getByRole('row').filter({ hasText: '7(b)' })
  await desk.goto('/organiser/desk')
  const inHand = desk.getByRole('region', { name: 'Item in hand' })
  await inHand.getByRole('button', { name: 'Suspend 7(b)' }).click()
  await expect(inHand.getByRole('button', { name: 'Resume 7(b)' })).toBeVisible()
  await reader.goto('/agenda')
  await expect(standing()).toContainText('Suspended')
  await inHand.getByRole('button', { name: 'Resume 7(b)' }).click()
  await expect(inHand.getByRole('button', { name: 'Suspend 7(b)' })).toBeVisible()
  await reader.goto('/agenda')
  await expect(standing()).toContainText('Under discussion')
})

async function choosesLanguage(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').locator('summary').first().click()
  await page.getByRole('banner').getByRole('button', { name }).click()
}
