/** What becomes of each element that is pasted. */

export const kept = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li table tbody thead tfoot tr td th blockquote div br a strong b em i u s strike span'.split(
    ' ',
  ),
)

/** Dropped with everything in them: nothing of it was meant for a reader. */
export const dropped = new Set(
  'head script style title template noscript iframe object svg math xml select button textarea audio video canvas o:p'.split(
    ' ',
  ),
)

export const withoutEnd = new Set('img br hr meta link base input col embed source track wbr area param'.split(' '))

export const pictures = new Set([
  'img',
  'picture',
  'image',
  'v:imagedata',
  'object',
  'embed',
  'iframe',
  'svg',
  'video',
  'audio',
])

/** Attributes that say something about the words. Ids and lists made here are recognised by their data attributes. */
const attributes: Record<string, readonly string[]> = {
  p: ['data-id', 'lang'],
  h1: ['data-id', 'data-level', 'lang'],
  h2: ['data-id', 'data-level', 'lang'],
  h3: ['data-id', 'data-level', 'lang'],
  h4: ['data-id', 'data-level', 'lang'],
  ul: ['data-id', 'data-tasks'],
  ol: ['data-id', 'start'],
  li: ['data-id', 'data-checked'],
  table: ['data-id'],
  tr: ['data-id'],
  td: ['data-id', 'colspan', 'rowspan'],
  th: ['data-id', 'colspan', 'rowspan'],
  blockquote: ['data-id'],
}

/** Both mark what ProseMirror itself put on the clipboard. */
const everywhere = ['data-pm-slice']

export const keepsAttribute = (element: string, attribute: string) =>
  (attributes[element]?.includes(attribute) ?? false) || everywhere.includes(attribute)

const styles = [
  /font-weight\s*:\s*(?:bold|normal|\d{3})/i,
  /font-style\s*:\s*(?:italic|normal)/i,
  /text-decoration\s*:\s*[a-z -]+/i,
]

/** Bold, italic, underline and strike as some programs write them; every other style is left behind. */
export const neutralStyle = (style: string): string => styles.flatMap((each) => each.exec(style)?.[0] ?? []).join(';')

/** Passages that were deleted with changes tracked, comments with their authors, and hidden text (EC-46). */
export const isWithheld = (element: string, style: string, name: string): boolean =>
  element === 'del' ||
  /mso-element\s*:\s*comment|mso-hide\s*:\s*all|display\s*:\s*none|visibility\s*:\s*hidden/i.test(style) ||
  /\bMsoComment/i.test(name)
