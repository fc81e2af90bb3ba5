import { lazy, type ReactNode, Suspense } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import type { Arrival } from './arrival.ts'
import type { DocumentJson } from './document-shape.ts'
import { DocumentView } from './document-view.tsx'
import { EditorFrame } from './editor-frame.tsx'
import { labelsById, numberBlocks } from './numbering.ts'
import { TextFacts } from './text-facts.tsx'

export interface EditorSlotProps {
  readonly documentId: string
  /** As the loader read it: what is shown without JavaScript, and until the live text is there. */
  readonly document: DocumentJson
  /** What is written here and who can see it, for a screen reader: "Notes, item 7(b), delegation only". */
  readonly label: string
  readonly lang?: string
  /** May this reader write? A refusal is shown by the button with its reason. */
  readonly decision: Decision
  /** Others write this text and this reader never does: there is no button to miss. */
  readonly isForReading?: boolean
  /** Paragraphs count 1, 2, 3, as in a record. */
  readonly isNumbered?: boolean
  /** Words in an empty text while it is written; `whenEmpty` is what its readers see. */
  readonly placeholder?: string
  readonly whenEmpty?: ReactNode
  /** The reader has allowed single-letter keys: E begins to edit (WCAG 2.1.4). */
  readonly hasSingleKeys?: boolean
  /** The reader has asked to write before there was a text: it opens with the caret in it. */
  readonly begun?: Arrival | null
  /** At the end of the bar: history, who wrote what. */
  readonly end?: ReactNode
  /** Says more than "Read only": "tabled 22 Nov 13:40". */
  readonly readOnlyWords?: ReactNode
}

const loadLiveText = () => import('./live-text.tsx')
const LiveText = lazy(async () => ({ default: (await loadLiveText()).LiveText }))

/** Fetches what writing needs while the text itself is still being made. What fails here is asked for again later. */
export function fetchEditor(): void {
  loadLiveText()
    .then(({ loadEditor }) => loadEditor())
    .catch(() => {})
}

/**
 * A text that is read first and written on request. The server draws it; in the browser it becomes live, and the editor
 * is loaded when somebody begins to write.
 */
export function EditorSlot(props: EditorSlotProps) {
  const isAwake = useHydrated()
  const still = <StillText {...props} />
  return isAwake ? (
    <Suspense fallback={still}>
      <LiveText key={props.documentId} {...props} />
    </Suspense>
  ) : (
    still
  )
}

function StillText({ document, lang, isNumbered, whenEmpty, end, begun, isForReading }: EditorSlotProps) {
  const { t } = useWords()
  return (
    <EditorFrame isBare={isForReading} bar={null} end={end} footer={<TextFacts words={null} lang={lang} />}>
      <DocumentView
        document={document}
        lang={lang}
        numbers={numbersOf(document, isNumbered)}
        whenEmpty={begun ? <p className="muted">{t('editor.loading')}</p> : whenEmpty}
      />
    </EditorFrame>
  )
}

export const numbersOf = (document: DocumentJson, isNumbered: boolean | undefined) =>
  isNumbered ? labelsById(numberBlocks(document, 'paragraphs')) : undefined
