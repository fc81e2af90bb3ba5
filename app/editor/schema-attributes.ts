import type { Attribute } from '@tiptap/core'
import { isAttributeValid, type NodeName, nodeAttributes } from './document-shape.ts'

type Draft = Pick<Attribute, 'parseHTML' | 'renderHTML' | 'keepOnSplit' | 'rendered'>

const asHtmlAttribute = (name: string, html: string, hidden: unknown): Draft => ({
  parseHTML: (element) => parsed(name, element.getAttribute(html), hidden),
  renderHTML: (attributes) => (attributes[name] === hidden ? {} : { [html]: attributes[name] }),
})

/** What the clipboard carries is as untrusted as any other input: an invalid value becomes the default. */
function parsed(name: string, text: string | null, fallback: unknown): unknown {
  const value = text !== null && typeof fallback === 'number' ? Number(text) : text
  return isAttributeValid(name, value) ? value : fallback
}

const drafts: Record<string, Draft> = {
  // A block made by a split gets an id of its own, from the block-identity plugin.
  id: { ...asHtmlAttribute('id', 'data-id', null), keepOnSplit: false },
  lang: asHtmlAttribute('lang', 'lang', null),
  level: { rendered: false },
  start: asHtmlAttribute('start', 'start', 1),
  checked: {
    keepOnSplit: false,
    parseHTML: (element) => element.getAttribute('data-checked') === 'true',
    renderHTML: ({ checked }) => ({ 'data-checked': String(checked) }),
  },
  colspan: asHtmlAttribute('colspan', 'colspan', 1),
  rowspan: asHtmlAttribute('rowspan', 'rowspan', 1),
}

/**
 * The attributes of a node for its Tiptap definition. They carry no `validate`: the binding to Yjs deletes a node that
 * ProseMirror will not make, so one bad value from one page would delete words on all. `checkJson` judges values.
 */
export const attributesOf = (type: NodeName): Record<string, Attribute> =>
  Object.fromEntries(
    Object.entries(nodeAttributes[type]).map(([name, fallback]) => [name, { ...drafts[name], default: fallback }]),
  )
