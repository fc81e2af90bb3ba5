import type { DocumentJson, NodeJson } from '#app/editor/document-shape.ts'
import { plainText } from '#app/editor/text-blocks.ts'

/**
 * A text from lines, a block a line: `# heading`, `> quotation`, `- item`, `- [ ] task`, `- [x] task done`, anything else
 * a paragraph. Lines of one kind of list that follow each other are one list.
 */
export function documentOf(lines: readonly string[]): DocumentJson {
  const content: NodeJson[] = []
  for (const line of lines) {
    const block = blockOf(line)
    const last = content.at(-1)
    if (last && block.type === last.type && isList(last.type)) {
      content[content.length - 1] = { ...last, content: [...(last.content ?? []), ...(block.content ?? [])] }
    } else content.push(block)
  }
  return { type: 'doc', content }
}

const isList = (type: string) => type === 'bulletList' || type === 'taskList'
const paragraph = (text: string): NodeJson => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function blockOf(line: string): NodeJson {
  const task = /^- \[([ x])\] (.*)$/.exec(line)
  if (task) {
    const item = { type: 'taskItem', attrs: { checked: task[1] === 'x' }, content: [paragraph(task[2] ?? '')] }
    return { type: 'taskList', content: [item] }
  }
  if (line.startsWith('- ')) {
    return { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(line.slice(2))] }] }
  }
  if (line.startsWith('# ')) {
    return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: line.slice(2) }] }
  }
  return line.startsWith('> ') ? { type: 'blockquote', content: [paragraph(line.slice(2))] } : paragraph(line)
}

/**
 * The next text with the identities of the one before: a block that says the same, or stands in the same place between
 * such blocks, is the same block. So a later hand changes a block and does not write all of it.
 */
export function keepingIds(before: DocumentJson, next: DocumentJson, newId: () => string): DocumentJson {
  return { ...next, content: matched(before.content, next.content, newId) }
}

function matched(before: readonly NodeJson[], next: readonly NodeJson[], newId: () => string): NodeJson[] {
  const free = new Set(before)
  const same = next.map((node) => {
    const twin = [...free].find((each) => each.type === node.type && wordsOf(each) === wordsOf(node))
    if (twin) free.delete(twin)
    return twin
  })
  return next.map((node, place) => {
    const inPlace = before[place]
    const partner = same[place] ?? (inPlace && free.has(inPlace) && inPlace.type === node.type ? inPlace : undefined)
    if (partner) free.delete(partner)
    if (node.type === 'text') return node
    const content = node.content && matched(partner?.content ?? [], node.content, newId)
    const id = typeof partner?.attrs?.id === 'string' ? partner.attrs.id : newId()
    return { ...node, attrs: { ...node.attrs, id }, ...(content ? { content } : {}) }
  })
}

const wordsOf = (node: NodeJson) =>
  node.type === 'text' ? (node.text ?? '') : plainText({ type: 'doc', content: [node] })
