import type { prepareOffer } from '#app/features/force/contract.ts'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { offerKinds } from '#app/features/force/terms.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/checkbox.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'
import { Submit } from '#app/ui/submit.tsx'

/** The first two things that are said of an offer; the others are said on its page. */
export function NewOfferPage() {
  const { t, locale } = useWords()
  const own = useShellView()?.acting?.delegation
  return (
    <ForcePage
      title={t('forceOffers.prepare')}
      crumbs={[{ label: t('forceOffers.title'), to: '/forces/offers' }, { label: t('forceOffers.prepare') }]}
      visibility={{
        kind: 'delegation',
        of: own ? nameIn(own.names, locale) : undefined,
        end: t('visibility.nothingHasLeft'),
      }}
    >
      <div className="body">
        <MutationForm<typeof prepareOffer> intent="force.prepareOffer" className="form">
          <RadioGroup
            name="kind"
            label={t('forceOffers.kind')}
            defaultValue="TROOPS"
            choices={offerKinds.map((kind) => ({ value: kind, label: t(`forces.kind.${kind}`) }))}
          />
          <TextField
            name="title"
            label={t('common.title')}
            hint={t('forceOffers.titleHint')}
            maxLength={200}
            required
          />
          <div className="row">
            <Submit>{t('forceOffers.prepare')}</Submit>
            <LinkButton to="/forces/offers" kind="quiet">
              {t('common.cancel')}
            </LinkButton>
          </div>
        </MutationForm>
      </div>
    </ForcePage>
  )
}
