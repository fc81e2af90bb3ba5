import type { Editor } from '@tiptap/core'
import { List, ListOrdered, ListTodo } from 'lucide-react'
import type { PlainKey } from '#app/i18n/message-types.ts'
import type { IconShape } from '#app/ui/icon.tsx'
import {
  forces as forcesIcon,
  link as linkIcon,
  quote as quoteIcon,
  redo as redoIcon,
  undo as undoIcon,
} from '#app/ui/icons.ts'
import type { ToolbarState } from './toolbar-state.ts'

export interface Tool {
  readonly label: PlainKey
  readonly keys?: string
  /** An icon, or the letters that stand for it. */
  readonly face: { readonly icon: IconShape } | { readonly letters: 'B' | 'I' | 'H1' | 'H2' } | 'words'
  readonly isPressed?: (state: ToolbarState) => boolean
  readonly isPossible?: (state: ToolbarState) => boolean
  /** An arrow that points the other way in Arabic. */
  readonly isDirectional?: boolean
  readonly use: (editor: Editor) => void
}

const bold: Tool = {
  label: 'editor.bold',
  keys: 'Mod+B',
  face: { letters: 'B' },
  isPressed: (state) => state.bold,
  use: (editor) => editor.chain().focus().toggleMark('bold').run(),
}

const italic: Tool = {
  label: 'editor.italic',
  keys: 'Mod+I',
  face: { letters: 'I' },
  isPressed: (state) => state.italic,
  use: (editor) => editor.chain().focus().toggleMark('italic').run(),
}

const text: Tool = {
  label: 'editor.text',
  keys: 'Mod+Alt+0',
  face: 'words',
  isPressed: (state) => state.block === 'text',
  use: (editor) => editor.chain().focus().setNode('paragraph').run(),
}

const heading1: Tool = {
  label: 'editor.heading1',
  keys: 'Mod+Alt+1',
  face: { letters: 'H1' },
  isPressed: (state) => state.block === 'heading1',
  use: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level: 1 }).run(),
}

const heading2: Tool = {
  label: 'editor.heading2',
  keys: 'Mod+Alt+2',
  face: { letters: 'H2' },
  isPressed: (state) => state.block === 'heading2',
  use: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level: 2 }).run(),
}

const bulletList: Tool = {
  label: 'editor.bulletList',
  keys: 'Mod+Shift+8',
  face: { icon: List },
  isPressed: (state) => state.bulletList,
  use: (editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run(),
}

const numberedList: Tool = {
  label: 'editor.numberedList',
  keys: 'Mod+Shift+7',
  face: { icon: ListOrdered },
  isPressed: (state) => state.numberedList,
  use: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run(),
}

const taskList: Tool = {
  label: 'editor.taskList',
  keys: 'Mod+Shift+9',
  face: { icon: ListTodo },
  isPressed: (state) => state.taskList,
  use: (editor) => editor.chain().focus().toggleList('taskList', 'taskItem').run(),
}

const quote: Tool = {
  label: 'editor.quote',
  keys: 'Mod+Shift+B',
  face: { icon: quoteIcon },
  isPressed: (state) => state.quote,
  use: (editor) => editor.chain().focus().toggleWrap('blockquote').run(),
}

const undo: Tool = {
  label: 'editor.undo',
  keys: 'Mod+Z',
  face: { icon: undoIcon },
  isDirectional: true,
  isPossible: (state) => state.canUndo,
  use: (editor) => editor.chain().focus().undo().run(),
}

const redo: Tool = {
  label: 'editor.redo',
  keys: 'Mod+Shift+Z',
  face: { icon: redoIcon },
  isDirectional: true,
  isPossible: (state) => state.canRedo,
  use: (editor) => editor.chain().focus().redo().run(),
}

export const link = (open: () => void): Tool => ({
  label: 'editor.link',
  keys: 'Mod+Shift+K',
  face: { icon: linkIcon },
  isPressed: (state) => state.link !== null,
  use: open,
})

/** A fact of the conference, as it is now. */
export const fact = (open: () => void): Tool => ({ label: 'quotes.insert', face: { icon: forcesIcon }, use: open })

/** In the order of the toolbar, a rule between the groups; the table and the link stand before the last one. */
export const words: readonly Tool[] = [bold, italic]
export const blocks: readonly Tool[] = [text, heading1, heading2]
export const lists: readonly Tool[] = [bulletList, numberedList, taskList]
export const quotation: readonly Tool[] = [quote]
export const history: readonly Tool[] = [undo, redo]
