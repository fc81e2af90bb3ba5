import { expect, type Page } from '@playwright/test'
import routes from '#app/routes.ts'
import { isAwake, lookedAt } from './axe.ts'
import { cast } from './cast.ts'
import { findPlaces, type Places, pagesToSee, type Viewer, viewers } from './pages.ts'
import { type Stage, test } from './stage.ts'

const locales = ['en', 'ar'] as const
const desktop = { width: 1280, height: 800 }

interface Entry {
  readonly id?: string
  readonly file: string
  readonly children?: readonly Entry[]
}

test('every page has a row, and every row a page', () => {
  const pagesOf = (entries: readonly Entry[]): string[] =>
    entries.flatMap(({ id, file, children }) =>
      children ? pagesOf(children) : file.endsWith('.tsx') ? [id ?? file.replace(/\.tsx$/, '')] : [],
    )
  expect([...new Set(pagesToSee.map(({ route }) => route))].sort()).toEqual([...new Set(pagesOf(routes))].sort())
})

let places: Places | null = null
const placesFor = async (stage: Stage) => {
  places ??= await findPlaces({
    head: (await stage.enter(cast.head)).request,
    organiser: (await stage.enter(cast.organiser)).request,
    observer: (await stage.enter(cast.observer)).request,
  })
  return places
}

for (const viewer of viewers) {
  for (const locale of locales) {
    test(`every page of the ${viewer} in ${locale}: nothing for axe to find, light and dark, and no sideways scrolling`, async ({
      stage,
    }) => {
      stage.expects(/status of 40[34]/)
      const at = await placesFor(stage)
      const rows = pagesToSee.filter((row) => row.viewers.includes(viewer))
      const first = await entered(stage, viewer)
      await stage.speaks(first, locale)
      try {
        // Two at a time: the server is not kept waiting while axe looks.
        const lanes = [first, await entered(stage, viewer)]
        const queue = [...rows]
        const found: string[] = []
        await Promise.all(
          lanes.map(async (page) => {
            if (viewer === 'stranger') await stage.speaks(page, locale)
            for (let row = queue.shift(); row; row = queue.shift())
              found.push(...(await faultsOf(page, row.path(at), locale)))
          }),
        )
        expect(found).toEqual([])
      } finally {
        await stage.speaks(first, 'en')
      }
    })
  }
}

const entered = (stage: Stage, viewer: Viewer): Promise<Page> =>
  viewer === 'stranger' ? stage.stranger({ viewport: desktop }) : stage.enter(cast[viewer], { viewport: desktop })

async function faultsOf(page: Page, at: string, locale: string): Promise<string[]> {
  await page.goto(at)
  await isAwake(page)
  const spoken = await page.locator('html').getAttribute('lang')
  const found = [
    ...(spoken === locale ? [] : [`in ${spoken}, not in ${locale}`]),
    ...(await lookedAt(page)),
    ...(await tooWide(page)),
  ]
  return found.map((fault) => `${at}: ${fault}`)
}

/** A phone, and 400 % on a desktop (WCAG 1.4.10). */
async function tooWide(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 })
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (excess > 0) found.push(`${excess} px wider than a window of ${width} px`)
  }
  await page.setViewportSize(desktop)
  return found
}

/** What is only there once somebody has opened, begun, mistaken or lost something. */
const states: Readonly<
  Record<string, { viewer: 'head' | 'organiser'; path: string; reach: (page: Page) => Promise<void> }>
> = {
  'a dialog': {
    viewer: 'organiser',
    path: '/organiser/desk',
    async reach(page) {
      await page.getByRole('button', { name: 'Announce…' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  'the menu of a row': {
    viewer: 'organiser',
    path: '/organiser/desk',
    async reach(page) {
      await page.getByRole('region', { name: 'Agenda' }).locator('summary').first().click()
    },
  },
  'the account menu': {
    viewer: 'head',
    path: '/',
    async reach(page) {
      await page.getByRole('banner').locator('summary').last().click()
      await page.getByRole('button', { name: 'Sign out' }).waitFor()
    },
  },
  'the list of pages and actions': {
    viewer: 'head',
    path: '/',
    async reach(page) {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
    },
  },
  'the list of shortcuts': {
    viewer: 'head',
    path: '/',
    async reach(page) {
      await page.keyboard.press('Control+/')
      await page.getByRole('dialog').getByRole('table').waitFor()
    },
  },
  'a form with mistakes': {
    viewer: 'head',
    path: '/positions/new',
    async reach(page) {
      await page.getByRole('button', { name: 'Start a position' }).click()
      await page.getByRole('alert').getByText('There are problems with 2 answers').waitFor()
    },
  },
  'a text being written': {
    viewer: 'head',
    path: 'item',
    async reach(page) {
      const notes = page.getByRole('region', { name: 'Notes', exact: true })
      const [start, edit] = [
        notes.getByRole('button', { name: 'Start writing' }),
        notes.getByRole('button', { name: 'Edit' }),
      ]
      await start.or(edit).first().waitFor()
      await start.or(edit).first().click()
      await page.getByRole('toolbar').waitFor()
      await page.getByRole('textbox', { name: /delegation only/ }).click()
    },
  },
  'a lost connection': {
    viewer: 'head',
    path: 'item',
    async reach(page) {
      await page.getByRole('region', { name: 'Notes', exact: true }).getByRole('button').first().waitFor()
      await page.context().setOffline(true)
      await page.getByText('Connection lost. Trying again…').first().waitFor()
    },
  },
}

for (const [name, { viewer, path, reach }] of Object.entries(states)) {
  test(`${name}: nothing for axe to find, light and dark`, async ({ stage }) => {
    stage.expects(/Failed to load resource|net::ERR|WebSocket|status of 422/)
    const page = await entered(stage, viewer)
    await page.goto(path === 'item' ? (await placesFor(stage)).item : path)
    await isAwake(page)
    await reach(page)
    expect(await lookedAt(page)).toEqual([])
  })
}
