/** A paragraph that a word processor numbered by hand, as it does on the clipboard. */
export interface ListParagraph {
  readonly level: number
  readonly isNumbered: boolean
  readonly html: string
}

/** The level of a list paragraph from its style, `mso-list:l0 level2 lfo1`, or null. */
export function listLevel(style: string): number | null {
  const [, level] = /mso-list\s*:[^;]*level(\d)/i.exec(style) ?? []
  return level ? Number(level) : null
}

/** Whether a marker counts: `3.`, `b)`, `(iv)`; a bullet does not. */
export const countsUp = (marker: string): boolean => /^[\s\u00a0]*\(?(\d+|[a-z]{1,4})[.)]/i.test(marker)

/** Makes real lists of them, one inside the other by their levels, and leaves what stands between them as it is. */
export function withLists(parts: readonly (string | ListParagraph)[]): string {
  const open: { tag: string; level: number }[] = []
  let html = ''
  const closeWhile = (isOver: (list: { tag: string; level: number }) => boolean) => {
    for (let list = open.at(-1); list && isOver(list); list = open.at(-1)) {
      html += `</li></${list.tag}>`
      open.pop()
    }
  }
  for (const part of parts) {
    if (typeof part === 'string') {
      if (part.trim() !== '') closeWhile(() => true)
      html += part
      continue
    }
    const tag = part.isNumbered ? 'ol' : 'ul'
    closeWhile((list) => list.level > part.level || (list.level === part.level && list.tag !== tag))
    if (open.at(-1)?.level === part.level) html += '</li>'
    else {
      open.push({ tag, level: part.level })
      html += `<${tag}>`
    }
    html += `<li><p>${part.html}</p>`
  }
  closeWhile(() => true)
  return html
}
