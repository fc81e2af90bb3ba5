import { Form } from '@remix-run/react'
import { useState } from 'react'
import { type OfferAudience, offerAudiences } from '#app/features/force/terms.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/checkbox.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import { EffectSection } from './effect-section.tsx'
import { Recipients } from './recipients.tsx'
import { releaseStatuses } from './release-choice.ts'
import type { ReleaseProps } from './release-page.tsx'
import { StatusFields } from './status-fields.tsx'

/** Step 2: who will see it, with which status, and what that changes in what one may see. */
export function ReleaseReaders({ here, chosen, path }: ReleaseProps) {
  const { t } = useWords()
  const { offer, force } = here
  const isHydrated = useHydrated()
  const [audience, setAudience] = useState<OfferAudience>(chosen?.audience ?? offer.release?.audience ?? 'STATES')
  const first = chosen?.status ?? (offer.isReleased ? offer.status : 'PLEDGED')
  const [status, setStatus] = useState(first)
  return (
    <Form method="get" action={path}>
      <input type="hidden" name="step" value="3" />
      <fieldset
        onChange={({ target }) => {
          if (!(target instanceof HTMLInputElement) || target.name !== 'audience') return
          setAudience(offerAudiences.find((each) => each === target.value) ?? 'STATES')
        }}
      >
        <RadioGroup
          name="audience"
          label={t('forceOffers.release.whoSees')}
          hint={t('forceOffers.release.whoSeesHint')}
          defaultValue={audience}
          choices={offerAudiences.map((each) => ({
            value: each,
            label: t(`forces.offerAudience.${each}`),
            hint: t(`forceOffers.release.audience.${each}`),
          }))}
        />
      </fieldset>
      {audience === 'NAMED' || !isHydrated ? (
        <Recipients here={here} chosen={chosen?.recipientIds ?? offer.release?.recipientIds ?? []} />
      ) : null}
      <StatusFields
        name="status"
        statuses={releaseStatuses(offer)}
        first={first}
        onStatus={setStatus}
        kind={chosen?.basisKind ?? offer.basisKind}
        reference={chosen?.basisReference ?? offer.basisReference}
      />
      <EffectSection offer={offer} force={force} status={status} />
      <div className="review-foot">
        <LinkButton to={`${path}?step=1`} size="large">
          {t('common.back')}
        </LinkButton>
        <Button type="submit" kind="primary" size="large">
          {t('positions.toConfirmation')}
        </Button>
      </div>
    </Form>
  )
}
