import { useContext, useEffect } from 'react'
import { PageSetupContext } from './page-setup.ts'

/** `/words/fr-pages-3f9c….json` without the part that changes with each release. */
const kindOf = (path: string) => path.replace(/-[0-9a-f]+\.json$/, '')

/** `needed` names a language or a part that this document was not made with. */
export const areOthers = (had: readonly string[], needed: readonly string[]): boolean =>
  needed.some((path) => !had.map(kindOf).includes(kindOf(path)))

/**
 * Signing in, or another tab, may change the language or the capacity under a page that is open: then the document is
 * made anew, since its words, direction and fonts are.
 */
export function useRightWords(needed: readonly string[]): void {
  const { wordsPaths, laterWordsPaths } = useContext(PageSetupContext)
  const isWrong = areOthers([...wordsPaths, ...laterWordsPaths], needed)
  useEffect(() => {
    if (isWrong) window.location.reload()
  }, [isWrong])
}
