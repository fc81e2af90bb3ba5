import { useEffect, useState } from 'react'
import type { Doc } from 'yjs'
import type { DocumentJson } from './document-shape.ts'
import { yDocToJson } from './y-reading.ts'

/** A reader need not see single letters come. */
const everyMs = 200

/** What a live text shows now, drawn again at most five times a second; the given one until it is open. */
export function useReadingText(doc: Doc | null, fallback: DocumentJson): DocumentJson {
  const [text, setText] = useState<DocumentJson | null>(() => doc && yDocToJson(doc))
  useEffect(() => {
    if (!doc) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      timer = undefined
      setText(yDocToJson(doc))
    }
    const changed = () => {
      timer ??= setTimeout(show, everyMs)
    }
    show()
    doc.on('update', changed)
    return () => {
      clearTimeout(timer)
      doc.off('update', changed)
    }
  }, [doc])
  return (doc && text) ?? fallback
}
