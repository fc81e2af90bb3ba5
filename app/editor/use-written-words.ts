import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { wordCounter } from './word-count.ts'

const afterMs = 400

/** The number of words in the editor, counted when the writing pauses. */
export function useWrittenWords(editor: Editor | null, lang: string | undefined): number | null {
  const [words, setWords] = useState<number | null>(null)
  useEffect(() => {
    if (!editor) return
    const count = wordCounter(lang)
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const paragraphs: string[] = []
      editor.state.doc.descendants((node) => {
        if (node.isTextblock) paragraphs.push(node.textBetween(0, node.content.size, undefined, ' '))
        return !node.isTextblock
      })
      setWords(count(paragraphs))
    }
    const changed = () => {
      clearTimeout(timer)
      timer = setTimeout(look, afterMs)
    }
    look()
    editor.on('update', changed)
    return () => {
      clearTimeout(timer)
      editor.off('update', changed)
    }
  }, [editor, lang])
  return words
}
