/** JSON as people write it by hand: what it says, and the line on which each value stands. */
export interface JsonWithLines {
  readonly value: unknown
  /** The line of the value at this path, or of the nearest one around it. */
  lineOf(path: readonly (string | number)[]): number
}

export class JsonFault extends Error {
  override readonly name = 'JsonFault'
  constructor(
    readonly line: number,
    readonly reason: 'syntax' | 'too-deep' | 'named-twice' | 'too-long' | 'too-many',
    readonly key = '',
  ) {
    super(`${reason} on line ${line}`)
  }
}

const deepest = 24
/** Far more than the largest conference has; beyond them it is some other file. */
export const most = { signs: 10_000, values: 250_000, names: 1_000, entries: 10_000 } as const

/**
 * Throws a JsonFault with the line where the text stops being JSON, names one thing twice, nests without end, or holds
 * more than `most`.
 */
export function readJson(text: string): JsonWithLines {
  const source = createSource(text)
  const whole = readValue(source, 0)
  source.skip()
  if (!source.isAtEnd()) throw source.fault('syntax')
  return {
    value: whole.value,
    lineOf(path) {
      let at = whole
      for (const step of path) {
        const next = at.inside?.get(step)
        if (!next) break
        at = next
      }
      return at.line
    },
  }
}

/** A value with its line, and those inside it by name or place. */
interface Lined {
  readonly value: unknown
  readonly line: number
  readonly inside?: ReadonlyMap<string | number, Lined>
}

type Source = ReturnType<typeof createSource>

function readValue(source: Source, depth: number): Lined {
  source.skip()
  if (depth > deepest) throw source.fault('too-deep')
  source.count()
  const line = source.line()
  if (source.takes('{')) return readRecord(source, line, depth)
  if (source.takes('[')) return readList(source, line, depth)
  return { value: source.token(), line }
}

function readRecord(source: Source, line: number, depth: number): Lined {
  const inside = new Map<string, Lined>()
  for (let isFirst = true; ; isFirst = false) {
    source.skip()
    if (isFirst && source.takes('}')) break
    const name = source.text()
    if (inside.has(name)) throw source.fault('named-twice', name)
    if (inside.size >= most.names) throw source.fault('too-many')
    source.skip()
    source.expect(':')
    inside.set(name, readValue(source, depth + 1))
    source.skip()
    if (source.takes('}')) break
    source.expect(',')
  }
  return { value: Object.fromEntries(Array.from(inside, ([name, { value }]) => [name, value])), line, inside }
}

function readList(source: Source, line: number, depth: number): Lined {
  const inside = new Map<number, Lined>()
  for (;;) {
    source.skip()
    if (inside.size === 0 && source.takes(']')) break
    if (inside.size >= most.entries) throw source.fault('too-many')
    inside.set(inside.size, readValue(source, depth + 1))
    source.skip()
    if (source.takes(']')) break
    source.expect(',')
  }
  return { value: Array.from(inside.values(), ({ value }) => value), line, inside }
}

/** A number, true, false or null. */
const longestWord = 100

// Character by character: a regular expression may run out of stack on a text of ten megabytes.
function createSource(text: string) {
  // A byte order mark is no part of the text.
  let at = text.startsWith('\ufeff') ? 1 : 0
  let line = 1
  let values = 0
  const source = {
    line: () => line,
    isAtEnd: () => at >= text.length,
    fault: (reason: JsonFault['reason'], name?: string) => new JsonFault(line, reason, name),
    count() {
      values += 1
      if (values > most.values) throw source.fault('too-many')
    },
    skip() {
      for (; ' \t\r\n'.includes(text[at] ?? 'x'); at++) if (text[at] === '\n') line += 1
    },
    takes(character: string) {
      if (text[at] !== character) return false
      at += 1
      return true
    },
    expect(character: string) {
      if (!source.takes(character)) throw source.fault('syntax')
    },
    text(): string {
      if (text[at] !== '"') throw source.fault('syntax')
      const start = at
      do at += text[at] === '\\' ? 2 : 1
      while (at < text.length && text[at] !== '"')
      at += 1
      if (at - start > most.signs) throw source.fault(at > text.length ? 'syntax' : 'too-long')
      return String(source.parsed(start))
    },
    token(): unknown {
      if (text[at] === '"') return source.text()
      const start = at
      while (/[-+.\w]/.test(text[at] ?? ' ')) at += 1
      if (at - start > longestWord) throw source.fault('too-long')
      return source.parsed(start)
    },
    parsed(start: number): unknown {
      try {
        return JSON.parse(text.slice(start, at))
      } catch {
        // Whatever JSON.parse objects to in one word is the same to whoever wrote it: look at this line.
        throw source.fault('syntax')
      }
    },
  }
  return source
}

export const isJsonFault = (error: unknown): error is JsonFault =>
  error instanceof Error && error.name === 'JsonFault' && 'line' in error && 'reason' in error
