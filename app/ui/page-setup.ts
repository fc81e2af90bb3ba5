import { createContext } from 'react'
import type { Digits } from '#app/i18n/format.ts'

/** How this document was made; known before, and without, any loader. */
export interface PageSetup {
  /** This response's nonce, on the server only: the browser hides it from scripts, and needs it for nothing more. */
  readonly nonce?: string
  /** Where the browser gets the words from: those of this page, and those of pages that may come after it. */
  readonly wordsPaths: readonly string[]
  readonly laterWordsPaths: readonly string[]
  readonly theme: string
  readonly contrast: string
  readonly digits: Digits
}

export const plainSetup: PageSetup = {
  wordsPaths: [],
  laterWordsPaths: [],
  theme: 'system',
  contrast: 'system',
  digits: 'latn',
}

export const PageSetupContext = createContext<PageSetup>(plainSetup)
