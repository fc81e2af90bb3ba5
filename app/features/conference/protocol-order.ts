import type { Names } from '#app/kernel/text.ts'

export interface InOrder {
  readonly id: string
  readonly kind: 'STATE' | 'OBSERVER'
  readonly code: string
  readonly sortKeys: Names
  readonly names: Names
}

/** What a name sorts under: the registered key, else the name without its article, folded for comparing. */
export function sortKeyOf(
  { sortKeys, names, code }: Pick<InOrder, 'sortKeys' | 'names' | 'code'>,
  language: string,
): string {
  const name = sortKeys[language] ?? names[language] ?? sortKeys.en ?? names.en ?? code
  return name.replace(articles, '').trim()
}

const articles = /^(the|les|le|la|l[’']|ال)\s*/i

/**
 * The order in which delegations sit and are called: alphabetical by short name in the conference's language, articles
 * ignored, beginning with the letter or the state drawn by lot; observers after the states (domain §1). `drawn` is a
 * delegation's code or one letter; null begins with the first letter of the alphabet.
 */
export function protocolOrder<D extends InOrder>(
  delegations: readonly D[],
  language: string,
  drawn: string | null,
): D[] {
  const collator = new Intl.Collator(language, { sensitivity: 'base' })
  const sorted = [...delegations].sort(
    (a, b) => collator.compare(sortKeyOf(a, language), sortKeyOf(b, language)) || (a.code < b.code ? -1 : 1),
  )
  const states = sorted.filter(({ kind }) => kind === 'STATE')
  return [
    ...rotated(states, startOf(states, language, drawn, collator)),
    ...sorted.filter(({ kind }) => kind === 'OBSERVER'),
  ]
}

function startOf(states: readonly InOrder[], language: string, drawn: string | null, collator: Intl.Collator): number {
  if (!drawn) return 0
  const byCode = states.findIndex(({ code }) => code === drawn)
  if (byCode >= 0) return byCode
  const from = states.findIndex(
    (state) => collator.compare(sortKeyOf(state, language).slice(0, drawn.length), drawn) >= 0,
  )
  return Math.max(from, 0)
}

const rotated = <T>(list: readonly T[], start: number): T[] => [...list.slice(start), ...list.slice(0, start)]
