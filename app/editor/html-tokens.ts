export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  /** A comment or a declaration, without its brackets. */
  | { readonly kind: 'note'; readonly text: string }

const rawText = ['script', 'style', 'title', 'textarea', 'xmp']

/**
 * Cuts HTML into its tokens, in one pass and in linear time whatever the input is. It judges nothing: unknown and
 * unclosed tags come as they are, and a `<` that opens nothing is text.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const start = html.indexOf('<', at)
    if (start !== at) yield { kind: 'text', text: html.slice(at, start < 0 ? html.length : start) }
    if (start < 0) return
    const { token, next } = markupAt(html, start)
    if (token) yield token
    at = next
    if (token?.kind === 'open' && rawText.includes(token.name)) at = endOfRawText(html, token.name, at)
  }
}

interface Markup {
  readonly token: HtmlToken | null
  readonly next: number
}

function markupAt(html: string, start: number): Markup {
  if (html.startsWith('<!--', start)) return noteAt(html, start + 4, '-->')
  if (html[start + 1] === '!' || html[start + 1] === '?') return noteAt(html, start + 2, '>')
  const name = /<(\/?)([a-z][a-z0-9:-]*)/iy
  name.lastIndex = start
  const [found, slash, tag] = name.exec(html) ?? []
  if (!found || !tag) return { token: { kind: 'text', text: '<' }, next: start + 1 }
  const { attributes, next } = attributesAt(html, start + found.length)
  return {
    token: slash ? { kind: 'close', name: tag.toLowerCase() } : { kind: 'open', name: tag.toLowerCase(), attributes },
    next,
  }
}

function noteAt(html: string, from: number, end: string): Markup {
  const found = html.indexOf(end, from)
  const stop = found < 0 ? html.length : found
  return { token: { kind: 'note', text: html.slice(from, stop) }, next: found < 0 ? html.length : stop + end.length }
}

function attributesAt(html: string, from: number) {
  const attributes = new Map<string, string>()
  const attribute = /[\s/]*([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y
  let at = from
  while (at < html.length && html[at] !== '>') {
    attribute.lastIndex = at
    const [found, name, double, single, bare] = attribute.exec(html) ?? []
    if (found && name) attributes.set(name.toLowerCase(), decoded(double ?? single ?? bare ?? ''))
    at += found?.length || 1
  }
  return { attributes, next: at + 1 }
}

function endOfRawText(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  colon: ':',
  Tab: '\t',
}

/** The character references that matter in an address; others stay as they are written. */
const decoded = (value: string) =>
  value.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));?/gi, (whole, decimal, hex, name) => {
    if (name) return named[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
