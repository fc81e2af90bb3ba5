import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type { RelativePosition } from 'yjs'
import type { DocumentPresence, PresentPeer } from '#app/live/document-presence.ts'
import type { Bearer } from '#app/live/messages.ts'

export interface CaretPorts {
  readonly presence: Pick<DocumentPresence, 'peers' | 'subscribe' | 'select'>
  /** The name on the flag: a person's in a delegation's own text, the delegation's in a shared one. */
  readonly labelOf: (who: Bearer) => string
}

const key = new PluginKey<DecorationSet>('carets')

/** Draws the others' carets and selections, and tells them one's own. Nothing of it is announced or stored. */
export const carets = (ports: CaretPorts): Plugin<DecorationSet> =>
  new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, drawn, _before, state) => {
        // A change from elsewhere replaces the whole document, so there is nothing to map through.
        const isNews = tr.getMeta(key) === true || isChangeOrigin(tr)
        return isNews ? draw(state, ports) : drawn.map(tr.mapping, tr.doc)
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => {
      let frame: number | undefined
      const drawAgain = () => {
        frame = undefined
        view.dispatch(view.state.tr.setMeta(key, true))
      }
      // With the next frame: at once, it would undo a click whose selection ProseMirror has not read yet.
      const stop = ports.presence.subscribe(() => {
        frame ??= requestAnimationFrame(drawAgain)
      })
      const tell = () => {
        ports.presence.select(view.hasFocus() ? ownSelection(view.state) : null)
      }
      view.dom.addEventListener('focus', tell)
      view.dom.addEventListener('blur', tell)
      return {
        update: (_view, before) => {
          if (view.hasFocus() && !view.state.selection.eq(before.selection)) tell()
          turnFlags(view)
        },
        destroy: () => {
          stop()
          if (frame !== undefined) cancelAnimationFrame(frame)
          view.dom.removeEventListener('focus', tell)
          view.dom.removeEventListener('blur', tell)
          ports.presence.select(null)
        },
      }
    },
  })

function draw(state: EditorState, { presence, labelOf }: CaretPorts): DecorationSet {
  const decorations = presence.peers().flatMap((peer) => caretOf(peer, state, labelOf(peer.who)))
  return DecorationSet.create(state.doc, decorations)
}

function caretOf({ peer, palette, selection }: PresentPeer, state: EditorState, label: string): Decoration[] {
  const anchor = selection && absolute(state, selection.anchor)
  const head = selection && absolute(state, selection.head)
  if (!selection || anchor === null || head === null) return []
  const colour = `caret-p${(palette % 12) + 1}`
  const classes = ['caret', colour, selection.isTyping && 'is-typing'].filter(Boolean).join(' ')
  const caret = Decoration.widget(head, () => flag(classes, label), {
    key: `${peer} ${classes} ${label}`,
    side: 10,
    ignoreSelection: true,
  })
  const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)]
  return from === to ? [caret] : [caret, Decoration.inline(from, to, { class: `caret-range ${colour}` })]
}

function flag(classes: string, label: string): HTMLElement {
  const caret = document.createElement('span')
  caret.className = classes
  caret.setAttribute('aria-hidden', 'true')
  const name = document.createElement('i')
  name.dir = 'auto'
  name.textContent = label
  caret.append(name)
  return caret
}

/** A name that would leave the text at the end of a line opens to the other side. */
function turnFlags(view: EditorView): void {
  const flags = [...view.dom.querySelectorAll<HTMLElement>('.caret > i')]
  if (flags.length === 0) return
  requestAnimationFrame(() => {
    const frame = view.dom.getBoundingClientRect()
    const isRightToLeft = getComputedStyle(view.dom).direction === 'rtl'
    const places = flags.map((each) => ({
      each,
      width: each.offsetWidth,
      at: each.parentElement?.getBoundingClientRect(),
    }))
    for (const { each, width, at } of places) {
      if (!at) continue
      const isOut = isRightToLeft ? at.left - width < frame.left : at.right + width > frame.right
      each.parentElement?.classList.toggle('flip', isOut)
    }
  })
}

function absolute(state: EditorState, position: RelativePosition): number | null {
  const { doc, type, binding } = ySyncPluginKey.getState(state)
  const found = relativePositionToAbsolutePosition(doc, type, position, binding.mapping)
  return found === null || found > state.doc.content.size ? null : found
}

function ownSelection(state: EditorState): { anchor: RelativePosition; head: RelativePosition } {
  const { type, binding } = ySyncPluginKey.getState(state)
  const relative = (at: number): RelativePosition => absolutePositionToRelativePosition(at, type, binding.mapping)
  return { anchor: relative(state.selection.anchor), head: relative(state.selection.head) }
}
