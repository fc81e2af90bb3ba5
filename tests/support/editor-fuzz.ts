// Runs in the page of the editor tests: what two people might do to one text, at random but the same for one seed.
import { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import type { NodeJson } from '#app/editor/document-shape.ts'
import { flatten } from '#app/editor/flatten.ts'
import { yDocToJson } from '#app/editor/y-reading.ts'

export type Random = (below: number) => number

/** Xorshift: small, and the same in every browser. */
export function randomFrom(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state = (state ^ (state << 5)) >>> 0
    return state % below
  }
}

export function editorIn(place: string): Editor {
  const found: unknown = Reflect.get(document.querySelector(`${place} .ProseMirror`) ?? {}, 'editor')
  if (!(found instanceof Editor)) throw new Error(`there is no editor in ${place}`)
  return found
}

const lists = [
  ['bulletList', 'listItem'],
  ['orderedList', 'listItem'],
  ['taskList', 'taskItem'],
] as const

/** One act of a person who does not know what others do. Acts that make no sense where they fall do nothing. */
export function actAtRandom(editor: Editor, random: Random): void {
  const { commands } = editor
  select(editor, random)
  const [list, item] = lists[random(lists.length)] ?? lists[0]
  const acts: (() => unknown)[] = [
    () => commands.insertContent({ type: 'text', text: `w${random(100)} ` }),
    () => commands.insertContent({ type: 'text', text: 'كلمة ' }),
    () => press(editor, 'Enter'),
    () => press(editor, 'Backspace'),
    () => commands.deleteSelection(),
    () => commands.toggleList(list, item),
    () => commands.toggleMark(['bold', 'italic', 'strike'][random(3)] ?? 'bold'),
    () => commands.undo(),
    () => commands.redo(),
    () => commands.toggleNode('heading', 'paragraph', { level: 1 + random(3) }),
    () => commands.toggleWrap('blockquote'),
    () => commands.sinkListItem('listItem'),
    () => moveBlock(editor, random),
  ]
  acts[random(acts.length)]?.()
}

/** As a person can select: from text to text. */
function select({ state, view }: Editor, random: Random): void {
  const size = state.doc.content.size
  const from = random(size + 1)
  const to = Math.min(size, from + (random(2) === 0 ? 0 : random(60)))
  view.dispatch(state.tr.setSelection(TextSelection.between(state.doc.resolve(from), state.doc.resolve(to))))
}

function press({ view }: Editor, key: string): void {
  view.someProp('handleKeyDown', (handle) => handle(view, new KeyboardEvent('keydown', { key })))
}

function moveBlock({ state, view }: Editor, random: Random): void {
  const block = random(state.doc.childCount)
  const node = state.doc.child(block)
  const at = startOf(state.doc, block)
  const tr = state.tr.delete(at, at + node.nodeSize)
  view.dispatch(tr.insert(startOf(tr.doc, random(tr.doc.childCount + 1)), node))
}

const startOf = (doc: Node, block: number) =>
  doc.content.content.slice(0, block).reduce((sum, { nodeSize }) => sum + nodeSize, 0)

/** What the editor shows and what Yjs holds, each in canonical form: always the same text. */
export function bothTexts(editor: Editor, doc: Y.Doc): readonly [string, string] {
  const { content = [] }: { content?: NodeJson[] } = editor.state.doc.toJSON()
  return [JSON.stringify(flatten({ type: 'doc', content })), JSON.stringify(flatten(yDocToJson(doc)))]
}
