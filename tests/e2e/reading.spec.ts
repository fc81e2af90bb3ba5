import { cast } from './cast.ts'
import { expect, test } from './stage.ts'

test('[ED-31] who only reads a draft loads no editor, before writing and after it', async ({ stage }) => {
  const page = await stage.enter(cast.drafter)
  await page.goto('/positions')
  await page.getByRole('table').getByRole('link').first().click()
  await page.waitForURL(/\/positions\/[\w-]{22}$/)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const editors = () => asked.filter((path) => path.includes('collaborative-editor')).length
  const edit = page.getByRole('button', { name: 'Edit', exact: true })
  const text = page.getByRole('textbox', { name: 'Draft position, delegation only' })

  await page.reload()
  await expect(page.getByText('Up to date').first()).toBeVisible()
  await expect(edit).toBeVisible()
  expect(editors()).toBe(0)
  await edit.click()
  await expect(text).toBeVisible()
  expect(editors()).toBe(1)
  await page.getByRole('button', { name: 'Finish editing' }).click()
  await expect(edit).toBeFocused()
  await expect(text).toHaveCount(0)

  await page.reload()
  await expect(page.getByText('Up to date').first()).toBeVisible()
  await expect(text).toHaveCount(0)
})
