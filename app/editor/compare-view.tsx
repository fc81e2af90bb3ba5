import { useWords } from '#app/i18n/words-provider.tsx'
import type { ComparedBlock, ComparedKind } from './compare.ts'
import type { Run } from './compare-words.ts'
import { FlatBlock } from './flat-block.tsx'

interface CompareViewProps {
  /** What `compareDocuments` gave, on the server. */
  readonly rows: readonly ComparedBlock[]
  readonly lang?: string
}

/** The differences of two texts, readable in colour, in grey, on paper and aloud; long unchanged stretches are folded. */
export function CompareView({ rows, lang }: CompareViewProps) {
  const { t } = useWords()
  if (rows.every(isUntouched)) return <p className="doc-note">{t('editor.noDifference')}</p>
  return (
    <div className="doc compared" lang={lang}>
      {rows.some(({ isWhole }) => isWhole) ? <p className="doc-note">{t('editor.comparedInPart')}</p> : null}
      {stretches(rows).map((stretch) =>
        stretch.length > shownAround && stretch.every(isUntouched) ? (
          <Folded key={placeOf(stretch[0])} rows={stretch} />
        ) : (
          stretch.map((row) => <ComparedRow key={placeOf(row)} row={row} />)
        ),
      )}
    </div>
  )
}

/** So many unchanged paragraphs in a row are still context. */
const shownAround = 3

const placeOf = (row: ComparedBlock | undefined) => `${row?.before}-${row?.after}`
const isUntouched = ({ kind }: ComparedBlock) => kind === 'kept'

function stretches(rows: readonly ComparedBlock[]): ComparedBlock[][] {
  const result: ComparedBlock[][] = []
  for (const row of rows) {
    const last = result.at(-1)
    if (last?.[0] && isUntouched(last[0]) === isUntouched(row)) last.push(row)
    else result.push([row])
  }
  return result
}

function Folded({ rows }: { rows: readonly ComparedBlock[] }) {
  const { t } = useWords()
  return (
    <details className="compared-fold">
      <summary>{t('editor.unchanged', { count: rows.length })}</summary>
      {rows.map((row) => (
        <ComparedRow key={placeOf(row)} row={row} />
      ))}
    </details>
  )
}

const tags = { kept: '', added: 'ok', removed: 'danger', changed: 'warn', moved: 'info' } as const satisfies Record<
  ComparedKind,
  string
>

function ComparedRow({ row }: { row: ComparedBlock }) {
  const { t } = useWords()
  return (
    <div className={`compared-row is-${row.kind}`}>
      <div className="compared-what">
        {row.kind === 'kept' ? null : (
          <span className={`tag ${tags[row.kind]}`}>{t(`editor.compared.${row.kind}`)}</span>
        )}
        {row.isRestyled ? <span className="sm muted">{t('editor.restyled')}</span> : null}
        {row.isWhole ? <span className="sm muted">{t('editor.comparedWhole')}</span> : null}
        {row.formerForm === null ? null : <span className="sm muted">{t('editor.reshaped')}</span>}
      </div>
      <FlatBlock block={row}>
        {row.runs.map((run, index) => (
          <ComparedRun key={`${run.kind}${String(index)}`} run={run} />
        ))}
      </FlatBlock>
    </div>
  )
}

/** Underline or strike for the eye, markers for grey print, words for the ear. */
export function ComparedRun({ run: { kind, text } }: { run: Run }) {
  const { t } = useWords()
  if (kind === 'same') return text
  const [Tag, start, end] = kind === 'added' ? (['ins', '⟦+', '+⟧'] as const) : (['del', '⟦–', '–⟧'] as const)
  return (
    <Tag>
      <Marker glyph={start} words={t(kind === 'added' ? 'editor.inserted' : 'editor.deleted')} />
      {text}
      <Marker glyph={end} words={t(kind === 'added' ? 'editor.insertedEnd' : 'editor.deletedEnd')} />
    </Tag>
  )
}

const Marker = ({ glyph, words }: { glyph: string; words: string }) => (
  <>
    <span className="mk" aria-hidden>
      {glyph}
    </span>
    <span className="vh"> {words} </span>
  </>
)
