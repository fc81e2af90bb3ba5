import { expect, type Page } from '@playwright/test'
import { cast } from './cast.ts'
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
import { test } from './stage.ts'

/** In the demonstration the plenary has suspended it. */
const item4 = { number: '4', title: 'Mandate, situation and planning assumptions' }
const underDiscussion = { number: '7(b)', title: 'Command relationships and national limits' }

test('the organiser opens item 4 at the desk, and every agenda and Today show it', async ({ stage }) => {
  const desk = await stage.enter(cast.organiser)
  const [agenda, today, observer] = [
    await stage.enter(cast.drafter),
    await stage.enter(cast.otherHead),
    await stage.enter(cast.observer),
  ]
  await takesInHand(desk, 'Plenary', item4)
  await Promise.all([agenda.goto('/agenda'), today.goto('/'), observer.goto('/agenda')])
  await expect(agendaRow(agenda, item4)).toContainText('Suspended')
  await expect(nowOnToday(today, item4)).toBeHidden()
  await expect(agendaRow(observer, item4)).toBeHidden()

  await desk.getByRole('button', { name: 'Open the meeting' }).click()
  await expect(desk.getByRole('button', { name: 'Suspend…' })).toBeVisible()
  await desk
    .getByRole('region', { name: 'Item in hand' })
    .getByRole('button', { name: /^(Open|Resume) 4$/ })
    .click()
  await expect(desk.getByRole('button', { name: 'Suspend 4' }).first()).toBeVisible()
  await Promise.all([
    expect(agendaRow(agenda, item4)).toContainText('Under discussion', soon),
    expect(nowOnToday(today, item4)).toBeVisible(soon),
    expect(agendaRow(observer, item4)).toContainText('Under discussion', soon),
  ])
})

test('two members of one delegation write notes at once and see each other’s words and carets', async ({ stage }) => {
  const [one, other] = [await stage.enter(cast.drafter), await stage.enter(cast.noteTaker)]
  const address = await opensItem(one, underDiscussion)
  const label = `Notes, item ${underDiscussion.number}, delegation only`
  const mine = await writesIn(one, label)
  await other.goto(address)
  const theirs = await writesIn(other, label)
  await mine.press('Control+Home')
  await theirs.press('Control+End')
  await theirs.press('Enter')
  await Promise.all([
    mine.pressSequentially('First the mandate, then the figures. ', { delay: 30 }),
    theirs.pressSequentially('Ask the capital about the second battalion.', { delay: 30 }),
  ])
  await expect(other.getByText('First the mandate, then the figures.')).toBeVisible(soon)
  await expect(one.getByText('Ask the capital about the second battalion.')).toBeVisible(soon)
  await expect(mine.getByText(cast.noteTaker.name)).toBeAttached()
  await expect(theirs.getByText(cast.drafter.name)).toBeAttached()
  for (const page of [one, other]) await expect(page.getByText(/Saved on server/).first()).toBeVisible()

  // What a delegation notes is nobody else's: not on the page of another one, of the secretariat, of an observer.
  for (const seat of [cast.otherHead, cast.organiser]) {
    const reader = await stage.enter(seat)
    await reader.goto(address)
    await expect(reader.getByRole('heading', { level: 1, name: underDiscussion.title })).toBeVisible()
    await expect(reader.getByText('Ask the capital about the second battalion.')).toHaveCount(0)
  }
})

test('a delegate drafts, the head tables in three steps, and each reads exactly what they may', async ({ stage }) => {
  const [drafter, head] = [await stage.enter(cast.drafter), await stage.enter(cast.head)]
  const [other, observer] = [await stage.enter(cast.otherHead), await stage.enter(cast.observer)]
  const secret = 'Line that stays in the draft'
  const draft = await draftsPosition(drafter, {
    title: 'Tactical control in phase 1',
    item: underDiscussion,
    paragraphs: ['The delegation proposes tactical control for the first ninety days.'],
    revision: 'For the head',
  })
  await drafter.getByRole('textbox', { name: 'Draft position, delegation only' }).press('Control+End')
  await drafter.keyboard.type(secret)

  await Promise.all([other.goto('/tabled'), observer.goto('/tabled')])
  const symbol = await tables(head, cast.head, draft, 'For the head')
  const link = other.getByRole('link', { name: symbol })
  await expect(link).toBeVisible(soon)
  await link.click()
  await expect(other.getByText('tactical control for the first ninety days')).toBeVisible()
  await expect(other.getByText(secret)).toHaveCount(0)
  await expectMissing(other, draft, `/positions/${madeUpId}`)
  await expectMissing(await stage.enter(cast.organiser), draft, `/positions/${madeUpId}`)

  await expect(observer.getByRole('link', { name: symbol })).toHaveCount(0)
  await expectMissing(observer, `/tabled/${symbol}`, '/tabled/TSF/PC.1/WG.2/CRP.999')
  await expectMissing(observer, draft, `/positions/${madeUpId}`)
})

test('the rapporteur writes, circulates, approves, releases and publishes; the observer reads', async ({ stage }) => {
  const rapporteur = await stage.enter(cast.rapporteur)
  const observer = await stage.enter(cast.observer, { javaScriptEnabled: false })
  const record = await writesRecord(rapporteur, 'First plenary meeting', 'The Conference took note of the report.')
  await expectMissing(observer, record, `/minutes/${madeUpId}`)
  await circulates(rapporteur)
  await expectMissing(observer, record, `/minutes/${madeUpId}`)
  await approves(rapporteur)
  await expectMissing(observer, record, `/minutes/${madeUpId}`)
  await publishes(rapporteur, cast.rapporteur, ['The Conference took note of the report.'])

  await observer.goto('/minutes')
  const row = observer.getByRole('row').filter({ hasText: 'First plenary meeting' })
  await row.getByRole('link').click()
  expect(new URL(observer.url()).pathname).toBe(record)
  await expect(observer.getByText('The Conference took note of the report.')).toHaveCount(0)
  await expect(observer.getByText('[Paragraph not released.]')).toBeVisible()
  await expectPermanentNumbers(observer, record)
})

/** Every paragraph has a number of its own, and the number is an address that leads to it. */
async function expectPermanentNumbers(page: Page, record: string): Promise<void> {
  const numbers = page.getByRole('article').getByRole('link', { name: /^(Paragraph|Link to paragraph) \d+$/ })
  expect(await numbers.count()).toBeGreaterThan(2)
  await numbers.nth(1).click()
  expect(page.url()).toMatch(new RegExp(`${record}#p2$`))
}
