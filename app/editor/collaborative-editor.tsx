import { useEffect, useId, useRef, useState } from 'react'
import type { Doc } from 'yjs'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { DocumentProvider } from '#app/live/document-provider.client.ts'
import { Button } from '#app/ui/button.tsx'
import { useAnnounce } from '#app/ui/live-region.tsx'
import type { Arrival } from './arrival.ts'
import type { EditorNotice } from './create-editor.ts'
import { EditorFrame } from './editor-frame.tsx'
import { EditorNotices, noticeWords } from './editor-notice.tsx'
import type { EditorSlotProps } from './editor-slot.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import type { LiveParts } from './live-text.tsx'
import { bearerName } from './peers.tsx'
import { lookAtFacts } from './quoted-plugin.ts'
import { useFacts } from './quoted-words.tsx'
import { TextFacts } from './text-facts.tsx'
import { Toolbar } from './toolbar.tsx'
import { useEditor } from './use-editor.ts'
import { useWrittenWords } from './use-written-words.ts'

interface CollaborativeEditorProps extends Omit<EditorSlotProps, 'end'>, LiveParts {
  readonly doc: Doc
  readonly provider: Pick<DocumentProvider, 'presence' | 'localOrigin'>
  readonly mayWrite: boolean
  readonly arrival: Arrival
  readonly onFinish: () => void
  readonly onDrift: () => void
}

/** The editor of a live text. Give it `key={doc.guid}`: another copy of the document is another editor. */
export function CollaborativeEditor({
  doc,
  provider,
  mayWrite,
  arrival,
  label,
  lang,
  onFinish,
  ...props
}: CollaborativeEditorProps) {
  const words = useWords()
  const { t } = words
  const announce = useAnnounce()
  const [notices, setNotices] = useState<readonly EditorNotice[]>([])
  const [isLinking, setLinking] = useState(false)
  const [isQuoting, setQuoting] = useState(false)
  const found = useFacts()
  const facts = words.has('quotes') ? found : null
  const place = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const foot = useRef<HTMLDivElement>(null)
  const footId = useId()
  const tell = (notice: EditorNotice) => {
    setNotices((all) => (all.includes(notice) ? all : [...all, notice]))
    announce(t(noticeWords[notice]))
  }
  const editor = useEditor(
    place,
    {
      doc,
      presence: provider.presence,
      localOrigin: provider.localOrigin,
      labelOf: (who) => bearerName(who, words),
      tell,
      drifted: props.onDrift,
      leave: () => foot.current?.focus({ preventScroll: true }),
      openLink: () => setLinking(true),
      openToolbar: () => bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
      quoted: () =>
        facts && {
          now: facts.now,
          asOf: facts.asOf,
          words: { now: (now) => t('quotes.now', { now }), take: t('quotes.take') },
        },
      words: { placeholder: props.placeholder ?? t('editor.placeholder'), task: t('editor.task') },
      attributes: { 'aria-label': label, 'aria-multiline': 'true', 'aria-describedby': footId, ...(lang && { lang }) },
    },
    { mayWrite, arrival },
  )
  useEffect(() => {
    if (editor && facts) lookAtFacts(editor.view)
  }, [editor, facts])
  const quote = facts && facts.choices.length > 0 ? () => setQuoting(true) : undefined
  return (
    <EditorFrame
      bar={
        <div ref={bar}>
          {editor ? <Toolbar editor={editor} onLink={() => setLinking(true)} onQuote={quote} /> : null}
        </div>
      }
      end={
        <>
          {props.end}
          <Button size="small" onClick={onFinish}>
            {t('editor.finish')}
          </Button>
        </>
      }
      notices={props.notices}
      footerRef={foot}
      footerId={footId}
      isNumbered={props.isNumbered}
      footer={
        <>
          {props.saving}
          <TextFacts words={useWrittenWords(editor, lang)} lang={lang} />
          <span className="grow" />
          <span>{t('editor.leave')}</span>
        </>
      }
    >
      <div ref={place} className="text-place" />
      <EditorNotices notices={notices} onClose={() => setNotices([])} />
      {editor && facts && isQuoting ? (
        <FactDialog editor={editor} facts={facts} onClose={() => setQuoting(false)} />
      ) : null}
      {editor && isLinking ? <LinkDialog editor={editor} onClose={() => setLinking(false)} /> : null}
    </EditorFrame>
  )
}
