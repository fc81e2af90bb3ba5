import { expect, type Page } from '@playwright/test'
import { isAwake, lookedAt } from './axe.ts'
import { cast, type Seat } from './cast.ts'
import { soon } from './journey.ts'
import { expectMissing, madeUpId } from './missing.ts'
import { type Stage, test } from './stage.ts'

/** Of a state that neither makes the offer nor is named in it. */
const thirdHead: Seat = { ...cast.otherHead, name: 'Chipo Madziva', email: 'chipo.madziva@zmr.example' }

/** In the demonstration 300 of the 700 that it needs in phase 1 are filled. */
const element = 'Manoeuvre battalion 3'

interface NewOffer {
  readonly title: string
  /** Persons in phase 1 and in phase 2. */
  readonly persons: readonly [string, string]
}

/** A drafter prepares an offer of troops and says what it brings; answers its address. */
async function prepares(page: Page, { title, persons }: NewOffer): Promise<string> {
  await page.goto('/forces/offers')
  await page.getByRole('link', { name: 'Prepare an offer' }).click()
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Prepare an offer' }).click()
  await page.waitForURL(/\/forces\/offers\/[\w-]{22}$/)
  const lines = page.getByRole('region', { name: 'What is offered' })
  const wanted = lines.getByRole('combobox', { name: 'Element' }).locator('option', { hasText: element })
  await lines.getByRole('combobox', { name: 'Element' }).selectOption(await wanted.getAttribute('value'))
  await lines.getByLabel('Persons, Phase 1').fill(persons[0])
  await lines.getByLabel('Persons, Phase 2').fill(persons[1])
  await lines.getByRole('button', { name: 'Save changes' }).click()
  await expect(lines.getByRole('rowheader', { name: element })).toBeVisible()
  return new URL(page.url()).pathname
}

/** The unfolded form of a section, by the words of its button. */
async function unfolds(page: Page, region: string, button: string | RegExp) {
  const section = page.getByRole('region', { name: region })
  const fold = section.locator('details').filter({ has: page.locator('summary', { hasText: button }) })
  await fold.locator('summary').first().click()
  return fold
}

/** The head goes through the three steps and ends at the receipt. */
async function releases(page: Page, head: Seat, offer: string, to: readonly string[]): Promise<void> {
  await page.goto(offer)
  await page.getByRole('link', { name: /^(Review and release|Change who sees it)…$/ }).click()
  await expect(page.getByRole('heading', { name: /Step 1 of 3/ })).toBeVisible()
  await page.getByRole('link', { name: 'Continue: who will see it' }).click()
  await expect(page.getByRole('heading', { name: /Step 2 of 3/ })).toBeVisible()
  if (to.length > 0) await page.getByRole('radio', { name: 'The secretariat and delegations you name' }).check()
  for (const name of to) await page.getByRole('checkbox', { name, exact: true }).check()
  await page.getByRole('button', { name: 'Continue to confirmation' }).click()
  await expect(page.getByRole('heading', { name: /Step 3 of 3/ })).toBeVisible()
  await page.getByLabel('Your password').fill(head.password)
  await page.getByRole('button', { name: 'Release now' }).click()
  await page.waitForURL(/\?receipt=1$/)
}

/** Of the elements beyond the phases, what one row of the effect says. */
const effectOf = (page: Page, row: string) =>
  page
    .getByRole('region', { name: 'What this changes in what you see' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row, exact: true }) })

const lineIn = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title })

async function hangsOnText(page: Page, condition: string): Promise<void> {
  const fold = await unfolds(page, 'Conditions', 'Hang it on…')
  await fold.getByRole('combobox', { name: 'A tabled text' }).selectOption('TSF/PC.1/WG.2/CRP.1')
  await fold.getByRole('button', { name: 'Show its paragraphs' }).click()
  await fold.getByRole('radio').nth(1).check()
  await fold.getByRole('button', { name: 'Hang on this paragraph' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: condition })).toContainText('Hangs on a paragraph of')
}

test('an offer is prepared in private, released to one delegation, seen there alone, and withdrawn', async ({
  stage,
}) => {
  const [drafter, head] = [await stage.enter(cast.drafter), await stage.enter(cast.head)]
  const [named, third] = [await stage.enter(cast.otherHead), await stage.enter(thirdHead)]
  const title = 'Rifle companies for the sector'
  const offer = await prepares(drafter, { title, persons: ['500', '100'] })
  await expect(drafter.getByText('Delegation only — Iskandra')).toBeVisible()
  await expect(drafter.getByText(`${element}: 100 in Phase 2, 500 before, and no note why.`)).toBeVisible()

  const condition = 'A command chart acceptable to the government.'
  const conditions = await unfolds(drafter, 'Conditions', 'Add a condition')
  await conditions.getByLabel('What must happen first').fill(condition)
  await conditions.getByRole('button', { name: 'Add a condition' }).click()
  await expect(drafter.getByRole('listitem').filter({ hasText: condition })).toContainText('Open')
  await hangsOnText(drafter, condition)

  const limit = 'No patrols at night beyond the river.'
  const limits = await unfolds(drafter, 'National limits', 'Add a national limit')
  await limits.getByLabel('In words').fill(limit)
  await limits.getByRole('button', { name: 'Add a national limit' }).click()
  await expect(drafter.getByRole('listitem').filter({ hasText: limit })).toContainText('Delegation only')

  // Until the head releases it, it is not there: not for another state, not for the secretariat.
  for (const reader of [named, await stage.enter(cast.organiser)])
    await expectMissing(reader, offer, `/forces/offers/${madeUpId}`)
  await expect(drafter.getByRole('button', { name: 'Review and release…' })).toHaveAttribute('aria-disabled', 'true')

  await Promise.all([named.goto('/forces/offers'), third.goto('/forces/offers')])
  await seesTheEffect(head, offer)
  await releases(head, cast.head, offer, ['Estmark'])
  await expect(head.getByRole('status').filter({ hasText: 'Receipt' })).toContainText('The secretariat and Estmark')

  await expect(lineIn(named, title)).toContainText('Conditional', soon)
  await named.getByRole('link', { name: title }).click()
  await expect(named.getByText('Released to your delegation and the secretariat, not to all')).toBeVisible()
  await expect(named.getByText(condition)).toBeVisible()
  await expect(named.getByText(limit)).toHaveCount(0)
  await expect(lineIn(third, title)).toHaveCount(0)
  await expectMissing(third, offer, `/forces/offers/${madeUpId}`)

  // A drafter reads why an offer that others see is not theirs to change.
  const reason = drafter.getByText(/Only the head of delegation can show an offer/).filter({ visible: true })
  await expect(reason).toBeVisible(soon)

  await withdraws(head, offer)
  await named.goto('/forces/offers')
  await named.locator('summary', { hasText: /offers? that (is|are) over/ }).click()
  await expect(lineIn(named, title)).toContainText('Withdrawn')
})

