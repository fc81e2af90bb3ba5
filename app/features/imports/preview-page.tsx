import type { ReactNode } from 'react'
import { Code, Name } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormState } from '#app/ui/form-state.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'
import { Submit } from '#app/ui/submit.tsx'
import type { confirmImport, discardImport, ImportPreview } from './contract.ts'
import { ProblemTable } from './problem-table.tsx'
import { useTimeHere } from './use-time-here.tsx'

/** What would be written, and what has to be corrected first. */
export function PreviewPage({ preview }: { preview: ImportPreview }) {
  const { t, format } = useWords()
  const timeHere = useTimeHere()
  const { uploadId, files, problems, problemCount, warnings, warningCount, counts, expiresAt } = preview
  return (
    <Page
      title={t('imports.previewTitle')}
      sub={format.list(files)}
      crumbs={[{ label: t('imports.title'), to: '/organiser/import' }, { label: t('imports.previewTitle') }]}
      end={<PrintButton />}
    >
      <div className="stack-24">
        {problems.length > 0 ? (
          <Notice kind="danger" role="alert" title={t('imports.problems', { count: problemCount })}>
            {t('imports.problemsHint')}
          </Notice>
        ) : (
          <Notice kind="ok" title={t('imports.rowsChecked', { count: counts.rows })}>
            {t('imports.nothingYet')}
          </Notice>
        )}
        {problems.length > 0 ? (
          <section className="sec" aria-labelledby="problems">
            <Heading id="problems" title={t('imports.corrections')}>
              <LinkButton to={`/organiser/import/${uploadId}/problems`} reloadDocument size="small">
                {t('imports.downloadList')}
              </LinkButton>
            </Heading>
            <FirstOf shown={problems.length} total={problemCount} />
            <ProblemTable caption={t('imports.corrections')} problems={problems} />
          </section>
        ) : null}
        {warnings.length > 0 ? (
          <section className="sec" aria-labelledby="warnings">
            <Heading id="warnings" title={t('imports.warnings', { count: warningCount })} />
            <p className="muted">{t('imports.warningsHint')}</p>
            <FirstOf shown={warnings.length} total={warningCount} />
            <ProblemTable caption={t('imports.warnings', { count: warningCount })} problems={warnings} />
          </section>
        ) : null}
        {counts.requests > 0 ? (
          <Notice kind="info" title={t('imports.requestsWait', { count: counts.requests })}>
            {t('imports.requestsHint')}
          </Notice>
        ) : null}
        <Contents preview={preview} />
        {problems.length === 0 ? <Confirm uploadId={uploadId} rows={counts.rows} /> : null}
        <div className="row wrap no-print">
          <LinkButton to="/organiser/import">{t('imports.otherFiles')}</LinkButton>
          <MutationForm<typeof discardImport> intent="imports.discard" fixed={{ uploadId }}>
            <Submit kind="quiet" size="normal">
              {t('imports.discard')}
            </Submit>
          </MutationForm>
          <span className="sm muted">{t('imports.keptUntil', { time: timeHere(expiresAt) })}</span>
        </div>
      </div>
    </Page>
  )
}

function FirstOf({ shown, total }: { shown: number; total: number }) {
  const { t, format } = useWords()
  if (shown === total) return null
  return <p>{t('imports.firstOf', { shown: format.number(shown), total: format.number(total) })}</p>
}

const Heading = ({ id, title, children }: { id: string; title: string; children?: ReactNode }) => (
  <div className="sech">
    <h2 id={id}>{title}</h2>
    {children}
  </div>
)

const counted = [
  'states',
  'observers',
  'people',
  'accreditations',
  'requests',
  'secretariat',
  'bodies',
  'rooms',
  'items',
  'subItems',
  'meetings',
  'slots',
] as const

function Contents({ preview: { conference, isNew, counts } }: { preview: ImportPreview }) {
  const { t, format } = useWords()
  return (
    <section className="sec" aria-labelledby="contents">
      <Heading id="contents" title={t('imports.inIt')} />
      <div className="stack-16">
        {conference ? (
          <div>
            <p className="sm muted">{isNew ? t('imports.newConference') : t('imports.addedTo')}</p>
            <p>
              <b>
                <Name names={conference.names} />
              </b>
            </p>
            <p>
              <Code>{conference.symbolRoot}</Code> · <bdi>{conference.city}</bdi> ·{' '}
              {format.dayRange(conference.startsOn, conference.endsOn)}
            </p>
          </div>
        ) : null}
        <dl className="figures">
          {counted
            .filter((name) => counts[name] > 0)
            .map((name) => (
              <div key={name}>
                <dt>{t(`imports.${name}`, { count: counts[name] })}</dt>
                <dd>{format.number(counts[name])}</dd>
              </div>
            ))}
        </dl>
      </div>
    </section>
  )
}

function Confirm({ uploadId, rows }: { uploadId: string; rows: number }) {
  const { t } = useWords()
  return (
    <MutationForm<typeof confirmImport> intent="imports.confirm" fixed={{ uploadId }} className="no-print" isDocument>
      <Writing rows={rows} />
      <Submit>{t('imports.confirm', { count: rows })}</Submit>
    </MutationForm>
  )
}

/** One transaction has no half-way mark: it says what is being written, and shows no share that would be made up. */
function Writing({ rows }: { rows: number }) {
  const { t } = useWords()
  const { isPending } = useFormState()
  if (!isPending) return null
  return (
    <div role="status" className="stack-8">
      <p>{t('imports.writing', { count: rows })}</p>
      <progress aria-label={t('imports.writing', { count: rows })} />
    </div>
  )
}
