import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { linkFromTyping } from './link-address.ts'
import { cleanPastedHtml } from './paste-clean.ts'

/** Beyond this a paste is no text any more that the server would take in one edit. */
const mostHtml = 4_000_000
const mostText = 400_000

export type PasteNotice = 'pictures' | 'withheld' | 'too-long'

/** What comes from outside is cleaned before it is read; files are not taken in. */
export const pasting = (tell: (notice: PasteNotice) => void): Plugin =>
  new Plugin({
    props: {
      transformPastedHTML: (html) => {
        if (html.length > mostHtml) {
          tell('too-long')
          return ''
        }
        const { html: clean, leftOut } = cleanPastedHtml(html)
        for (const notice of leftOut) tell(notice)
        return clean
      },
      handlePaste: (view, { clipboardData }) => {
        const text = clipboardData?.getData('text/plain') ?? ''
        if (text.length > mostText) {
          tell('too-long')
          return true
        }
        return linkSelection(view, text)
      },
      handleDOMEvents: {
        paste: (_view, event) => refuseFiles(event, event.clipboardData, tell),
        drop: (_view, event) => refuseFiles(event, event.dataTransfer, tell),
      },
    },
  })

/** An address pasted over selected words becomes their link. */
function linkSelection(view: EditorView, text: string): boolean {
  const { empty, from, to } = view.state.selection
  const isAddress = /^(https:\/\/|mailto:)\S+$/i.test(text.trim())
  const href = !empty && isAddress ? linkFromTyping(text) : null
  const link = view.state.schema.marks.link
  if (href === null || !link) return false
  view.dispatch(view.state.tr.addMark(from, to, link.create({ href })))
  return true
}

/** A browser would show a dropped file in place of the page, and put a pasted picture into the text. */
function refuseFiles(event: Event, data: DataTransfer | null, tell: (notice: PasteNotice) => void): boolean {
  const hasWords = data?.types.some((type) => type.startsWith('text/')) ?? false
  if (!data || data.files.length === 0 || hasWords) return false
  event.preventDefault()
  tell('pictures')
  return true
}
