import { Form } from '@remix-run/react'
import { useId, useState } from 'react'
import { type OfferAudience, offerAudiences } from '#app/features/force/terms.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Refusal } from '#app/kernel/errors.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/checkbox.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormContext, outsideForm } from '#app/ui/form-state.ts'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import { EffectSection } from './effect-section.tsx'
import { Recipients } from './recipients.tsx'
import { firstStatuses } from './release-choice.ts'
import type { ReleaseProps } from './release-page.tsx'
import { StatusFields } from './status-fields.tsx'

/** Step 2: who will see it, with which status, and what that changes in what one may see. */
export function ReleaseReaders({ here, chosen, refused, reviewed, path }: ReleaseProps) {
  const { t, refusal } = useWords()
  const formId = useId()
  const { offer, force } = here
  const isHydrated = useHydrated()
  const [audience, setAudience] = useState<OfferAudience>(chosen?.audience ?? offer.release?.audience ?? 'STATES')
  const first = offer.isReleased ? offer.status : (chosen?.status ?? 'PLEDGED')
  const [status, setStatus] = useState(first)
  const failure: Refusal | null = refused && {
    ...refused.decision,
    fields: [{ path: refused.field, code: refused.decision.code, sentence: refused.decision.sentence }],
  }
  const errorOf = (name: string) => (refused?.field === name ? refusal(refused.decision) : undefined)
  return (
    <FormContext.Provider value={{ ...outsideForm, formId, errorOf }}>
      <Form method="get" action={path}>
        {failure ? <ErrorSummary refusal={failure} formId={formId} /> : null}
        <input type="hidden" name="step" value="3" />
        <input type="hidden" name="reviewed" value={reviewed} />
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
        {offer.isReleased ? null : (
          <StatusFields
            name="status"
            statuses={firstStatuses}
            first={first}
            onStatus={setStatus}
            kind={chosen?.basisKind}
            reference={chosen?.basisReference}
          />
        )}
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
    </FormContext.Provider>
  )
}
