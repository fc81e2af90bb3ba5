import type { Editor } from '@tiptap/core'
import { isInTable } from '@tiptap/pm/tables'
import { useCallback, useRef, useSyncExternalStore } from 'react'

export type BlockKind = 'text' | 'heading1' | 'heading2' | 'heading3'

/** What the toolbar shows as pressed or possible where the cursor is. */
export interface ToolbarState {
  readonly bold: boolean
  readonly italic: boolean
  readonly block: BlockKind
  readonly bulletList: boolean
  readonly numberedList: boolean
  readonly taskList: boolean
  readonly quote: boolean
  readonly table: boolean
  readonly link: string | null
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** The same object as long as nothing that it shows has changed. */
export function useToolbarState(editor: Editor): ToolbarState {
  const last = useRef<ToolbarState | null>(null)
  const subscribe = useCallback(
    (changed: () => void) => {
      editor.on('transaction', changed)
      return () => {
        editor.off('transaction', changed)
      }
    },
    [editor],
  )
  const look = () => {
    const next = toolbarState(editor)
    if (last.current === null || !isSame(last.current, next)) last.current = next
    return last.current
  }
  return useSyncExternalStore(subscribe, look, look)
}

function toolbarState(editor: Editor): ToolbarState {
  const href: unknown = editor.getAttributes('link').href
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    block: blockKind(editor),
    bulletList: editor.isActive('bulletList'),
    numberedList: editor.isActive('orderedList'),
    taskList: editor.isActive('taskList'),
    quote: editor.isActive('blockquote'),
    table: isInTable(editor.state),
    link: typeof href === 'string' ? href : null,
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  }
}

function blockKind(editor: Editor): BlockKind {
  if (editor.isActive('heading', { level: 1 })) return 'heading1'
  if (editor.isActive('heading', { level: 2 })) return 'heading2'
  return editor.isActive('heading', { level: 3 }) ? 'heading3' : 'text'
}

const isSame = (one: ToolbarState, other: ToolbarState) => JSON.stringify(one) === JSON.stringify(other)
