import { useEffect, useMemo, useRef } from 'react'
import type { Doc } from 'yjs'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { pencil } from '#app/ui/icons.ts'
import type { Arrival } from './arrival.ts'
import { DocumentView } from './document-view.tsx'
import { EditorFrame } from './editor-frame.tsx'
import { type EditorSlotProps, numbersOf } from './editor-slot.tsx'
import type { LiveParts } from './live-text.tsx'
import { plainText } from './text-blocks.ts'
import { TextFacts } from './text-facts.tsx'
import { useReadingText } from './use-reading-text.ts'
import { wordCounter } from './word-count.ts'

interface ReadingTextProps extends Omit<EditorSlotProps, 'end'>, LiveParts {
  readonly doc: Doc | null
  /** The editor has been asked for and is not there yet. */
  readonly isOpening: boolean
  /** After writing the focus comes back to the button that began it. */
  readonly takesFocus: boolean
  readonly onEdit: (how: Arrival) => void
}

export function ReadingText({
  document,
  lang,
  isNumbered,
  whenEmpty,
  begun,
  decision,
  isOpening,
  isForReading,
  ...props
}: ReadingTextProps) {
  const { t } = useWords()
  const text = useReadingText(props.doc, document)
  const bar = useRef<HTMLDivElement>(null)
  const count = useMemo(() => wordCounter(lang), [lang])
  const words = useMemo(() => count(plainText(text).split('\n')), [count, text])
  useEffect(() => {
    if (props.takesFocus && !isOpening) bar.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [props.takesFocus, isOpening])
  return (
    <EditorFrame
      isBare={isForReading}
      bar={
        <div ref={bar}>
          <Button
            size="small"
            icon={pencil}
            decision={decision}
            isPending={isOpening}
            // A key's press counts no clicks.
            onClick={({ detail }) => props.onEdit(detail === 0 ? 'key' : 'pointer')}
          >
            {t('common.edit')}
          </Button>
        </div>
      }
      end={props.end}
      notices={props.notices}
      footer={
        <>
          {props.saving}
          <TextFacts words={words} lang={lang} />
          {isOpening ? <span role="status">{t('editor.loading')}</span> : null}
        </>
      }
    >
      <DocumentView
        document={text}
        lang={lang}
        numbers={numbersOf(text, isNumbered)}
        whenEmpty={begun && isOpening ? null : whenEmpty}
      />
    </EditorFrame>
  )
}
