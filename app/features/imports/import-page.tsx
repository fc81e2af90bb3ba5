import type { ReactNode } from 'react'
import { ConferenceFields } from '#app/features/conference/conference-form.tsx'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/checkbox.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Submit } from '#app/ui/submit.tsx'
import type { discardImport, ImportStart, receiveImport, TypedConference } from './contract.ts'
import { FileField } from './file-field.tsx'
import { useTimeHere } from './use-time-here.tsx'

const tables = ['delegations', 'participants', 'agenda'] as const

/** Where files come in: a whole conference, or tables for one. */
export function ImportPage({ start }: { start: ImportStart }) {
  const { t } = useWords()
  return (
    <Page
      title={t('imports.title')}
      sub={t('imports.sub')}
      crumbs={[{ label: t('conference.conferences'), to: '/conferences' }, { label: t('imports.title') }]}
    >
      <div className="stack-24">
        {start.pending ? <Pending pending={start.pending} /> : null}
        {start.mayFound ? <WholeFile /> : null}
        <Tables start={start} />
        {start.current ? <AsFile /> : null}
      </div>
    </Page>
  )
}

function Pending({ pending }: { pending: NonNullable<ImportStart['pending']> }) {
  const { t, format } = useWords()
  const timeHere = useTimeHere()
  const { uploadId, files, expiresAt } = pending
  return (
    <Notice kind="info" title={t('imports.waiting')}>
      <p>{t('imports.waitingUntil', { files: format.list(files), time: timeHere(expiresAt) })}</p>
      <div className="row wrap">
        <LinkButton to={`/organiser/import/${uploadId}`}>{t('imports.continue')}</LinkButton>
        <MutationForm<typeof discardImport> intent="imports.discard" fixed={{ uploadId }}>
          <Submit kind="quiet" size="normal">
            {t('imports.discard')}
          </Submit>
        </MutationForm>
      </div>
    </Notice>
  )
}

function WholeFile() {
  const { t } = useWords()
  return (
    <section className="sec" aria-labelledby="whole">
      <SectionHead id="whole" title={t('imports.wholeTitle')} hint={t('imports.wholeHint')} />
      <MutationForm<typeof receiveImport>
        intent="imports.receive"
        fixed={{ into: 'NEW', from: 'whole' }}
        encType="multipart/form-data"
        className="form"
      >
        <FileField part="conference" label={t('imports.wholeFile')} accept=".json,application/json" />
        <p className="sm muted">{t('imports.limits')}</p>
        <div className="row wrap">
          <Submit>{t('imports.checkFile')}</Submit>
          <LinkButton to="/organiser/import/template/conference" reloadDocument kind="quiet">
            {t('imports.example')}
          </LinkButton>
        </div>
      </MutationForm>
    </section>
  )
}

function Tables({ start: { mayFound, current, pending } }: { start: ImportStart }) {
  const { t, locale } = useWords()
  const only = current ? 'CURRENT' : 'NEW'
  const typed = pending?.typed ?? undefined
  return (
    <section className="sec" aria-labelledby="tables">
      <SectionHead id="tables" title={t('imports.tablesTitle')} hint={t('imports.tablesHint')}>
        <p className="row wrap">
          <span>{t('imports.templates')}</span>
          {tables.map((table) => (
            <LinkButton key={table} to={`/organiser/import/template/${table}`} reloadDocument size="small">
              {t(`imports.${table}`)}
            </LinkButton>
          ))}
        </p>
      </SectionHead>
      <MutationForm<typeof receiveImport>
        intent="imports.receive"
        fixed={mayFound && current ? { from: 'tables' } : { into: only, from: 'tables' }}
        encType="multipart/form-data"
        className="form"
      >
        {tables.map((table) => (
          <FileField
            key={table}
            part={table}
            label={t(`imports.${table}`)}
            accept=".csv,.txt,.tsv,text/csv"
            isOptional
          />
        ))}
        {mayFound && current ? (
          <RadioGroup
            name="into"
            label={t('imports.into')}
            defaultValue={typed ? 'NEW' : 'CURRENT'}
            choices={[
              { value: 'CURRENT', label: t('imports.intoCurrent', { name: nameIn(current.names, locale) }) },
              { value: 'NEW', label: t('imports.intoNew') },
            ]}
          />
        ) : null}
        {mayFound ? <NewConference key={pending?.uploadId} isFolded={current !== null} typed={typed} /> : null}
        <p className="sm muted">{t('imports.limits')}</p>
        <div className="row">
          <Submit>{t('imports.check')}</Submit>
        </div>
      </MutationForm>
    </section>
  )
}

/** What the tables do not say about a conference. Folded away where there is one to add to. */
function NewConference({ isFolded, typed }: { isFolded: boolean; typed: TypedConference | undefined }) {
  const { t } = useWords()
  const fields = (
    <div className="stack-16">
      <TextField
        name="symbolRoot"
        label={t('conference.symbolRoot')}
        hint={t('conference.symbolRootHint')}
        defaultValue={typed?.symbolRoot}
        maxLength={40}
        dir="ltr"
      />
      <ConferenceFields known={typed} />
    </div>
  )
  if (!isFolded) return fields
  return (
    <details className="fold" open={typed !== undefined}>
      <summary className="btn">{t('imports.newFields')}</summary>
      {fields}
    </details>
  )
}

interface SectionHeadProps {
  readonly id: string
  readonly title: string
  readonly hint: string
  readonly children?: ReactNode
}

const SectionHead = ({ id, title, hint, children }: SectionHeadProps) => (
  <div className="stack-8 import-head">
    <h2 id={id}>{title}</h2>
    <p className="muted">{hint}</p>
    {children}
  </div>
)

function AsFile() {
  const { t } = useWords()
  return (
    <section className="sec" aria-labelledby="as-file">
      <SectionHead id="as-file" title={t('imports.asFileTitle')} hint={t('imports.asFileHint')} />
      <LinkButton to="/organiser/import/conference-file" reloadDocument>
        {t('imports.asFile')}
      </LinkButton>
    </section>
  )
}
