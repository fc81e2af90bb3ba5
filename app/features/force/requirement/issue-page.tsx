import { Link } from '@remix-run/react'
import type { IssuedContent, issueView } from '#app/features/force/contract.ts'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { isAnyChange, issueChanges } from '#app/features/force/issue-changes.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import { PrintButton } from '#app/ui/print-button.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { ElementsTable } from './elements-table.tsx'
import { fieldsWords } from './field-words.ts'
import { PhasesTable } from './phases-table.tsx'
import { Section } from './section.tsx'

interface IssuePageProps {
  readonly issue: OutputOf<typeof issueView>
  /** The content of the version before; null for the first. */
  readonly before: IssuedContent | null
}

/** A version as it was issued; it never changes. */
export function IssuePage({ issue, before }: IssuePageProps) {
  const { t } = useWords()
  const { number, note, issuedAt, textHash, content } = issue
  return (
    <ForcePage
      title={t('forceDesk.versionOf', { title: content.title, number })}
      sub={
        <>
          <Link to="/forces/requirement">{t('forceDesk.backToRequirement')}</Link> ·{' '}
          <Timestamp at={issuedAt} show="full" />
          {note ? (
            <>
              {' '}
              · <bdi>{note}</bdi>
            </>
          ) : null}
        </>
      }
      end={<PrintButton />}
    >
      <div className="body stack-24">
        {before ? <Changes before={before} content={content} number={number} /> : null}
        <Section title={t('forceDesk.phases')}>
          <PhasesTable phases={content.phases} />
        </Section>
        <Section title={t('forceDesk.elements')}>
          <p className="sm muted">{t(`forceDesk.figuresLong.${content.figures}`)}</p>
          <ElementsTable content={content} />
        </Section>
        <p className="sm muted">
          {t('forceDesk.hashLong')}{' '}
          <bdi dir="ltr" className="hash">
            {textHash}
          </bdi>
        </p>
      </div>
    </ForcePage>
  )
}

interface ChangesProps {
  readonly before: IssuedContent
  readonly content: IssuedContent
  readonly number: number
}

function Changes({ before, content, number }: ChangesProps) {
  const words = useWords()
  const { t, format } = words
  const changes = issueChanges(before, content)
  const named = (elements: readonly { readonly serial: number; readonly name: string }[]) =>
    format.list(elements.map(({ serial, name }) => `${serial} ${name}`))
  return (
    <Section
      title={t('forceDesk.changesSince', { number: number - 1 })}
      end={
        <Link to={`/forces/requirement/versions/${number - 1}`}>{t('forceDesk.version', { number: number - 1 })}</Link>
      }
    >
      {isAnyChange(changes) ? null : <p>{t('forceDesk.noChanges')}</p>}
      <ul className="stack-4">
        {changes.isRetitled ? <li>{t('forceDesk.retitled', { title: before.title })}</li> : null}
        {changes.areFiguresOtherwise ? <li>{t(`forceDesk.figuresLong.${content.figures}`)}</li> : null}
        {changes.phases.length > 0 ? (
          <li>{t('forceDesk.phasesChanged', { phases: format.list([...changes.phases]) })}</li>
        ) : null}
        {changes.added.length > 0 ? <li>{t('forceDesk.added', { elements: named(changes.added) })}</li> : null}
        {changes.removed.length > 0 ? <li>{t('forceDesk.removed', { elements: named(changes.removed) })}</li> : null}
        {changes.changed.map(({ element, fields, figures }) => (
          <li key={element.elementId}>
            <b>
              <bdi>{`${element.serial} ${element.name}`}</bdi>
            </b>
            {': '}
            {[
              ...figures.map(({ phase, before: was, after }) =>
                t('forceDesk.figureChanged', { phase, was, now: after }),
              ),
              ...(fields.length > 0 ? [fieldsWords(words, fields)] : []),
            ].join('; ')}
          </li>
        ))}
      </ul>
    </Section>
  )
}
