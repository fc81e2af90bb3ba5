import { Editor, Extension } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import type * as Y from 'yjs'
import { arrivalByKey } from './arrival.ts'
import { StableMapping, startBinding } from './binding.ts'
import { blockIdentity, randomBlockId } from './block-identity.ts'
import { type CaretPorts, carets } from './carets.ts'
import { contentField } from './document-shape.ts'
import { readSelectionFirst } from './early-selection.ts'
import { editingKeys, type KeyPorts, listKeys } from './editing-keys.ts'
import { keepPlace } from './keep-place.ts'
import { OwnUndo, undoPlace, undoProtection } from './own-undo.ts'
import { type PasteNotice, pasting } from './pasting.ts'
import { placeholder } from './placeholder.ts'
import { type QuotedPorts, quotedFacts } from './quoted-plugin.ts'
import { remoteChangesDoNotScroll } from './remote-changes.ts'
import { documentExtensions } from './schema.ts'
import { sizeGuard } from './size-guard.ts'
import { ownTables } from './tables.ts'
import { taskItems } from './task-item-view.ts'

export type EditorNotice = PasteNotice | 'full'

export interface EditorPorts extends CaretPorts, KeyPorts {
  readonly doc: Y.Doc
  /** Origin of the program's own edits on the reader's behalf: undo takes them back as well. */
  readonly localOrigin: unknown
  readonly tell: (notice: EditorNotice) => void
  /** This copy of the document is no longer as everybody else's: it is to be opened afresh. */
  readonly drifted: () => void
  /** Facts that the text may quote; null where there are none. */
  readonly quoted: () => QuotedPorts | null
  readonly words: { readonly placeholder: string; readonly task: string }
  readonly attributes: Readonly<Record<string, string>>
}

/**
 * The editor on a Yjs document that is already loaded. It puts no style and no HTML string into the page: content comes
 * from Yjs, and the clipboard is parsed under the Trusted Types policy `ProseMirrorClipboard`.
 */
export function createEditor(place: HTMLElement, ports: EditorPorts): Editor {
  const behaviour = Extension.create({
    name: 'behaviour',
    priority: 50,
    addProseMirrorPlugins: () => [
      blockIdentity(randomBlockId),
      sizeGuard(() => ports.tell('full')),
      pasting(ports.tell),
      taskItems(ports.words.task),
      placeholder(ports.words.placeholder),
      quotedFacts(ports.quoted),
      remoteChangesDoNotScroll(),
      undoPlace(() => ports.drifted()),
      carets(ports),
      arrivalByKey(),
      ownTables(),
      gapCursor(),
      dropCursor({ class: 'drop-cursor' }),
    ],
  })
  let made: Editor | null = null
  const stopReading = readSelectionFirst(ports.doc, () => made)
  const editor = new Editor({
    element: place,
    // As JSON: an empty string would be parsed as HTML, which Trusted Types forbid.
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    injectCSS: false,
    enablePasteRules: false,
    enableCoreExtensions: { delete: false, drop: false, paste: false, textDirection: false },
    extensions: [
      ...documentExtensions,
      OwnUndo.configure({
        document: ports.doc,
        field: contentField,
        ySyncOptions: { mapping: new StableMapping() },
        yUndoOptions: { ...undoProtection, trackedOrigins: [ports.localOrigin] },
      }),
      editingKeys(ports),
      listKeys,
      behaviour,
    ],
    editorProps: { attributes: { ...ports.attributes, class: 'doc' } },
  })
  made = editor
  editor.on('destroy', stopReading)
  startBinding(editor.state)
  keepPlace(editor)
  return editor
}
