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
    readonly reason: 'syntax' | 'too-deep' | 'named-twice',
    readonly key = '',
  ) {
    super(`${reason} on line ${line}`)
  }
}

const deepest = 24

/** Throws a JsonFault with the line where the text stops being JSON, names one thing twice, or nests without end. */
export function readJson(text: string): JsonWithLines {
  const lines = new Map<string, number>()
  const source = createSource(text)
  const value = readValue(source, [], lines)
  source.skip()
  if (!source.isAtEnd()) throw source.fault('syntax')
  return {
    value,
    lineOf(path) {
      for (let length = path.length; length >= 0; length--) {
        const line = lines.get(key(path.slice(0, length)))
        if (line !== undefined) return line
      }
      return 1
    },
  }
}

type Source = ReturnType<typeof createSource>
type Path = readonly (string | number)[]
const key = (path: Path) => path.join('\u0000')

function readValue(source: Source, path: Path, lines: Map<string, number>): unknown {
  source.skip()
  if (path.length > deepest) throw source.fault('too-deep')
  lines.set(key(path), source.line())
  if (source.takes('{')) return readRecord(source, path, lines)
  if (source.takes('[')) return readList(source, path, lines)
  return source.token()
}

function readRecord(source: Source, path: Path, lines: Map<string, number>): Record<string, unknown> {
  const entries: [string, unknown][] = []
  const names = new Set<string>()
  for (let isFirst = true; ; isFirst = false) {
    source.skip()
    if (isFirst && source.takes('}')) break
    const name = source.text()
    if (names.has(name)) throw source.fault('named-twice', name)
    names.add(name)
    source.skip()
    source.expect(':')
    entries.push([name, readValue(source, [...path, name], lines)])
    source.skip()
    if (source.takes('}')) break
    source.expect(',')
  }
  return Object.fromEntries(entries)
}

function readList(source: Source, path: Path, lines: Map<string, number>): unknown[] {
  const items: unknown[] = []
  for (;;) {
    source.skip()
    if (items.length === 0 && source.takes(']')) return items
    items.push(readValue(source, [...path, items.length], lines))
    source.skip()
    if (source.takes(']')) return items
    source.expect(',')
  }
}

// Character by character: a regular expression may run out of stack on a text of ten megabytes.
function createSource(text: string) {
  // A byte order mark is no part of the text.
  let at = text.startsWith('\ufeff') ? 1 : 0
  let line = 1
  const source = {
    line: () => line,
    isAtEnd: () => at >= text.length,
    fault: (reason: JsonFault['reason'], name?: string) => new JsonFault(line, reason, name),
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
      return String(source.parsed(start))
    },
    token(): unknown {
      if (text[at] === '"') return source.text()
      const start = at
      while (/[-+.\w]/.test(text[at] ?? ' ')) at += 1
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
