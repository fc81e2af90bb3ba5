import type { DocumentJson, NodeJson } from './document-shape.ts'
import { isTextBlock } from './document-shape.ts'

export const textBlockForms = [
  'paragraph',
  'heading-1',
  'heading-2',
  'heading-3',
  'bullet',
  'numbered',
  'task',
  'task-done',
  'quote',
  'cell',
] as const

export type TextBlockForm = (typeof textBlockForms)[number]

/** A paragraph or heading with the place it stands in: the unit in which texts are compared, counted and attributed. */
export interface TextBlock {
  readonly id: string | null
  readonly form: TextBlockForm
  /** How many lists it stands in. */
  readonly depth: number
  readonly lang: string | null
  readonly content: readonly NodeJson[]
}

interface Place {
  readonly form: TextBlockForm
  readonly depth: number
}

/** All text blocks in reading order. The document must have passed `isDocumentJson`. */
export function textBlocks(document: DocumentJson): TextBlock[] {
  const blocks: TextBlock[] = []
  const walk = (node: NodeJson, place: Place) => {
    if (isTextBlock(node.type)) {
      blocks.push(blockAt(node, place))
      return
    }
    node.content?.forEach((child, index) => {
      walk(child, placeOf(child, node, index, place))
    })
  }
  walk(document, { form: 'paragraph', depth: 0 })
  return blocks
}

/** The text of a block, its line breaks as `\n`. */
export const textOf = (content: readonly NodeJson[]): string =>
  content.map((node) => (node.type === 'hardBreak' ? '\n' : (node.text ?? ''))).join('')

/** The text alone: a line for each block, the same for every way of marking it up. */
export const plainText = (document: DocumentJson): string =>
  textBlocks(document)
    .map((block) => textOf(block.content))
    .join('\n')

const blockAt = ({ type, attrs, content }: NodeJson, place: Place): TextBlock => ({
  id: typeof attrs?.id === 'string' ? attrs.id : null,
  form: type === 'heading' ? headingForm(attrs?.level) : place.form,
  depth: place.depth,
  lang: typeof attrs?.lang === 'string' ? attrs.lang : null,
  content: content ?? [],
})

const headingForm = (level: unknown) => (level === 3 ? 'heading-3' : level === 2 ? 'heading-2' : 'heading-1')

/** Only the first paragraph of a list item carries the item's mark; those after it are plain paragraphs beneath it. */
function placeOf(child: NodeJson, parent: NodeJson, index: number, place: Place): Place {
  switch (parent.type) {
    case 'bulletList':
      return { form: 'bullet', depth: place.depth + 1 }
    case 'orderedList':
      return { form: 'numbered', depth: place.depth + 1 }
    case 'taskList':
      return { form: child.attrs?.checked === true ? 'task-done' : 'task', depth: place.depth + 1 }
    case 'listItem':
    case 'taskItem':
      return index === 0 ? place : { ...place, form: 'paragraph' }
    case 'blockquote':
      return { ...place, form: 'quote' }
    case 'tableRow':
      return { ...place, form: 'cell' }
    default:
      return place
  }
}
