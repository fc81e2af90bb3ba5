import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { isLocale } from '#app/i18n/choose-locale.ts'
import type { Catalogue } from '#app/i18n/message-types.ts'
import { WordsProvider } from '#app/i18n/words-provider.tsx'
import { must } from '#app/kernel/must.ts'
import { type PageSetup, PageSetupContext } from '#app/ui/page-setup.ts'

const { lang, dataset } = document.documentElement
const locale = isLocale(lang) ? lang : 'en'
const pathsIn = (selector: string) =>
  [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href') ?? '')
const wordsPaths = pathsIn('link[data-words]')
const laterWordsPaths = pathsIn('link[data-later-words]')
const digits = dataset.digits === 'arab' ? 'arab' : 'latn'
const setup: PageSetup = {
  wordsPaths,
  laterWordsPaths,
  digits,
  theme: dataset.theme ?? 'system',
  contrast: dataset.contrast ?? 'system',
}

/** The page's head asked for the words already; until they are here the page works as it came, without a script. */
async function fetchWords(path: string): Promise<Catalogue> {
  for (;;) {
    try {
      const response = await fetch(path)
      if (response.ok) return await response.json()
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
    await new Promise((again) => setTimeout(again, 2_000))
  }
}

/**
 * Resolves when the state of the page is here. `RemixBrowser` reads it from a stream when it is first drawn, and throws
 * the promise of it. Were that to happen while React takes over the page, a key pressed in that moment would end in an
 * error (React 18, #345: a root that waits cannot be finished at once).
 */
async function stateHasCome(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (thrown) {
    if (!(thrown instanceof Promise)) throw thrown
    await thrown
  }
}

const [first, ...more] = await Promise.all(wordsPaths.map(fetchWords))
const catalogue: Catalogue = Object.assign(must(first), ...more)
await stateHasCome()
const later = laterWordsPaths.length > 0 ? Promise.all(laterWordsPaths.map(fetchWords)) : null
startTransition(() => {
  hydrateRoot(
    document,
    <PageSetupContext.Provider value={setup}>
      <WordsProvider locale={locale} catalogue={catalogue} later={later} digits={digits}>
        <RemixBrowser />
      </WordsProvider>
    </PageSetupContext.Provider>,
  )
})
