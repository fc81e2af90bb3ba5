import type { Editor } from '@tiptap/core'
import { Selection, TextSelection } from '@tiptap/pm/state'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Arrival } from './arrival.ts'
import { createEditor, type EditorPorts } from './create-editor.ts'

/** The editor in the given place, for as long as the component is there. Null until it stands. */
export function useEditor(
  place: RefObject<HTMLElement>,
  ports: EditorPorts,
  { mayWrite, arrival }: { readonly mayWrite: boolean; readonly arrival: Arrival },
): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null)
  // Words and acts may change with every drawing; the editor asks for them when it needs them.
  const latest = useRef(ports)
  latest.current = ports
  const cameBy = useRef(arrival)
  useEffect(() => {
    if (!place.current) return
    const made = createEditor(place.current, asking(latest))
    beginWhereOneReads(made)
    made.view.dom.dataset.arrival = cameBy.current
    setEditor(made)
    return () => made.destroy()
  }, [place])
  useEffect(() => {
    if (editor && editor.isEditable !== mayWrite) editor.setEditable(mayWrite, false)
  }, [editor, mayWrite])
  return editor
}

const asking = (latest: { readonly current: EditorPorts }): EditorPorts => ({
  ...latest.current,
  labelOf: (who) => latest.current.labelOf(who),
  leave: () => latest.current.leave(),
  openLink: () => latest.current.openLink(),
  openToolbar: () => latest.current.openToolbar(),
  quoted: () => latest.current.quoted(),
  tell: (notice) => latest.current.tell(notice),
  drifted: () => latest.current.drifted(),
})

/** The cursor goes to a line that is in sight, so that the view stays where it was read. */
function beginWhereOneReads({ view, state }: Editor): void {
  const { left, right, top } = view.dom.getBoundingClientRect()
  const found = top < 0 ? view.posAtCoords({ left: (left + right) / 2, top: window.innerHeight / 3 }) : null
  const place = found ? TextSelection.near(state.doc.resolve(found.pos)) : Selection.atStart(state.doc)
  view.dispatch(state.tr.setSelection(place))
  // At once: the editor's own command waits for the next frame, and by then the person may be elsewhere.
  view.focus()
}
