import type { Editor } from '@tiptap/core'
import { isOthersChange } from './remote-changes.ts'

/**
 * The line one writes in stays where it is on the screen while others write above it. Readers need no help: the browser
 * holds the paragraph at the top of what they see.
 */
export function keepPlace(editor: Editor): void {
  let before: number | null = null
  editor.on('beforeTransaction', ({ transaction }) => {
    before = transaction.docChanged && isOthersChange(transaction) ? caretHeight(editor) : null
  })
  editor.on('transaction', () => {
    const after = before === null ? null : caretHeight(editor)
    if (before !== null && after !== null && after !== before) scrollerOf(editor.view.dom).scrollBy(0, after - before)
    before = null
  })
}

/** How high the caret stands in the window; null where nobody looks at it. */
function caretHeight({ view, state }: Editor): number | null {
  if (!view.hasFocus()) return null
  const { top, bottom } = view.coordsAtPos(state.selection.head)
  return bottom > 0 && top < window.innerHeight ? top : null
}

function scrollerOf(element: HTMLElement): Element {
  for (let each = element.parentElement; each; each = each.parentElement) {
    const isScrolled = each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY)
    if (isScrolled) return each
  }
  return document.documentElement
}
