import { expect } from '@playwright/test'
import { cast } from './cast.ts'
import { test } from './stage.ts'

test('when the server fails at a form, the page before sign-in says so and stays a page', async ({ stage }) => {
  // What the browser itself says about such an answer.
  stage.expects(/status of 500/, /answer 500/, /SyntaxError/)
  const page = await stage.stranger()
  await page.goto('/sign-in')
  await page.route(/\/sign-in\.data/, (route) => route.fulfill({ status: 500, body: 'Unexpected Server Error' }))
  await page.getByLabel('Accreditation number or e-mail address').fill(cast.head.email)
  await page.getByLabel('Password', { exact: true }).fill(cast.head.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Something went wrong' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
})
