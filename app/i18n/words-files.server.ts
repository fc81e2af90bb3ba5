import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { type Actor, actingOf, type Locale, locales } from '#app/kernel/actor.ts'
import { partOf, type WordsPart } from './catalogues.server.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

export interface WordsFile {
  /** `en-pages-3f9c2ab81d04.json`: changes when a word does, so browsers may keep it for ever. */
  readonly name: string
  readonly bytes: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>
}

const parts: readonly WordsPart[] = ['pages', 'secretariat', 'forces']

/** Compressed when first asked for, once: the best compression takes a fifth of a second. */
const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function fileOf(locale: Locale, part: WordsPart): WordsFile {
  const json = Buffer.from(JSON.stringify(partOf(locale, part)))
  const encoded = {
    br: lazily(() => promisify(brotliCompress)(json)),
    gzip: lazily(() => promisify(gzip)(json, { level: 9 })),
    identity: async () => json,
  }
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 12)
  return { name: `${locale}-${part}-${hash}.json`, bytes: (encoding) => encoded[encoding]() }
}

const files = locales.flatMap((locale) => parts.map((part) => ({ locale, part, file: fileOf(locale, part) })))

/** Where the browser gets words from: those a page needs, and those of pages that may come after it. */
export interface WordsPaths {
  readonly now: readonly string[]
  readonly later: readonly string[]
}

const isForces = (pathname: string) => pathname === '/forces' || pathname.startsWith('/forces/')

export function wordsPaths(locale: Locale, isSecretariat: boolean, pathname: string): WordsPaths {
  const pathsOf = (wanted: readonly WordsPart[]) =>
    files
      .filter((each) => each.locale === locale && wanted.includes(each.part))
      .map(({ file }) => `/words/${file.name}`)
  const first: WordsPart[] = ['pages', ...(isSecretariat ? (['secretariat'] as const) : [])]
  return isForces(pathname)
    ? { now: pathsOf([...first, 'forces']), later: [] }
    : { now: pathsOf(first), later: pathsOf(['forces']) }
}

export const wordsFileNamed = (name: string): WordsFile | undefined =>
  files.find(({ file }) => file.name === name)?.file

/** The same for the person who asks. */
export function wordsPathsFor(locale: Locale, actor: Actor, url: string): WordsPaths {
  const isSecretariat = actingOf(actor)?.side === 'secretariat' || (actor.kind === 'person' && actor.isOrganiser)
  const paths = wordsPaths(locale, isSecretariat, new URL(url).pathname)
  return actor.kind === 'person' ? paths : { now: paths.now, later: [] }
}

/** The best encoding that an `Accept-Encoding` header allows. */
export function encodingFor(accepted: string | null): Encoding {
  const offered = (accepted ?? '').split(',').map((each) => each.trim())
  const isTaken = (name: string) =>
    offered.some((each) => each === name || (each.startsWith(`${name};`) && !/q=0(\.0+)?$/.test(each)))
  if (isTaken('br')) return 'br'
  return isTaken('gzip') ? 'gzip' : 'identity'
}
