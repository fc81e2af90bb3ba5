import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import type { Seat } from './cast.ts'

type Look = Pick<BrowserContextOptions, 'javaScriptEnabled' | 'viewport' | 'locale' | 'colorScheme' | 'userAgent'>
type State = Awaited<ReturnType<BrowserContext['storageState']>>

export interface Stage {
  /** A browser of its own, in which this person has signed in. */
  enter(seat: Seat, look?: Look): Promise<Page>
  /** A browser in which nobody has signed in. */
  stranger(look?: Look): Promise<Page>
  /** Whoever signed in on this page by themselves is known to be signed in from here on. */
  keeps(seat: Seat, page: Page): Promise<void>
  /** Chooses the language of this page's browser, and of whoever signed in there, as the menu of every page does. */
  speaks(page: Page, locale: string): Promise<void>
  /** What this test causes on purpose and what must therefore not fail it. */
  expects(...complaints: RegExp[]): void
}

/** Signing in is slow on purpose: each person does it once, and every further browser begins with those cookies. */
const signedIn = new Map<string, State>()

/** Every test fails when a page of it complains: on the console, by a broken content policy, or by a failing server. */
export const test = base.extend<{ stage: Stage }>({
  stage: async ({ browser, baseURL }, use) => {
    const contexts: { readonly context: BrowserContext; readonly seat?: Seat }[] = []
    const complaints: string[] = []
    const expected: RegExp[] = []
    const open = async (options: BrowserContextOptions, seat?: Seat) => {
      const context = await browser.newContext({ baseURL, ...options })
      contexts.push({ context, seat })
      await listen(context, (complaint) => complaints.push(complaint))
      return context
    }
    await use({
      async enter(seat, look = {}) {
        const storageState = signedIn.get(seat.email) ?? (await signIn(browser, seat, baseURL))
        signedIn.set(seat.email, storageState)
        return (await open({ ...look, storageState }, seat)).newPage()
      },
      stranger: async (look = {}) => (await open(look)).newPage(),
      async keeps({ email }, page) {
        signedIn.set(email, await page.context().storageState())
      },
      async speaks(page, locale) {
        await page.request.post('/language', { ...asForm(baseURL), form: { locale, next: '/' } })
      },
      expects: (...more) => void expected.push(...more),
    })
    for (const { context, seat } of contexts) {
      if (seat && signedIn.has(seat.email)) await keepCookies(context, seat)
      await context.close()
    }
    const unexpected = complaints.filter((complaint) => !expected.some((each) => each.test(complaint)))
    expect(unexpected, 'what the pages complained about').toEqual([])
  },
})

/** Whoever gave the password again has a new cookie. */
async function keepCookies(context: BrowserContext, { email }: Seat): Promise<void> {
  const state = await context.storageState()
  const loginIn = ({ cookies }: State) => cookies.find(({ name }) => name === 'session')?.value
  const [before, now] = [signedIn.get(email), loginIn(state)]
  if (before && now && now !== loginIn(before)) signedIn.set(email, { ...state, origins: [] })
}

/** Forgets the cookies of somebody whose login the test ended. */
export const forget = ({ email }: Seat) => void signedIn.delete(email)

async function signIn(browser: Browser, { email, password }: Seat, baseURL: string | undefined): Promise<State> {
  const context = await browser.newContext({ baseURL })
  const response = await context.request.post('/sign-in', {
    form: { intent: 'identity.signIn', name: email, password },
    ...asForm(baseURL),
  })
  expect(response.status(), `${email} signs in`).toBe(302)
  const state = await context.storageState()
  await context.close()
  return state
}

/** As a page of ours sends a plain form. */
const asForm = (baseURL: string | undefined) => ({
  headers: { Origin: String(baseURL), 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'document' },
  maxRedirects: 0,
})

async function listen(context: BrowserContext, complain: (complaint: string) => void): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => complain(`uncaught: ${error.error().message}`))
  context.on('response', (response) => {
    if (response.status() >= 500) complain(`answer ${response.status()}: ${response.url()}`)
  })
  await context.exposeFunction('tellPolicy', (what: string) => complain(`content policy: ${what}`))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      Reflect.apply(Reflect.get(window, 'tellPolicy'), null, [`${violatedDirective} ${blockedURI}`]),
    )
  })
}

export { expect } from '@playwright/test'
