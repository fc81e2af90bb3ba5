import { EditorSlot } from '#app/editor/editor-slot.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Acting } from '#app/kernel/actor.ts'
import { Page } from '#app/ui/page.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { VisibilityBandProps } from '#app/ui/visibility-label.tsx'
import type { RecordView } from './contract.ts'
import { MissingLines } from './missing-lines.tsx'
import { mayWriteRecord } from './policy.ts'
import { RecordActs } from './record-acts.tsx'
import { RecordMasthead } from './record-masthead.tsx'
import { RecordName } from './record-name.tsx'
import { RecordContents, RecordParagraphs, type ShownParagraph } from './record-paragraphs.tsx'
import { RecordTag } from './record-table.tsx'

interface RecordPageProps {
  readonly record: RecordView
  readonly acting: Acting
}

/** A record: its text while it is written, the numbered record afterwards, the edition for observers. */
export function RecordPage({ record, acting }: RecordPageProps) {
  const { t } = useWords()
  return (
    <Page
      title={
        <>
          {t('minutes.summaryRecord')}, <RecordName {...record} isInSentence />
        </>
      }
      crumbs={[{ label: t('minutes.title'), to: '/minutes' }, { label: record.symbol }]}
      end={
        <>
          {acting.side === 'observer' ? null : <RecordTag step={record.step} />}
          <PrintButton />
          <RecordActs record={record} acting={acting} />
        </>
      }
      symbol={record.symbol}
      visibility={useBand(record)}
      isFlush
    >
      <div className="record">
        {record.shown.kind === 'text' ? null : <RecordContents paragraphs={shownOf(record)} />}
        <article className="record-main">
          <RecordMasthead masthead={record.masthead} language={record.language} approvedAt={record.approvedAt} />
          {record.shown.kind === 'text' ? (
            <DraftText record={record} acting={acting} />
          ) : (
            <RecordParagraphs paragraphs={shownOf(record)} lang={record.language} />
          )}
        </article>
      </div>
    </Page>
  )
}

function DraftText({ record, acting }: RecordPageProps) {
  const { t } = useWords()
  const { shown } = record
  if (shown.kind !== 'text') return null
  const rules = { conferenceId: acting.conferenceId, step: record.step, present: [], closedAt: null }
  const decision = mayWriteRecord(acting, rules)
  return (
    <>
      <MissingLines minutesId={record.minutesId} lines={shown.missing} decision={decision} />
      <EditorSlot
        documentId={shown.documentId}
        document={shown.content}
        label={t('minutes.editorLabel', { meeting: record.symbol })}
        lang={record.language}
        decision={decision}
        isNumbered
      />
    </>
  )
}

/** Paragraph blocks come through the contract as plain JSON; they were checked when they were stored. */
const shownOf = ({ shown }: RecordView): ShownParagraph[] =>
  shown.kind === 'text' ? [] : shown.paragraphs.map(({ label, blocks }) => ({ label, blocks }))

/** Who reads the record in its present step, and since or until when. */
function useBand({ step, shown, ...times }: RecordView): VisibilityBandProps {
  const { t, rich } = useWords()
  const said = (key: 'publishedAt' | 'approvedAt' | 'correctionsUntil') => {
    const at = times[key]
    return at ? rich(`minutes.${key}`, { time: <Timestamp at={at} show="full" /> }) : null
  }
  switch (step) {
    case 'DRAFT':
      return { kind: 'secretariat' }
    case 'CIRCULATED':
      return { kind: 'present', end: said('correctionsUntil') }
    case 'APPROVED':
      return { kind: 'conference', end: said('approvedAt') }
    default:
      return {
        kind: 'published',
        end: (
          <>
            {shown.kind === 'edition' ? `${t('minutes.observerEdition')} · ` : null}
            {said('publishedAt')}
          </>
        ),
      }
  }
}
