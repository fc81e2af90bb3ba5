import { type HtmlToken, htmlTokens } from './html-tokens.ts'
import { safeLink } from './link-address.ts'
import { dropped, isWithheld, keepsAttribute, kept, neutralStyle, pictures, withoutEnd } from './paste-rules.ts'
import { countsUp, type ListParagraph, listLevel, withLists } from './word-lists.ts'

export interface CleanedPaste {
  readonly html: string
  /** What the person who pasted has to be told about. */
  readonly leftOut: readonly ('pictures' | 'withheld')[]
}

/**
 * What the clipboard holds, reduced to words and structure: no pictures that would call home (SEC-078), no passages
 * deleted with changes tracked, no comments, authors or hidden text (EC-46), no foreign styles.
 */
export function cleanPastedHtml(html: string): CleanedPaste {
  const cleaner = new Cleaner()
  for (const token of htmlTokens(fragmentOf(html))) cleaner.take(token)
  return { html: cleaner.finish(), leftOut: [...cleaner.leftOut] }
}

/** Browsers and word processors mark the part that was selected. */
function fragmentOf(html: string): string {
  const start = html.indexOf('<!--StartFragment')
  const end = html.lastIndexOf('<!--EndFragment')
  return start >= 0 && end > start ? html.slice(start, end) : html
}

class Cleaner {
  readonly leftOut = new Set<'pictures' | 'withheld'>()
  private readonly parts: (string | ListParagraph)[] = []
  private current = ''
  private skipping: { name: string; depth: number } | null = null
  private item: { level: number; marker: string } | null = null
  private isInMarker = false
  private readonly links: boolean[] = []

  take(token: HtmlToken): void {
    if (this.skipping) this.skip(token, this.skipping)
    else if (token.kind === 'text') this.text(token.text)
    else if (token.kind === 'note') this.note(token.text)
    else if (token.kind === 'open') this.open(token.name, token.attributes)
    else this.close(token.name)
  }

  finish(): string {
    this.endPart()
    return withLists(this.parts)
  }

  private skip(token: HtmlToken, skipping: { name: string; depth: number }): void {
    if (token.kind === 'open' && pictures.has(token.name)) this.leftOut.add('pictures')
    if (token.kind === 'text' || token.kind === 'note' || token.name !== skipping.name) return
    const depth = skipping.depth + (token.kind === 'open' ? 1 : -1)
    this.skipping = depth === 0 ? null : { ...skipping, depth }
  }

  private text(text: string): void {
    if (this.isInMarker && this.item) this.item.marker += text
    else this.current += text.replaceAll('<', '&lt;')
  }

  /** Word puts the marker of a list paragraph between two conditional comments. */
  private note(text: string): void {
    if (/\[if !supportLists\]/i.test(text)) this.isInMarker = true
    if (/\[endif\]/i.test(text)) this.isInMarker = false
  }

  private open(name: string, attributes: ReadonlyMap<string, string>): void {
    const style = attributes.get('style') ?? ''
    const withheld = isWithheld(name, style, attributes.get('class') ?? '')
    if (withheld) this.leftOut.add('withheld')
    if (pictures.has(name)) this.leftOut.add('pictures')
    if ((withheld || dropped.has(name)) && !withoutEnd.has(name)) {
      this.skipping = { name, depth: 1 }
      return
    }
    const level = name === 'p' ? listLevel(style) : null
    if (level !== null) this.beginItem(level)
    else if (!this.isInMarker && kept.has(name)) this.current += this.tag(name, attributes, style)
  }

  private tag(name: string, attributes: ReadonlyMap<string, string>, style: string): string {
    const href = name === 'a' ? safeLink(attributes.get('href')) : null
    if (name === 'a') this.links.push(href !== null)
    if (name === 'a' && href === null) return ''
    const neutral = neutralStyle(style)
    const written: (readonly [string, string])[] = [
      ...[...attributes].filter(([attribute]) => keepsAttribute(name, attribute)),
      ...(href === null ? [] : [['href', href] as const]),
      ...(neutral === '' ? [] : [['style', neutral] as const]),
    ]
    return `<${name}${written.map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`).join('')}>`
  }

  private close(name: string): void {
    if (name === 'p' && this.item) this.endItem()
    else if (this.isInMarker || !kept.has(name) || name === 'br') return
    else if (name !== 'a' || this.links.pop()) this.current += `</${name}>`
  }

  private beginItem(level: number): void {
    if (this.item) this.endItem()
    this.endPart()
    this.item = { level, marker: '' }
    this.isInMarker = false
  }

  private endItem(): void {
    if (!this.item) return
    this.parts.push({ level: this.item.level, isNumbered: countsUp(this.item.marker), html: this.current })
    this.item = null
    this.isInMarker = false
    this.current = ''
  }

  private endPart(): void {
    if (this.item) this.endItem()
    if (this.current !== '') this.parts.push(this.current)
    this.current = ''
  }
}

const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
