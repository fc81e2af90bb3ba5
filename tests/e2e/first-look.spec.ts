import { expect, type Page, test } from '@playwright/test'
import { demoPassphrase } from '#app/features/demo/sign-ins.ts'

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('input[name="name"]').fill(email)
  await page.locator('input[type="password"]').fill(demoPassphrase)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.locator('nav.rail')).toBeVisible()
}

test('a head of delegation signs in and reads the agenda, the tabled texts and the delegation', async ({ page }) => {
  await signIn(page, 'arif.wibanta@ikd.example')
  for (const path of ['/', '/agenda', '/positions', '/tabled', '/minutes', '/delegation', '/settings']) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(200)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  }
})

test('for an observer the pages of delegations and of the desk do not exist', async ({ page }) => {
  await signIn(page, 'halina.brzost@rco.example')
  for (const path of ['/positions', '/organiser/desk', '/organiser/people']) {
    expect((await page.goto(path))?.status(), path).toBe(404)
  }
  expect((await page.goto('/minutes'))?.status()).toBe(200)
})
