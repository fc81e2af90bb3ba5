import { expect, type Page } from '@playwright/test'

/** An answer without what differs from one answer to the next whatever is asked for: keys, ids, times, the address. */
async function askedFor(page: Page, path: string) {
  const response = await page.request.get(path, { headers: { 'Sec-Fetch-Dest': 'document' } })
  const body = (await response.text())
    .replaceAll(path, '<path>')
    .replaceAll(path.replace(/^\/\w+\//, ''), '<name>')
    .replace(/nonce="[^"]*"/g, 'nonce')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>')
    .replace(/(?<![\w-])[\w-]{22}(?![\w-])/g, '<id>')
    .replace(/\d\d:\d\d/g, '<time>')
  return { status: response.status(), headers: Object.keys(response.headers()).sort(), body }
}

/** What one may not see answers as what was never there: the same status, headers and bytes (SEC-004). */
export async function expectMissing(page: Page, path: string, madeUp: string): Promise<void> {
  const [hidden, nothing] = [await askedFor(page, path), await askedFor(page, madeUp)]
  expect(hidden.status, path).toBe(404)
  expect(hidden.headers).toEqual(nothing.headers)
  const place = [...hidden.body].findIndex((letter, index) => letter !== nothing.body[index])
  expect(hidden.body.slice(Math.max(0, place - 60), place + 60), 'where the two pages differ').toBe(
    nothing.body.slice(Math.max(0, place - 60), place + 60),
  )
  expect(hidden.body === nothing.body).toBe(true)
}

/** An address of the same shape that nothing has. */
export const madeUpId = 'AAAAAAAAAAAAAAAAAAAAAA'
