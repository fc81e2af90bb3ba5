import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { must } from '#app/kernel/must.ts'
import { isAwake, lookedAt } from './axe.ts'
import type { Seat } from './cast.ts'
import { organiser, test } from './installation.ts'
import {
  agendaRow,
  approves,
  circulates,
  draftsPosition,
  nowOnToday,
  opensItem,
  publishes,
  soon,
  tables,
  takesInHand,
  writesIn,
  writesRecord,
} from './journey.ts'
import { expectMissing, madeUpId } from './missing.ts'
import { badSheets, everySlip, goodSheets, item4, people } from './spreadsheets.ts'
import type { Stage } from './stage.ts'

// Each goes on where the one before it ended: one conference, from the empty server to the published minutes.
test.describe.configure({ mode: 'serial' })

const zone = 'Europe/Oslo'
const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date())

test('the first organiser follows the link of the operator and signs in', async ({ stage, installed }) => {
  const page = await stage.stranger()
  await page.goto(installed.link)
  await page.getByLabel('Choose a password').fill(organiser.password)
  await page.getByRole('button', { name: 'Accept and sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Conferences' })).toBeVisible()
  await stage.keeps(organiser, page)
})

test('every bad row of three tables is named at once, and nothing is written', async ({ stage }) => {
  const page = await stage.enter(organiser)
  await sends(page, badSheets(today))
  await expect(page.getByText(`${everySlip.length} corrections are needed`)).toHaveCount(1)
  const rows = page.getByRole('table', { name: 'Corrections' }).getByRole('row')
  const said = (await rows.all()).slice(1).map((row) => row.getByRole('cell').allInnerTexts())
  const expected = everySlip.map(({ file, row, column, value, reason }) => [
    file,
    String(row),
    column,
    value,
    expect.stringContaining(reason),
  ])
  expect(await Promise.all(said)).toEqual(expected)
  await expect(page.getByRole('button', { name: /^Import \d+ rows/ })).toHaveCount(0)
  await expectNothingForAxe(stage, page)
  await page.goto('/conferences')
  await expect(page.getByRole('main').getByText('Sound Conference')).toHaveCount(0)
})

