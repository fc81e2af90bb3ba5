import { Check, Minus, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'
import type { ReviewProps } from './review-page.tsx'

/** Step 2: exactly what leaves and to whom, and what stays. */
export function ReviewLeaves({ review, isShared }: ReviewProps) {
  const { t, locale } = useWords()
  const own = useShellView()?.acting?.delegation
  const { stays } = review
  return (
    <>
      <div className="ls">
        <section aria-label={t('positions.leaves')}>
          <div className="vis tab">{t('positions.leavesTo', { count: review.states })}</div>
          <ul>
            <Leaves>{t('positions.leavesText', { name: review.revision.name, count: review.words })}</Leaves>
            {review.tables > 0 ? <Leaves>{t('positions.leavesTables', { count: review.tables })}</Leaves> : null}
            <Leaves detail={t('positions.noPersonNamed')}>
              {t('positions.leavesSponsor', {
                delegation: isShared || !own ? t('tabled.secretariat') : nameIn(own.names, locale),
              })}
            </Leaves>
            {review.brackets > 0 ? (
              <li>
                <Icon of={TriangleAlert} className="warn" />
                <div>
                  <b>{t('positions.bracketsRemain', { count: review.brackets })}</b>
                  <div className="muted sm">{t('positions.bracketsStay')}</div>
                </div>
              </li>
            ) : null}
          </ul>
        </section>
        <section aria-label={t('positions.stays')}>
          <div className="vis prv">{t(isShared ? 'drafts.staysWithGroup' : 'positions.stays')}</div>
          <ul>
            {stays.notes ? <Stays>{t('positions.staysNotes')}</Stays> : null}
            <Stays>{t('positions.staysVersions', { count: stays.revisions })}</Stays>
            <Stays>{t('positions.staysAuthors')}</Stays>
            {isShared ? null : <Stays>{t('positions.staysDrafts', { count: stays.otherDrafts })}</Stays>}
          </ul>
        </section>
      </div>
      <Notice kind="warn" title={t('positions.cannotUndo')}>
        {t('positions.cannotUndoHint')}
      </Notice>
    </>
  )
}

const Leaves = ({ children, detail }: { children: ReactNode; detail?: string }) => (
  <li>
    <Icon of={Check} className="ok" />
    <div>
      {children}
      {detail ? <div className="muted sm">{detail}</div> : null}
    </div>
  </li>
)

const Stays = ({ children }: { children: ReactNode }) => (
  <li>
    <Icon of={Minus} className="muted" />
    <div>{children}</div>
  </li>
)
