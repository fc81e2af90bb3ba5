import type { Page } from '@playwright/test'
import { axeFaults } from '#tests/support/axe.ts'

/** React has taken the page over: what comes lazily is asked for by then. */
export const isAwake = (page: Page) =>
  page.waitForFunction(() => {
    const main = document.querySelector('main')
    return main !== null && Object.keys(main).some((key) => key.startsWith('__react'))
  })

/** Everything in the light, and in the dark what the dark can change. */
export async function lookedAt(page: Page): Promise<string[]> {
  const light = await axeFaults(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axeFaults(page, 'contrasts')
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light.map((fault) => `light ${fault}`), ...dark.map((fault) => `dark ${fault}`)]
}