/** 400 are lacking in phase 1 and 200 in phase 2: of 500 and 100 offered, 400 and 100 would be taken, conditionally. */
async function seesTheEffect(page: Page, offer: string): Promise<void> {
  await page.goto(`${offer}/release?step=2`)
  await expect(effectOf(page, 'Phase 1 · Manoeuvre')).toContainText('1,700 → 2,100 of 2,100 Conditional')
  await expect(effectOf(page, 'Phase 1, in all')).toContainText('1,616 → 1,216')
  await page.getByRole('combobox', { name: 'Status' }).selectOption('INDICATED')
  await expect(effectOf(page, 'Phase 1 · Manoeuvre')).toContainText('Indicated, not counted')
}

async function withdraws(page: Page, offer: string): Promise<void> {
  await page.goto(offer)
  await page.getByRole('button', { name: 'Withdraw…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('No gap that you can see rises.')
  await dialog.getByRole('button', { name: 'Withdraw now' }).click()
  await expect(page.getByText('This offer is over. To come back, make a new one.')).toBeVisible()
}

test('a withdrawal names the gaps that rise before it is done', async ({ stage }) => {
  const head = await stage.enter(cast.head)
  await head.goto('/forces/offers')
  await head.getByRole('link', { name: 'Motorised battalion and engineer company' }).click()
  await head.getByRole('button', { name: 'Withdraw…' }).click()
  await expect(head.getByRole('dialog')).toContainText('The gap of Engineer group in Phase 1 rises from 240 to 360.')
  await head.keyboard.press('Escape')
  await expect(head.getByRole('button', { name: 'Withdraw…' })).toBeFocused()
})

test('an offer is prepared and released without a script', async ({ stage }) => {
  stage.expects(/status of 4\d\d/)
  const plain = await stage.enter(cast.head, { javaScriptEnabled: false })
  const offer = await prepares(plain, { title: 'Company without a script', persons: ['٥٠', '60'] })
  const lines = await unfolds(plain, 'What is offered', /^Change/)
  await lines.getByLabel('Persons, Phase 2').fill('1e3')
  await lines.getByRole('button', { name: 'Save changes' }).click()
  await expect(plain.getByRole('alert', { name: 'There is a problem' })).toContainText('in digits')
  await plain.goto(`${offer}/release?step=2`)
  await plain.getByRole('radio', { name: 'All states at the table' }).check()
  await plain.getByRole('combobox', { name: 'Status' }).selectOption('COMMITTED')
  await plain.getByRole('combobox', { name: 'It rests on' }).selectOption('ORAL_STATEMENT')
  await plain.getByRole('button', { name: 'Continue to confirmation' }).click()
  await expect(plain.getByRole('alert').filter({ hasText: 'A commitment rests on a letter' })).toBeVisible()
  await plain.getByRole('combobox', { name: 'It rests on' }).selectOption('LETTER')
  await plain.getByLabel('Reference').fill('NV 12/2026')
  await plain.getByRole('button', { name: 'Continue to confirmation' }).click()
  await plain.getByLabel('Your password').fill(cast.head.password)
  await plain.getByRole('button', { name: 'Release now' }).click()
  await expect(plain.getByText('Receipt: the offer is released')).toBeVisible()
  await expect(lineIn(plain, element).first()).toContainText('50')
})

for (const locale of ['en', 'ar']) {
  test(`the pages on offers in ${locale}: nothing for axe to find, and no sideways scrolling`, async ({ stage }) => {
    const page = await stage.enter(cast.head)
    await stage.speaks(page, locale)
    for (const path of await pagesOnOffers(stage)) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(path)
      await isAwake(page)
      expect(await lookedAt(page), path).toEqual([])
      await page.setViewportSize({ width: 320, height: 700 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
    }
    await stage.speaks(page, 'en')
  })
}

/** Each page once; of offers one that is released and has conditions and limits. */
async function pagesOnOffers(stage: Stage): Promise<string[]> {
  const page = await stage.enter(cast.head)
  await page.goto('/forces/offers')
  const offer = await page.locator('main a[href^="/forces/offers/"]:not([href$="/new"])').first().getAttribute('href')
  return ['/forces/offers', '/forces/offers/new', `${offer}`, `${offer}/release`, `${offer}/release?step=2`]
}
