import { expect, type Page } from '@playwright/test'
import { cast } from './cast.ts'
import { draftsPosition, soon } from './journey.ts'
import { test } from './stage.ts'

const battalion = 'Motorised battalion and engineer company'
const phase = (page: Page, name: string) => page.locator('.fp-phase').filter({ hasText: name })
const gapOf = (page: Page, element: string) =>
  page.getByRole('table', { name: 'Element' }).getByRole('row').filter({ hasText: element }).locator('td.num').nth(3)

/** What the head line says is filled in a phase, as a number. */
async function filledIn(page: Page, name: string): Promise<number> {
  const words = await phase(page, name).locator('.fp-big').first().innerText()
  return Number(words.replace(/\D/g, ''))
}

async function withdraws(page: Page, offer: string): Promise<void> {
  await page.goto('/forces/offers')
  await page.getByRole('link', { name: offer }).first().click()
  await page.getByRole('button', { name: 'Withdraw…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('rises from')
  await dialog.getByRole('button', { name: 'Withdraw now' }).click()
}

test('[FS-21] [FS-27] [EC-71] a battalion is withdrawn: every entitled screen shows the gap within a second, a draft that quotes the total is flagged, and observers keep what they were told', async ({
  stage,
}) => {
  const [reader, secretary, observer] = [
    await stage.enter(cast.otherHead),
    await stage.enter(cast.secretary),
    await stage.enter(cast.observer),
  ]
  await Promise.all([reader, secretary, observer].map((page) => page.goto('/forces')))
  const before = await filledIn(reader, 'Phase 1')
  expect(await filledIn(secretary, 'Phase 1')).toBe(before)
  const told = await phase(observer, 'Phase 1').innerText()

  const drafter = await stage.enter(cast.otherDrafter)
  await draftsPosition(drafter, {
    title: 'What is firm by March',
    item: { number: '6', title: 'Structure and generation of the Force' },
    paragraphs: ['Accepted so far: '],
    revision: 'First words',
  })
  await drafter.getByRole('button', { name: 'Insert a figure' }).click()
  await drafter.getByLabel('Which figure').selectOption({ label: 'Whole force: Filled, Phase 1' })
  await drafter.getByRole('button', { name: 'Insert', exact: true }).click()
  await expect(drafter.locator('[data-fact]')).toHaveText(before.toLocaleString('en'))
  await expect(drafter.getByText(/Saved on server/).first()).toBeVisible()

  const head = await stage.enter(cast.head)
  await withdraws(head, battalion)
  const after = (before - 820).toLocaleString('en')
  await Promise.all([
    expect(phase(reader, 'Phase 1').locator('.fp-big').first()).toHaveText(after, soon),
    expect(phase(secretary, 'Phase 1').locator('.fp-big').first()).toHaveText(after, soon),
    expect(gapOf(reader, 'Manoeuvre battalion 1')).toHaveText('700', soon),
    expect(drafter.getByRole('button', { name: `now ${after}` })).toBeVisible(soon),
  ])
  expect(await phase(observer, 'Phase 1').innerText()).toBe(told)

  await drafter.getByRole('button', { name: `now ${after}` }).click()
  await expect(drafter.locator('[data-fact]')).toHaveText(after)
  await expect(drafter.getByRole('button', { name: `now ${after}` })).toHaveCount(0)
})

test('[FS-21] what a delegation prepares moves nothing on any other screen, and sends nothing there', async ({
  stage,
}) => {
  const others = [await stage.enter(cast.otherHead), await stage.enter(cast.secretary)]
  const frames: (string | Buffer)[] = []
  for (const page of others) {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(payload)))
    await page.goto('/forces')
    await expect(page.getByText('What if …')).toBeVisible()
    await page.waitForLoadState('networkidle')
  }
  const shown = await Promise.all(others.map((page) => page.locator('main').innerText()))
  frames.length = 0
  const drafter = await stage.enter(cast.drafter)
  await drafter.goto('/forces/offers/new')
  await drafter.getByLabel('Title').fill('A quiet company')
  await drafter.getByRole('button', { name: 'Prepare' }).first().click()
  await expect(drafter.getByRole('heading', { level: 1, name: 'A quiet company' })).toBeVisible()
  await drafter.waitForTimeout(1_500)
  expect(await Promise.all(others.map((page) => page.locator('main').innerText()))).toEqual(shown)
  // Engine.IO asks now and then whether anybody is there.
  expect(frames.filter((payload) => payload !== '2')).toEqual([])
})

test('[FS-17] what if a condition fails is worked out for whoever asks, and for nobody else', async ({ stage }) => {
  const [reader, other] = [await stage.enter(cast.otherHead), await stage.enter(cast.secretary)]
  await Promise.all([reader, other].map((page) => page.goto('/forces')))
  const before = await filledIn(reader, 'Phase 1')
  await reader.getByText('What if …').click()
  await reader.getByLabel(/ADR Post of Commander Sector South/).selectOption('FAILED')
  await expect(
    reader.getByText(new RegExp(`Phase 1: .* → ${(before - 80).toLocaleString('en')} of 5,000`)),
  ).toBeVisible()
  expect(await filledIn(reader, 'Phase 1')).toBe(before)
  expect(await filledIn(other, 'Phase 1')).toBe(before)
})