test('good tables show what they hold, are written while progress is shown, and give everybody a link', async ({
  stage,
}) => {
  const page = await stage.enter(organiser)
  await sends(page, goodSheets(today))
  const figure = (name: string) =>
    page.getByRole('definition').filter({ has: page.locator(`xpath=preceding-sibling::dt[.="${name}"]`) })
  for (const [name, count] of [
    ['States', 2],
    ['Observer', 1],
    ['People', 6],
    ['Agenda items', 5],
    ['Bodies', 2],
    ['Meeting', 1],
    ['Times in the programme', 4],
  ] as const)
    await expect(figure(name)).toHaveText(String(count))

  await expectNothingForAxe(stage, page)

  const progress = await watchesProgress(page)
  const release = await holdsBack(page, /\/organiser\/import\//)
  await page.getByRole('button', { name: 'Import 14 rows' }).click({ noWaitAfter: true })
  expect(await progress.name).toMatch(/^Writing 14 rows/)
  release()
  await expect(page.getByText('The import is complete.')).toBeVisible()
  await expectNothingForAxe(stage, page)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Make the links and download them' }).click()
  const links = await linksIn(await (await download).path())
  await page.reload()
  await expect(page.getByText(/^Links were made on /)).toBeVisible()
  const addresses = Object.values(people).map(({ email }) => email)
  expect([...links.keys()].sort()).toEqual(addresses.sort())
  for (const seat of Object.values(people)) {
    const theirs = await stage.stranger()
    const link = must(links.get(seat.email))
    if (seat === people.head) {
      await theirs.goto(link)
      await expectNothingForAxe(stage, theirs)
    }
    // Somebody of this delegation is there: what the desk has handed out waits for their word.
    if (seat === people.drafter) {
      await theirs.goto(link)
      await expect(theirs.getByText('The delegation has not confirmed this link yet.')).toBeVisible()
      await lettingIn(stage, people.head, 2)
    }
    await accepts(theirs, seat, link)
    await stage.keeps(seat, theirs)
  }
})

/** The head confirms everybody who waits on the page of the delegation. */
async function lettingIn(stage: Stage, head: Seat, count: number) {
  const page = await stage.enter(head)
  await page.goto('/delegation')
  const section = page.getByRole('region', { name: 'Accredited, never signed in' })
  await expect(section.getByRole('row')).toHaveCount(count)
  await expectNothingForAxe(stage, page)
  await section.getByRole('button', { name: `Confirm all ${count} links` }).click()
  await expect(section.getByRole('button', { name: /^Confirm/ })).toHaveCount(0)
}

test('the organiser opens item 4 of the imported agenda, and everybody sees it within a second', async ({ stage }) => {
  const desk = await stage.enter(organiser)
  const [agenda, today, observer] = [
    await stage.enter(people.drafter),
    await stage.enter(people.otherHead),
    await stage.enter(people.observer),
  ]
  await takesInHand(desk, 'Plenary', item4)
  await Promise.all([agenda.goto('/agenda'), today.goto('/'), observer.goto('/agenda')])
  await expect(agendaRow(agenda, item4)).toBeVisible()
  await expect(nowOnToday(today, item4)).toBeHidden()

  await desk.getByRole('button', { name: 'Open the meeting' }).click()
  await expect(desk.getByRole('button', { name: 'Suspend…' })).toBeVisible()
  await desk.getByRole('region', { name: 'Item in hand' }).getByRole('button', { name: 'Open 4' }).click()
  await expect(desk.getByRole('button', { name: 'Suspend 4' }).first()).toBeVisible()
  await Promise.all([
    expect(agendaRow(agenda, item4)).toContainText('Under discussion', soon),
    expect(nowOnToday(today, item4)).toBeVisible(soon),
    expect(agendaRow(observer, item4)).toContainText('Under discussion', soon),
  ])
  await expect(agendaRow(observer, { number: '3', title: 'Contributions' })).toHaveCount(0)
})

test('two members of one delegation write notes on it at once, and nobody else sees them', async ({ stage }) => {
  const [one, other] = [await stage.enter(people.drafter), await stage.enter(people.noteTaker)]
  const address = await opensItem(one, item4)
  const label = 'Notes, item 4, delegation only'
  const mine = await writesIn(one, label)
  await other.goto(address)
  const theirs = await writesIn(other, label)
  await theirs.press('Control+End')
  await theirs.press('Enter')
  await Promise.all([
    mine.pressSequentially('Liaison first. ', { delay: 30 }),
    theirs.pressSequentially('اسأل العاصمة about the bridge.', { delay: 30 }),
  ])
  await expect(other.getByText('Liaison first.')).toBeVisible(soon)
  await expect(one.getByText('اسأل العاصمة about the bridge.')).toBeVisible(soon)
  for (const page of [one, other]) await expect(page.getByText(/Saved on server/).first()).toBeVisible()
  for (const seat of [people.otherHead, organiser]) {
    const reader = await stage.enter(seat)
    await reader.goto(address)
    await expect(reader.getByRole('heading', { level: 1, name: item4.title })).toBeVisible()
    await expect(reader.getByText(/about the bridge/)).toHaveCount(0)
  }
})

test('a delegate drafts, the head tables, and another delegation reads what was tabled within a second', async ({
  stage,
}) => {
  const [drafter, head] = [await stage.enter(people.drafter), await stage.enter(people.head)]
  const [other, observer] = [await stage.enter(people.otherHead), await stage.enter(people.observer)]
  const draft = await draftsPosition(drafter, {
    title: 'Liaison officers',
    item: item4,
    paragraphs: ['Varnland proposes two liaison officers in each harbour.'],
    revision: 'For the head',
  })
  await Promise.all([other.goto('/tabled'), observer.goto('/tabled')])
  const symbol = await tables(head, people.head, draft, 'For the head')
  expect(symbol).toMatch(/^SND\/PC\.1\/CRP\.1$/)
  const link = other.getByRole('link', { name: symbol })
  await expect(link).toBeVisible(soon)
  await link.click()
  await expect(other.getByText('two liaison officers in each harbour')).toBeVisible()
  await expectMissing(other, draft, `/positions/${madeUpId}`)
  await expectMissing(await stage.enter(organiser), draft, `/positions/${madeUpId}`)
  await expect(observer.getByRole('link', { name: symbol })).toHaveCount(0)
  await expectMissing(observer, `/tabled/${symbol}`, '/tabled/SND/PC.1/CRP.999')
})

test('the rapporteur publishes the minutes, and the observer reads them without a script', async ({ stage }) => {
  const rapporteur = await stage.enter(people.rapporteur)
  const observer = await stage.enter(people.observer, { javaScriptEnabled: false })
  const record = await writesRecord(rapporteur, 'First plenary meeting', 'The Conference heard Varnland.')
  await expectMissing(observer, record, `/minutes/${madeUpId}`)
  // [MI-13] Not while the meeting is in session.
  const desk = await stage.enter(organiser)
  await desk.goto('/organiser/desk')
  await desk.getByRole('button', { name: 'Close meeting…' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Close the meeting' }).click()
  // [MI-14] The draft that is open hears of it.
  await expect(rapporteur.getByRole('button', { name: /^Insert the line “The meeting rose at / })).toBeVisible(soon)
  await expect(desk.getByText(/In session since/)).toHaveCount(0)
  await circulates(rapporteur)
  await approves(rapporteur)
  await expectMissing(observer, record, `/minutes/${madeUpId}`)
  await publishes(rapporteur, people.rapporteur)
  await observer.goto('/minutes')
  await observer.getByRole('row').filter({ hasText: 'First plenary meeting' }).getByRole('link').click()
  expect(new URL(observer.url()).pathname).toBe(record)
  await expect(observer.getByText('The Conference heard Varnland.')).toBeVisible()
})

interface Sheets extends ReturnType<typeof goodSheets> {}

/** Fills in what tables do not say about a conference, and sends the tables. */
async function sends(page: Page, sheets: Sheets): Promise<void> {
  await page.goto('/organiser/import')
  const form = page.getByRole('region', { name: 'Tables from a spreadsheet' })
  await form.getByLabel('Delegations').setInputFiles(sheets.delegations)
  await form.getByLabel('Participants').setInputFiles(sheets.participants)
  await form.getByLabel('Agenda').setInputFiles(sheets.agenda)
  for (const [label, value] of [
    ['Root of document symbols', 'SND/PC.1'],
    ['Name in English', 'Sound Conference'],
    ['Name in Arabic (optional)', 'مؤتمر المضيق'],
    ['Short name', 'PC.1'],
    ['Venue', 'Old Customs House'],
    ['City', 'Skarholm'],
    ['Time zone of the venue', zone],
    ['First day', today],
    ['Last day', today],
  ] as const)
    await form.getByLabel(label, { exact: true }).fill(value)
  await form.getByRole('button', { name: 'Check the tables' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Preview of the import' })).toBeVisible()
}

/** On pages that are there only on the way into a conference: in English and Arabic, light and dark. */
async function expectNothingForAxe(stage: Stage, page: Page): Promise<void> {
  for (const locale of ['ar', 'en']) {
    await stage.speaks(page, locale)
    await page.reload()
    await isAwake(page)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    expect(await lookedAt(page)).toEqual([])
  }
}

/** The name of the first progress bar that is seen. While a page is on its way, only the one before it can tell. */
async function watchesProgress(page: Page): Promise<{ readonly name: Promise<string> }> {
  let tell = (_: string) => {}
  const seen = new Promise<string>((resolve) => {
    tell = resolve
  })
  await page.exposeFunction('tellProgress', (name: string) => tell(name))
  await page.evaluate(() => {
    new MutationObserver(() => {
      const bar = document.querySelector('progress')
      if (bar?.checkVisibility()) Reflect.apply(Reflect.get(window, 'tellProgress'), null, [bar.ariaLabel])
    }).observe(document.body, { childList: true, subtree: true })
  })
  return { name: seen }
}

/** Holds the next form that is sent there back until it is let go. */
async function holdsBack(page: Page, address: RegExp): Promise<() => void> {
  let release = () => {}
  const isLetGo = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(address, async (route) => {
    if (route.request().method() === 'POST') await isLetGo
    await route.continue()
  })
  return release
}

/** The link of each person, by address, as the downloaded table has it. */
async function linksIn(path: string): Promise<Map<string, string>> {
  const rows: Record<string, string>[] = parse(await readFile(path), { bom: true, columns: true })
  return new Map(rows.map((row) => [must(row['E-mail']), must(row.Link)]))
}

async function accepts(page: Page, { name, password }: Seat, link: string): Promise<void> {
  await page.goto(link)
  await expect(page.getByLabel('Your name')).toHaveValue(name)
  await page.getByLabel('Choose a password').fill(password)
  await page.getByRole('button', { name: 'Accept and sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Sound Conference')
}
