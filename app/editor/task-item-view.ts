import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { NodeViewConstructor } from '@tiptap/pm/view'

/** A task with a box that can be ticked: a real check box, named by the words of the task. */
export const taskItems = (wordFor: string): Plugin =>
  new Plugin({ props: { nodeViews: { taskItem: taskItemView(wordFor) } } })

const taskItemView =
  (wordFor: string): NodeViewConstructor =>
  (first, view, getPos) => {
    let node = first
    const item = document.createElement('li')
    const label = document.createElement('label')
    const box = document.createElement('input')
    const content = document.createElement('div')
    label.contentEditable = 'false'
    box.type = 'checkbox'
    box.className = 'tick'
    // Not a tab stop: Tab leaves the text. The keyboard ticks with Mod-Enter.
    box.tabIndex = -1
    label.append(box)
    item.append(label, content)
    const show = () => {
      item.dataset.checked = String(node.attrs.checked === true)
      box.checked = node.attrs.checked === true
      box.setAttribute('aria-label', labelOf(node) || wordFor)
    }
    show()
    box.addEventListener('change', () => {
      const at = getPos()
      if (at !== undefined && view.editable) view.dispatch(view.state.tr.setNodeAttribute(at, 'checked', box.checked))
      else box.checked = node.attrs.checked === true
    })
    return {
      dom: item,
      contentDOM: content,
      update: (next) => {
        if (next.type !== node.type) return false
        node = next
        show()
        return true
      },
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !content.contains(mutation.target),
    }
  }

const labelOf = (node: Node) => node.firstChild?.textContent.trim() ?? ''
