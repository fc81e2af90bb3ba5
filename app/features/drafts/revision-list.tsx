import { Link } from '@remix-run/react'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { Button } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { DraftView, nameRevision } from './contract.ts'

interface RevisionListProps {
  readonly draft: DraftView
  readonly path: string
  readonly mayWrite: Decision
  /** Present where this reader may take a revision out of the circle: to the review, with its reason where not now. */
  readonly mayLeave: Decision
  readonly leaveWords: string
}

/** The named revisions, newest first: read, compare with the next older one, or go on to the review. */
export function RevisionList({ draft, path, mayWrite, mayLeave, leaveWords }: RevisionListProps) {
  const { t } = useWords()
  return (
    <section className="sec" aria-labelledby="revisions">
      <div className="sech">
        <h2 id="revisions">{t('drafts.revisions')}</h2>
        <span className="end">
          <Confirm
            ask={t('drafts.nameRevision')}
            title={t('drafts.nameRevisionTitle')}
            decision={mayWrite}
            size="small"
          >
            {(close) => (
              <MutationForm<typeof nameRevision>
                intent="drafts.nameRevision"
                fixed={{ draftId: draft.draftId }}
                onDone={close}
                isReset
              >
                <p>{t('drafts.nameRevisionText')}</p>
                <TextField name="name" label={t('drafts.revisionName')} maxLength={120} required />
                <div className="row">
                  <Submit>{t('drafts.keepRevision')}</Submit>
                  {close ? (
                    <Button kind="quiet" onClick={close}>
                      {t('common.cancel')}
                    </Button>
                  ) : null}
                </div>
              </MutationForm>
            )}
          </Confirm>
        </span>
      </div>
      {draft.revisionLines.length === 0 ? <p className="muted">{t('drafts.noRevisions')}</p> : null}
      <ol className="revs">
        {draft.revisionLines.map((revision, place) => (
          <li key={revision.revisionId}>
            <div className="grow">
              <Link to={`${path}/revisions/${revision.number}`}>
                <b>
                  <bdi>{revision.name}</bdi>
                </b>
              </Link>
              <div className="sm muted">
                <Timestamp at={revision.madeAt} />
                {revision.madeBy ? <> · {t('common.byPerson', { name: revision.madeBy })}</> : null}
              </div>
            </div>
            <div className="row wrap">
              <Link
                className="btn sm2"
                to={`${path}/compare?from=${draft.revisionLines[place + 1]?.number ?? revision.number}&to=${draft.revisionLines[place + 1] ? revision.number : 0}`}
              >
                {t('drafts.compareShort')}
              </Link>
              {mayLeave.ok ? (
                <Link className="btn sm2" to={`${path}/review?revision=${revision.revisionId}`}>
                  {leaveWords}
                </Link>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {mayLeave.ok || mayLeave.kind === 'missing' ? null : <Button decision={mayLeave}>{leaveWords}</Button>}
    </section>
  )
}
