import { expect, type Page } from '@playwright/test'
import { isAwake, lookedAt } from './axe.ts'
import { organiser, test } from './installation.ts'
import { soon } from './journey.ts'

// An installation of its own: each goes on where the one before it ended, from the empty server to the first version.
test.use({ purpose: 'a statement of requirements' })
test.describe.configure({ mode: 'serial' })

const lookedAtAll = async (page: Page) => {
  await isAwake(page)
  expect(await lookedAt(page)).toEqual([])
}
const elements = (page: Page) => page.getByRole('table', { name: 'Elements' })

test('the organiser begins a statement with its phases', async ({ stage, installed: { link } }) => {
  const page = await stage.stranger()
  await page.goto(link)
  await page.getByLabel('Choose a password').fill(organiser.password)
  await page.getByRole('button', { name: 'Accept and sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Conferences' })).toBeVisible()
  await founds(page)

  await page.goto('/forces/requirement')
  await page.getByRole('button', { name: 'Begin the statement' }).click()
  await addsPhase(page, { name: 'Phase 1', ceiling: '940', date: '2027-03-31' })
  await addsPhase(page, { name: 'Phase 2', ceiling: '1,640', date: '2028-02-02' })
  await lookedAtAll(page)
  await stage.keeps(organiser, page)
})

test('two bad rows of a pasted table are named, mended and taken; the version says so', async ({ stage }) => {
  const page = await stage.enter(organiser)
  const rows = (second: string, third: string) =>
    [
      'No.\tElement\tCapability\tCritical\tPhase 1\tPhase 2',
      '1\tForce HQ\tHeadquarters\tyes\t240\t340',
      second,
      third,
    ].join('\n')
  await page.goto('/forces/requirement')
  await page.getByRole('link', { name: 'Import a table' }).click()
  await page
    .getByRole('textbox', { name: 'The table' })
    .fill(rows('2\tBattalion\tCavalry\t\t700\t1300', '2\tHospital\tMedical, role 3\t\t0\t-1'))
  await page.getByRole('button', { name: 'Look at it first' }).click()
  const problems = page.getByRole('table', { name: 'To correct' }).getByRole('row')
  await expect(problems).toHaveCount(4)
  await expect(problems.nth(1)).toContainText('Cavalry')
  await expect(problems.nth(2)).toContainText('Row 3 has this number already.')
  await expect(problems.nth(3)).toContainText('A strength is 0 or more.')
  await expect(page.getByRole('button', { name: 'Take the table' })).toHaveCount(0)
  await lookedAtAll(page)

  await page
    .getByRole('textbox', { name: 'The table' })
    .fill(rows('2\tBattalion\tManoeuvre\t\t700\t1,300', '3\tHospital\tMedical, role 3\t\t\t0'))
  await page.getByRole('button', { name: 'Look at it first' }).click()
  await expect(page.getByText('3 elements can be taken')).toBeVisible()
  await page.getByRole('button', { name: 'Take the table' }).click()
  await expect(elements(page).getByRole('row').filter({ hasText: 'Battalion' })).toContainText('1,300')
  await expect(elements(page).getByRole('row', { name: /^Difference/ })).toContainText('none')

  await page.getByRole('link', { name: 'Issue a version…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Issue the version' }).click()
  await page.getByRole('link', { name: 'Version 1' }).click()
  await expect(page.getByText(/^SHA-256 of the content: [0-9a-f]{64}$/)).toBeVisible()
  await expect(elements(page)).toContainText('Force HQ')
  await lookedAtAll(page)
})

test('an element is split into parts that add up', async ({ stage }) => {
  stage.expects(/409 .*forces\/requirement/)
  const page = await stage.enter(organiser)
  const reader = await stage.enter(organiser)
  await Promise.all([page.goto('/forces/requirement'), reader.goto('/forces/requirement')])
  await page.getByRole('link', { name: 'Change Battalion' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Split…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Split 2 Battalion' })
  const part = (number: number) => dialog.getByRole('group', { name: `Part ${number}` })
  await part(1).getByLabel('Element').fill('Battalion 1')
  await part(2).getByLabel('Element').fill('Battalion 2')
  await part(1).getByLabel('Phase 2').fill('700')
  await expect(dialog.getByText('Phase 2: 600 left.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Split the element' }).click()
  await expect(dialog.getByRole('alert')).toContainText('600 apart')
  await part(2).getByLabel('Phase 2').fill('600')
  await expect(dialog.getByText('The parts add up.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Split the element' }).click()
  await expect(dialog).toBeHidden()
  for (const each of [page, reader])
    await expect(elements(each).getByRole('row').filter({ hasText: 'Battalion 2' })).toContainText('600', soon)
  await expect(elements(page).getByRole('row', { name: /^Together/ })).toContainText('1,640')
})

async function founds(page: Page): Promise<void> {
  await page.goto('/conferences/new')
  const day = '2027-01-11'
  for (const [label, value] of [
    ['Root of document symbols', 'SND/PC.1'],
    ['Name in English', 'Sound Conference'],
    ['Short name', 'PC.1'],
    ['Venue', 'Old Customs House'],
    ['City', 'Skarholm'],
    ['Time zone of the venue', 'Europe/Oslo'],
    ['First day', day],
    ['Last day', day],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('main').getByRole('button', { name: 'Create a conference' }).click()
  await page.waitForURL(/\/organiser\/delegations/)
}

interface NewPhase {
  readonly name: string
  readonly ceiling: string
  readonly date: string
}

async function addsPhase(page: Page, { name, ceiling, date }: NewPhase): Promise<void> {
  await page.getByRole('link', { name: 'Add a phase' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a phase' })
  await dialog.getByLabel('Name of the phase').fill(name)
  await dialog.getByLabel('Ceiling').fill(ceiling.replace(',', ''))
  await dialog.getByLabel('Target date').fill(date)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('table', { name: 'Phases' })).toContainText(ceiling)
}
