import type { Page } from '@playwright/test'
import axe from 'axe-core'

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** What the dark can change: the contrasts. */
const contrasts = ['color-contrast', 'link-in-text-block']

/** What axe finds against a page as it stands, a line for each place: all its rules, or those of contrasts alone. */
export async function axeFaults(page: Page, rules: 'everything' | 'contrasts' = 'everything'): Promise<string[]> {
  if (!(await page.evaluate(() => Reflect.has(window, 'axe')))) await page.evaluate(axe.source)
  const runOnly =
    rules === 'everything'
      ? ({ type: 'tag', values: everything } as const)
      : ({ type: 'rule', values: contrasts } as const)
  return page.evaluate(async (only) => {
    const run: typeof import('axe-core').run = Reflect.get(window, 'axe').run
    const { violations } = await run(document, {
      runOnly: { ...only, values: [...only.values] },
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    )
  }, runOnly)
}
