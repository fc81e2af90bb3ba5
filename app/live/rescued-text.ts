import * as Y from 'yjs'

type Ranges = Map<number, { from: number; to: number }[]>

/**
 * The words these updates added, in the order of the document where they stand in it, a line for each block. Words that
 * the document does not hold (it was never opened, or closed to them) come last, in the order they were typed.
 */
export function rescuedText(doc: Y.Doc, updates: readonly Uint8Array[]): string {
  const structs = updates
    .flatMap((update) => Y.decodeUpdate(update).structs)
    .filter((struct) => struct instanceof Y.Item)
  const added: Ranges = new Map()
  for (const { id, length } of structs) {
    const ranges = added.get(id.client) ?? []
    ranges.push({ from: id.clock, to: id.clock + length })
    added.set(id.client, ranges)
  }
  const lines: string[] = []
  for (const type of doc.share.values()) lines.push(...addedLines(type, added))
  const isInDocument = ({ id }: Y.Item) => id.clock < Y.getState(doc.store, id.client)
  const loose = structs.filter((struct) => !isInDocument(struct)).map(({ content }) => words(content))
  return [...lines, loose.join('')].filter((line) => line.trim() !== '').join('\n')
}

const words = (content: Y.Item['content']) => (content instanceof Y.ContentString ? content.str : '')

function addedLines(type: Pick<Y.AbstractType<unknown>, '_start'>, added: Ranges): string[] {
  const lines: string[] = []
  let line = ''
  for (let item = type._start; item; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentType) lines.push(...addedLines(item.content.type, added))
    else line += addedPart(item, added)
  }
  return line === '' ? lines : [...lines, line]
}

function addedPart(item: Y.Item, added: Ranges): string {
  const { clock } = item.id
  const text = words(item.content)
  return (added.get(item.id.client) ?? [])
    .map(({ from, to }) => text.slice(Math.max(0, from - clock), Math.max(0, to - clock)))
    .join('')
}
