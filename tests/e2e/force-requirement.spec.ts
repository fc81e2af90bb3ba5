import { expect, type Page } from '@playwright/test'
import { isAwake, lookedAt } from './axe.ts'
import { cast } from './cast.ts'
import { soon } from './journey.ts'
import { test } from './stage.ts'

const lookedAtAll = async (page: Page) => {
  await isAwake(page)
  expect(await lookedAt(page)).toEqual([])
}

test('the force generator accepts what lacks, and a colleague’s page shows it at once', async ({ stage }) => {
  stage.expects(/409 .*forces\/accept/)
  const [one, other] = [await stage.enter(cast.organiser), await stage.enter(cast.organiser)]
  await Promise.all([one.goto('/forces/accept'), other.goto('/forces/accept')])
  const row = (page: Page) => page.getByRole('row').filter({ hasText: 'Formed police units' })
  await expect(row(one)).toContainText('Phase 1: 180 offered, 140 accepted')
  await lookedAtAll(one)
  await row(one).getByLabel('Accept, Phase 1').fill('181')
  await row(one).getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(row(one).getByRole('alert')).toContainText('This is more than was offered: 180.')
  await row(one).getByLabel('Accept, Phase 1').fill('160')
  await row(one).getByLabel('Accept, Phase 2').fill('240')
  await row(one).getByRole('button', { name: 'Accept', exact: true }).click()
  await Promise.all([
    expect(row(one)).toContainText('Phase 1: 180 offered, 160 accepted', soon),
    expect(row(other)).toContainText('Phase 1: 180 offered, 160 accepted', soon),
  ])
})

test('the secretariat’s book says where states stood, and a state has no such page', async ({ stage }) => {
  const page = await stage.enter(cast.organiser)
  await page.goto('/forces/outreach')
  const figures = page.getByText(/^\d+ approached, \d+ interested or further, 26 at the table, 8 declined$/)
  await expect(figures).toContainText('74 approached')
  await page.getByRole('link', { name: 'Add states' }).click()
  await page.getByRole('dialog').getByLabel('Names').fill('Farland\nNearland')
  await page.getByRole('dialog').getByRole('button', { name: 'Add states' }).click()
  await expect(figures).toContainText('76 approached')
  await page.getByRole('link', { name: 'Farland' }).click()
  const dialog = page.getByRole('dialog', { name: 'Farland' })
  await dialog.getByLabel('Where the state stands').selectOption('Interested')
  await dialog.getByRole('button', { name: 'Record' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Interested' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Farland' })).toContainText('Interested')
  await lookedAtAll(page)

  const state = await stage.enter(cast.head)
  for (const address of ['/forces/outreach', '/forces/accept', '/forces/observers'])
    expect((await state.request.get(address)).status()).toBe(404)
})

test('observers are told totals that were looked at first, also without a script', async ({ stage }) => {
  const page = await stage.enter(cast.organiser, { javaScriptEnabled: false })
  await page.goto('/forces/observers')
  await page.getByLabel('By element').check()
  await page.getByRole('button', { name: 'Look at it first' }).click()
  const preview = page.getByRole('table', { name: 'As observers would read it' })
  await expect(preview.getByRole('row').filter({ hasText: 'Engineer group' })).toBeVisible()
  await page.getByText('Release these totals…').click()
  await expect(page.getByText(/^Told for the first time: .*rows by element/)).toBeVisible()
  await page.getByRole('button', { name: 'Release them now' }).click()
  const told = page.getByRole('table', { name: 'Cumulative at the milestone' })
  await expect(told.getByRole('row').filter({ hasText: 'Engineer group' })).toBeVisible()
})
