import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** React has taken the page over: what comes lazily is asked for by then. */
export const isAwake = (page: Page) =>
  page.waitForFunction(() => {
    const main = document.querySelector('main')
    return main !== null && Object.keys(main).some((key) => key.startsWith('__react'))
  })

/** Everything in the light, and in the dark what the dark can change: the contrasts. */
export async function lookedAt(page: Page): Promise<string[]> {
  const light = await new AxeBuilder({ page }).withTags(tags).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']).analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  return [
    ...light.violations.map((each) => ['light', each] as const),
    ...dark.violations.map((each) => ['dark', each] as const),
  ].flatMap(([scheme, { id, nodes }]) =>
    nodes.map(({ target, failureSummary }) => `${scheme} ${id} ${target.join(' ')} ${failureSummary}`),
  )
}
