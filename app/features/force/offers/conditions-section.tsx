import { Link } from '@remix-run/react'
import { tabledPath } from '#app/features/drafts/words-of.ts'
import type { dropCondition, lookAtLink, OfferView } from '#app/features/force/contract.ts'
import { isOver } from '#app/features/force/pipeline.ts'
import { mayChangeOffer, maySettleCondition } from '#app/features/force/policy.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { Code } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { ConditionForm, SettleForm } from './condition-forms.tsx'
import { EditFold } from './edit-fold.tsx'
import type { OfferHere } from './here.tsx'
import { LinkForms, type LinkTo } from './link-forms.tsx'
import { offerPath } from './offer-words.tsx'

type Condition = OfferView['conditions'][number]

/** What must happen before the offer holds, and on what each hangs. */
export function ConditionsSection({ here, linkTo }: { here: OfferHere; linkTo: LinkTo }) {
  const { t } = useWords()
  const { offer, acting, circle } = here
  const { conditions } = offer
  const mayEdit = offer.hasOwnAccess && !isOver(offer.status)
  return (
    <section className="sec stack-8" aria-labelledby="conditions">
      <h2 id="conditions">{t('forceOffers.conditions')}</h2>
      {conditions.length > 0 ? (
        <ul className="revs">
          {conditions.map((condition) => (
            <li key={condition.conditionId}>
              <div className="grow stack-8">
                <ConditionWords condition={condition} force={here.force} />
                <ConditionActs here={here} condition={condition} linkTo={linkTo} />
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t(isOver(offer.status) ? 'common.none' : 'forceOffers.noConditions')}</p>
      )}
      {mayEdit ? (
        <EditFold
          label={t('forceOffers.addCondition')}
          decision={mayChangeOffer(acting, circle)}
          intent="force.setCondition"
          isOther={({ conditionId }) => conditionId !== undefined}
        >
          {(close) => <ConditionForm here={here} condition={null} onDone={close} />}
        </EditFold>
      ) : null}
    </section>
  )
}

const tagOf: Record<Condition['status'], TagKind> = { OPEN: 'warn', MET: 'ok', WAIVED: 'plain', FAILED: 'danger' }

export function ConditionWords({ condition, force }: { condition: Condition; force: ForceInSight }) {
  const { t, format } = useWords()
  const { status, text, due, link } = condition
  return (
    <>
      <p dir="auto" className="of-text">
        {text}
      </p>
      <p className="row wrap sm">
        <Tag kind={tagOf[status]}>{t(`forces.condition.${status}`)}</Tag>
        {due ? <span className="muted">{t('forceOffers.due', { date: format.calendarDate(due) })}</span> : null}
      </p>
      {link ? <HangsOn link={link} force={force} /> : null}
    </>
  )
}

function HangsOn({ link, force }: { link: NonNullable<Condition['link']>; force: ForceInSight }) {
  const { t, rich } = useWords()
  if (link.kind === 'OFFER')
    return (
      <p className="sm">
        {rich('forceOffers.hangsOnOffer', {
          offer: (
            <Link to={offerPath(link.offerId)}>
              <bdi>{`${force.delegation(link.delegationId).name}: ${link.title}`}</bdi>
            </Link>
          ),
          status: t(`forces.status.${link.status}`),
        })}
      </p>
    )
  return (
    <>
      <p className="sm">
        {rich('forceOffers.hangsOnText', {
          symbol: (
            <Link to={tabledPath(link.latest)}>
              <Code>{link.latest}</Code>
            </Link>
          ),
        })}
      </p>
      {link.excerpt ? (
        <blockquote className="note sm of-text" dir="auto">
          {link.excerpt}
        </blockquote>
      ) : (
        <p className="sm muted">{t('forceOffers.paragraphGone')}</p>
      )}
    </>
  )
}

interface ConditionActsProps {
  readonly here: OfferHere
  readonly condition: Condition
  readonly linkTo: LinkTo
}

function ConditionActs({ here, condition, linkTo }: ConditionActsProps) {
  const { t } = useWords()
  const { offer, acting, circle } = here
  const { conditionId, text } = condition
  if (isOver(offer.status) || !(offer.hasOwnAccess || acting.side === 'secretariat')) return null
  const decision = mayChangeOffer(acting, circle)
  const fixed = { conditionId }
  return (
    <>
      {condition.link?.hasChanged ? <ChangedSince here={here} conditionId={conditionId} /> : null}
      <div className="of-acts">
        <EditFold
          label={t('forceOffers.settle')}
          of={text}
          decision={maySettleCondition(acting, circle)}
          intent="force.settleCondition"
          fixed={fixed}
        >
          {(close) => <SettleForm condition={condition} onDone={close} />}
        </EditFold>
        {offer.hasOwnAccess ? (
          <>
            <EditFold
              label={t('forceOffers.change')}
              of={text}
              decision={decision}
              intent="force.setCondition"
              fixed={fixed}
            >
              {(close) => (
                <>
                  <ConditionForm here={here} condition={condition} onDone={close} />
                  <MutationForm<typeof dropCondition> intent="force.dropCondition" fixed={fixed}>
                    <Submit kind="danger" size="small">
                      {t('forceOffers.dropCondition')}
                    </Submit>
                  </MutationForm>
                </>
              )}
            </EditFold>
            <EditFold
              label={t('forceOffers.hangOn')}
              of={text}
              decision={decision}
              intent="force.setCondition"
              fixed={fixed}
              isOpen={linkTo.conditionId === conditionId}
            >
              {(close) => <LinkForms here={here} condition={condition} linkTo={linkTo} onDone={close} />}
            </EditFold>
          </>
        ) : null}
      </div>
    </>
  )
}

function ChangedSince({ here: { offer, acting, circle }, conditionId }: { here: OfferHere; conditionId: string }) {
  const { t } = useWords()
  const decision = mayChangeOffer(acting, circle)
  return (
    <Notice kind="warn" title={t('forceOffers.changedSince')}>
      {t('forceOffers.changedSinceHint')}
      {offer.hasOwnAccess ? (
        <MutationForm<typeof lookAtLink> intent="force.lookAtLink" fixed={{ conditionId }}>
          <Submit kind="outlined" size="small" decision={decision} reasonPlace="tip">
            {t('forceOffers.looked')}
          </Submit>
        </MutationForm>
      ) : null}
    </Notice>
  )
}
