import { Check } from 'lucide-react'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Acting } from '#app/kernel/actor.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Page } from '#app/ui/page.tsx'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'
import type { TablingReview } from './contract.ts'
import { IssuedPreview } from './issued-preview.tsx'
import { ReviewConfirm } from './review-confirm.tsx'
import { ReviewLeaves } from './review-leaves.tsx'

export type ReviewStep = 1 | 2 | 3

export interface ReviewProps {
  readonly review: TablingReview
  readonly acting: Acting
  readonly step: ReviewStep
  /** Address of this review without the step. */
  readonly path: string
  readonly isShared: boolean
}

/** The way out of a circle, in three steps: what it will look like, what leaves and what stays, and the confirmation. */
export function ReviewPage(props: ReviewProps) {
  const { review, step, path, isShared } = props
  const { t, locale } = useWords()
  const own = useShellView()?.acting?.delegation
  const titles = [t('positions.step1'), t('positions.step2'), t('positions.step3')]
  const back = isShared ? `/shared/${review.draftId}` : `/positions/${review.draftId}`
  return (
    <Page
      title={t(isShared ? 'drafts.issueTitle' : 'positions.reviewTitle')}
      crumbs={[
        { label: t(isShared ? 'drafts.sharedDrafts' : 'positions.title'), to: isShared ? '/shared' : '/positions' },
        { label: t('drafts.draft'), to: back },
        { label: t(isShared ? 'drafts.issueTitle' : 'positions.reviewTitle') },
      ]}
      sub={<bdi>{review.revision.name}</bdi>}
      isFlush
      visibility={
        isShared
          ? { kind: 'drafting-group' }
          : { kind: 'delegation', of: own ? nameIn(own.names, locale) : undefined, end: t('visibility.nothingHasLeft') }
      }
    >
      <ol className="steps" aria-label={t('positions.steps')}>
        {titles.map((title, place) => (
          <li key={title} className={stateOf(place + 1, step)} aria-current={place + 1 === step ? 'step' : undefined}>
            <span className="n">{place + 1 < step ? <Icon of={Check} /> : place + 1}</span>
            {title}
          </li>
        ))}
      </ol>
      <div className="review">
        <div className="review-main">
          <h2 className="review-title">{t('positions.stepOf', { step, total: 3, title: titles[step - 1] ?? '' })}</h2>
          {step === 1 ? <IssuedPreview {...props} isLarge /> : null}
          {step === 2 ? <ReviewLeaves {...props} /> : null}
          {step === 3 ? <ReviewConfirm {...props} /> : null}
          {step < 3 ? (
            <div className="review-foot">
              <LinkButton to={step === 1 ? back : `${path}&step=1`} size="large">
                {t('common.back')}
              </LinkButton>
              <LinkButton to={`${path}&step=${step + 1}`} kind="primary" size="large">
                {t(step === 1 ? 'positions.toWhatLeaves' : 'positions.toConfirmation')}
              </LinkButton>
              <LinkButton to={back} kind="quiet">
                {t('positions.saveAndLeave')}
              </LinkButton>
            </div>
          ) : null}
        </div>
        {step === 1 ? null : (
          <aside className="review-side" aria-label={t('positions.asIssued')}>
            <h3>{t('positions.asIssued')}</h3>
            <IssuedPreview {...props} />
          </aside>
        )}
      </div>
    </Page>
  )
}

const stateOf = (place: number, step: ReviewStep) => (place < step ? 'dn' : place === step ? 'on' : undefined)
