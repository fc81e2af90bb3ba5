import type { releaseOffer } from '#app/features/force/contract.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useReason } from '#app/ui/reason.ts'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'
import { Submit } from '#app/ui/submit.tsx'
import { EffectSection } from './effect-section.tsx'
import { useAudienceWords } from './offer-band.tsx'
import { Basis } from './offer-words.tsx'
import { mayReleaseNow, type ReleaseChoice } from './release-choice.ts'
import type { ReleaseProps } from './release-page.tsx'

/** Step 3: once more to whom and on what basis, and the password. */
export function ReleaseConfirm({ here, chosen, path, search }: ReleaseProps) {
  const { t } = useWords()
  const decision = chosen ? mayReleaseNow(here.offer, chosen) : undefined
  const refused = useReason({ decision })
  const isChanged = decision && 'code' in decision && decision.code === 'force/changed-since-reviewed'
  const back = (
    <LinkButton to={`${path}?${search}`} size="large">
      {t('common.back')}
    </LinkButton>
  )
  if (!chosen || refused)
    return (
      <>
        <Notice kind="danger" role="alert">
          {refused ?? t('forceOffers.release.chooseFirst')}
        </Notice>
        <div className="review-foot">
          {isChanged ? (
            <LinkButton to={path} kind="primary" size="large">
              {t('forceOffers.release.lookAgain')}
            </LinkButton>
          ) : (
            back
          )}
        </div>
      </>
    )
  return (
    <MutationForm<typeof releaseOffer>
      intent="force.releaseOffer"
      fixed={{ offerId: here.offer.offerId, ...chosen, basisReference: chosen.basisReference || null }}
    >
      <Chosen here={here} chosen={chosen} />
      <EffectSection offer={here.offer} force={here.force} status={chosen.status ?? here.offer.status} />
      <TextField
        name="password"
        type="password"
        label={t('positions.password')}
        hint={t('forceOffers.release.passwordHint')}
        autoComplete="current-password"
        dir="ltr"
      />
      <div className="review-foot">
        {back}
        <Submit>{t('forceOffers.release.now')}</Submit>
      </div>
    </MutationForm>
  )
}

function Chosen({ here, chosen }: Pick<ReleaseProps, 'here'> & { readonly chosen: ReleaseChoice }) {
  const { t } = useWords()
  const person = useShellView()?.person
  const toWhom = useAudienceWords(here.force)
  const { status, basisKind, basisReference } = chosen
  return (
    <dl className="dl">
      <dt>{t('forceOffers.offer')}</dt>
      <dd>
        <bdi>{here.offer.title}</bdi>
      </dd>
      <dt>{t('forceOffers.toWhom')}</dt>
      <dd>
        <b>{toWhom(chosen)}</b>
      </dd>
      {status && basisKind ? (
        <>
          <dt>{t('forceOffers.status')}</dt>
          <dd>
            {t(`forces.status.${status}`)} · <Basis kind={basisKind} reference={basisReference} />
          </dd>
        </>
      ) : null}
      <dt>{t('forceOffers.release.whoReleases')}</dt>
      <dd>{person ? t('positions.youAre', { name: person.name, role: t(`roles.${here.acting.role}`) }) : null}</dd>
    </dl>
  )
}
