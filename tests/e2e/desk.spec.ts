import type { Locator, Page } from '@playwright/test'
import { cast } from './cast.ts'
import { expect, test } from './stage.ts'

const title = 'Medical support, logistics, host-nation support and financing'

/** Working Group 1 has 6(c) under discussion. */
async function deskOfGroup1(page: Page): Promise<{ inHand: Locator; row: Locator }> {
  await page.goto('/organiser/desk')
  await page
    .getByRole('navigation', { name: 'Bodies' })
    .getByRole('link', { name: /Working Group 1/ })
    .click()
  const row = page.getByRole('region', { name: 'Agenda' }).getByRole('listitem').filter({ hasText: title })
  await row.getByRole('link', { name: title }).click()
  const inHand = page.getByRole('region', { name: 'Item in hand' })
  await expect(inHand.getByRole('heading', { name: title })).toBeVisible()
  return { inHand, row }
}

test('[AG-35] what is saved at the desk is said where it was done', async ({ stage }) => {
  const page = await stage.enter(cast.organiser)
  const { inHand, row } = await deskOfGroup1(page)
  const programme = inHand.getByRole('group', { name: 'In the programme' })

  await programme.getByRole('button', { name: 'Change times…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save the times' }).click()
  await expect(programme.getByText('The new times are saved.')).toBeVisible()
  await expect(programme.getByRole('button', { name: 'Change times…' })).toBeFocused()

  await programme.getByRole('button', { name: 'Add to the programme…' }).click()
  await page.getByRole('dialog').getByRole('checkbox').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Add a slot' }).click()
  await expect(programme.getByText('Added to the programme.')).toBeVisible()
  await programme.getByRole('button', { name: 'Change times…' }).last().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take out of the programme' }).click()
  await expect(programme.getByText('Taken out of the programme.')).toBeVisible()
  await expect(programme).toBeFocused()

  await inHand.getByRole('button', { name: 'Allot' }).click()
  await expect(inHand.getByText('The changes are saved.')).toBeVisible()

  for (const [act, said] of [
    ['Open to observers', 'Observers see 6(c) while it is under discussion.'],
    ['Close to observers', 'Observers do not see 6(c) any more.'],
  ] as const) {
    await row.locator('summary').click()
    await row.getByRole('button', { name: act }).click()
    await expect(page.getByRole('status').filter({ hasText: said }).first()).toBeVisible()
  }
})

test('[AG-35] after an act the focus is where the next one begins', async ({ stage }) => {
  const page = await stage.enter(cast.organiser)
  const { inHand, row } = await deskOfGroup1(page)
  const menu = row.locator('summary')
  await menu.press('Enter')
  await page.keyboard.press('ArrowDown')
  await expect(row.getByRole('button', { name: 'Suspend 6(c)' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()

  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(inHand.getByText('Resuming shows 6(c) to all delegations as under discussion again')).toBeVisible()
  await expect(menu).toBeFocused()
  await expect(row.getByRole('button', { name: 'Open to observers' })).toBeHidden()

  await inHand.getByRole('button', { name: 'Resume 6(c)' }).press('Enter')
  await expect(inHand.getByRole('button', { name: 'Suspend 6(c)' })).toBeVisible()
  await expect(inHand.getByRole('group', { name: `6(c) ${title}` })).toBeFocused()

  const meeting = page.getByRole('group', { name: 'Meeting', exact: true })
  await meeting.getByRole('button', { name: 'Suspend…' }).press('Enter')
  await page.keyboard.press('Escape')
  await expect(meeting.getByRole('button', { name: 'Suspend…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend the meeting' }).press('Enter')
  await expect(meeting.getByRole('button', { name: 'Resume' })).toBeVisible()
  await expect(meeting).toBeFocused()
  await meeting.getByRole('button', { name: 'Resume' }).press('Enter')
  await expect(meeting.getByRole('button', { name: 'Suspend…' })).toBeVisible()
  await expect(meeting).toBeFocused()
})

test('[MI-15] on a small laptop the records to publish stand whole in their column', async ({ stage }) => {
  const page = await stage.enter(cast.organiser, { viewport: { width: 1280, height: 800 } })
  await page.goto('/organiser/desk')
  const lines = page.getByRole('heading', { name: 'To publish' }).locator('..').getByRole('listitem')
  await expect(lines.first()).toContainText('Circulated for corrections')
  await expect(lines.filter({ hasText: 'Published' })).toHaveCount(0)
  for (const line of await lines.all()) {
    expect(await line.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  }
})
