import { plainWord } from '#app/kernel/folded.ts'
import type { FileBody } from './conference-file.ts'

interface Named {
  readonly kind: string
  readonly names: Readonly<Record<string, string>>
  readonly symbol: string | null
}

const plenaryWords = ['', 'plenary', 'pleniere', 'pl', 'الجلسةالعامة']

/** In how many ways people write one body: its names, those up to a colon, its symbol, the symbol's end, `WG 1`. */
export function wordsForBody({ kind, names, symbol }: Named): string[] {
  const written = Object.values(names).flatMap((name) => [name, name.split(':')[0] ?? name])
  const numbered = written.flatMap(
    (name) => /(?:working group|groupe de travail|الفريق العامل)\s*(\d+)/i.exec(name)?.[1] ?? [],
  )
  return [
    ...new Set(
      [
        ...(kind === 'PLENARY' ? plenaryWords : []),
        ...written,
        ...(symbol ? [symbol, symbol.split('/').at(-1) ?? symbol] : []),
        ...numbered.map((number) => `wg${number}`),
      ].map(plainWord),
    ),
  ]
}

/** The body a table names for the first time. A group's meetings are for states until somebody opens them to observers. */
export function bodyNamed(cell: string): FileBody {
  const isPlenary = plenaryWords.includes(plainWord(cell))
  const kind = isPlenary
    ? 'PLENARY'
    : /draft|rédaction|redaction|صياغة/i.test(cell)
      ? 'DRAFTING_GROUP'
      : 'WORKING_GROUP'
  return {
    ref: isPlenary ? 'plenary' : plainWord(cell),
    kind,
    names: isPlenary ? { en: 'Plenary', fr: 'Plénière', ar: 'الجلسة العامة' } : { en: cell },
    symbol: null,
    parent: null,
    room: null,
    openTo: isPlenary ? 'ALL_ACCREDITED' : 'STATES',
    chair: null,
    coChair: null,
    rapporteur: null,
  }
}
