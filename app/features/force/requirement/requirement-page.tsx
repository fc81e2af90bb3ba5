import { Link } from '@remix-run/react'
import { useActing } from '#app/features/agenda/use-acting.tsx'
import type { issueList } from '#app/features/force/contract.ts'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { mayGenerateForce } from '#app/features/force/policy.ts'
import { type ForceInSight, useForce } from '#app/features/force/use-force.tsx'
import { Code } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import { useLive } from '#app/live/use-live.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { ElementsTable } from './elements-table.tsx'
import { PhasesTable } from './phases-table.tsx'
import { RequirementPanels } from './requirement-panels.tsx'
import { Section } from './section.tsx'
import { StatementForm } from './statement-form.tsx'

type Issues = OutputOf<typeof issueList>

interface RequirementPageProps {
  readonly loaded: Parameters<typeof useForce>[0]
  readonly issues: Issues
}

/** The statement of requirements as it stands, and its issued versions. */
export function RequirementPage({ loaded, issues: firstIssues }: RequirementPageProps) {
  const { t } = useWords()
  const force = useForce(loaded)
  const { issues } = useLive<typeof issueList>('force.issues', {}, firstIssues)
  const acting = useActing()
  const isKept = acting !== null && mayGenerateForce(acting).ok
  const { statement } = force.board
  return (
    <ForcePage
      sub={
        statement ? (
          <>
            <bdi>{statement.title}</bdi> · {t(`forceDesk.figures.${statement.figures}`)} ·{' '}
            <Timestamp at={statement.changedAt} show="full" />
          </>
        ) : undefined
      }
      end={isKept && statement ? <Keeping /> : undefined}
    >
      <div className="body stack-24">
        {statement ? (
          <Standing force={force} issues={issues} isKept={isKept} />
        ) : isKept ? (
          <Section title={t('forceDesk.beginTitle')}>
            <StatementForm board={force.board} />
          </Section>
        ) : (
          <EmptyState>{t('forceDesk.noStatement')}</EmptyState>
        )}
      </div>
    </ForcePage>
  )
}

function Keeping() {
  const { t } = useWords()
  return (
    <>
      <LinkButton to="?do=statement" preventScrollReset>
        {t('forceDesk.change')}
      </LinkButton>
      <LinkButton to="/forces/requirement/import">{t('forceDesk.importTable')}</LinkButton>
      <LinkButton kind="primary" to="?do=issue" preventScrollReset>
        {t('forceDesk.issue')}
      </LinkButton>
    </>
  )
}

interface StandingProps {
  readonly force: ForceInSight
  readonly issues: Issues['issues']
  readonly isKept: boolean
}

function Standing({ force, issues, isKept }: StandingProps) {
  const { t } = useWords()
  const { phases, elements, statement } = force.board
  if (!statement) return null
  const add = (to: string, label: string) => (
    <Link to={to} preventScrollReset>
      {label}
    </Link>
  )
  return (
    <>
      {isKept ? <RequirementPanels force={force} /> : null}
      <Section title={t('forceDesk.phases')} end={isKept ? add('?do=phase', t('forceDesk.addPhase')) : null}>
        {phases.length > 0 ? (
          <PhasesTable phases={phases} isKept={isKept} />
        ) : (
          <EmptyState>{t('forceDesk.noPhases')}</EmptyState>
        )}
      </Section>
      <Section
        title={t('forceDesk.elements')}
        end={
          <>
            {isKept && phases.length > 0 ? add('?do=element', t('forceDesk.addElement')) : null}
            {isKept && elements.length > 1 ? add('?do=merge', t('forceDesk.merge')) : null}
            <Link to="/forces/requirement/table/present" reloadDocument>
              {t('forceDesk.download')}
            </Link>
          </>
        }
      >
        <p className="sm muted">{t(`forceDesk.figuresLong.${statement.figures}`)}</p>
        {elements.length > 0 ? (
          <ElementsTable content={{ phases, elements, figures: statement.figures }} isKept={isKept} />
        ) : (
          <EmptyState>{t('forceDesk.noElements')}</EmptyState>
        )}
      </Section>
      <Versions issues={issues} />
    </>
  )
}

function Versions({ issues }: { issues: Issues['issues'] }) {
  const { t } = useWords()
  return (
    <Section title={t('forceDesk.versions')}>
      {issues.length === 0 ? (
        <EmptyState>{t('forceDesk.noVersions')}</EmptyState>
      ) : (
        <Table
          caption={t('forceDesk.versions')}
          isCaptionHidden
          isDense
          isStacked
          head={
            <>
              <th scope="col">{t('forceDesk.versionColumn')}</th>
              <th scope="col">{t('forceDesk.issuedAt')}</th>
              <th scope="col" className="x">
                {t('forceDesk.column.note')}
              </th>
              <th scope="col">{t('forceDesk.hash')}</th>
            </>
          }
        >
          {issues.map(({ number, note, issuedAt, textHash }) => (
            <tr key={number}>
              <th scope="row">
                <Link to={`/forces/requirement/versions/${number}`} className="nw">
                  {t('forceDesk.version', { number })}
                </Link>
              </th>
              <td className="nw">
                <Timestamp at={issuedAt} show="full" />
              </td>
              <td>
                <bdi>{note}</bdi>
              </td>
              <td className="sm muted">
                <Code>{textHash.slice(0, 12)}</Code>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}
