import { useState } from 'react'
import type { moveCaveat, OfferView, setCaveat } from '#app/features/force/contract.ts'
import { mayChangeCaveat } from '#app/features/force/policy.ts'
import {
  type CaveatAudience,
  caveatAudiences,
  caveatCategories,
  caveatEffects,
  caveatStates,
} from '#app/features/force/terms.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Checkbox, RadioGroup } from '#app/ui/checkbox.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import type { OfferHere } from './here.tsx'
import { Recipients } from './recipients.tsx'
import { Before, useSaved } from './two-editors.tsx'

type Caveat = OfferView['caveats'][number]

interface CaveatFormProps {
  readonly here: OfferHere
  /** Null for a new one. */
  readonly caveat: Caveat | null
  readonly onDone: () => void
}

function seenOf({ category, effect, text, sectors, startsOn, endsOn, release }: Caveat) {
  const { audience, recipientIds } = release ?? { audience: 'NONE', recipientIds: [] }
  return { category, effect, text, sectors, startsOn, endsOn, audience, recipientIds }
}

/** A national limit: what it is, where and when it holds, and who reads it; first nobody but the own delegation. */
export function CaveatForm({ here, caveat, onDone }: CaveatFormProps) {
  const { t } = useWords()
  const { offerId } = here.offer
  const saved = useSaved(onDone)
  return (
    <MutationForm<typeof setCaveat>
      intent="force.setCaveat"
      fixed={caveat ? { offerId, caveatId: caveat.caveatId } : { offerId }}
      className="form"
      onDone={saved}
      isReset={!caveat}
    >
      {caveat ? <Before seen={seenOf(caveat)} /> : null}
      <Select
        name="category"
        label={t('forceOffers.limitOn')}
        defaultValue={caveat?.category}
        choices={caveatCategories.map((each) => ({ value: each, label: t(`forces.category.${each}`) }))}
      />
      <RadioGroup
        name="effect"
        label={t('forceOffers.limitEffect')}
        defaultValue={caveat?.effect ?? 'PROHIBITION'}
        choices={caveatEffects.map((each) => ({ value: each, label: t(`forces.effect.${each}`) }))}
      />
      <TextArea name="text" label={t('forceOffers.limitText')} rows={3} maxLength={500} defaultValue={caveat?.text} />
      <Sectors here={here} caveat={caveat} />
      <div className="cols2">
        <TextField
          name="startsOn"
          type="date"
          label={t('forceOffers.limitFrom')}
          isOptional
          defaultValue={caveat?.startsOn ?? undefined}
        />
        <TextField
          name="endsOn"
          type="date"
          label={t('forceOffers.limitUntil')}
          isOptional
          defaultValue={caveat?.endsOn ?? undefined}
        />
      </div>
      <Readers here={here} caveat={caveat} />
      <Submit size="normal">{t(caveat ? 'common.saveChanges' : 'forceOffers.addLimit')}</Submit>
    </MutationForm>
  )
}

type FieldsOf = Pick<CaveatFormProps, 'here' | 'caveat'>

function Sectors({ here: { force }, caveat }: FieldsOf) {
  const { t, format } = useWords()
  const known = force.board.elements.flatMap(({ sector }) => sector ?? [])
  const sectors = format.sorted([...new Set([...known, ...(caveat?.sectors ?? [])])], (sector) => sector)
  if (sectors.length === 0) return null
  return (
    <fieldset className="field">
      <legend>{t('forceOffers.limitSectors')}</legend>
      <div className="choices">
        {sectors.map((sector) => (
          <Checkbox
            key={sector}
            name="sectors"
            value={sector}
            label={<bdi>{sector}</bdi>}
            defaultChecked={caveat?.sectors.includes(sector)}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Once the offer is released, those who may only edit keep a limit to the delegation; the others are the head's. */
function Readers({ here, caveat }: FieldsOf) {
  const { t } = useWords()
  const { acting, circle } = here
  const isHydrated = useHydrated()
  const open = caveatAudiences.filter((each) => mayChangeCaveat(acting, circle, [each]).ok)
  const [audience, setAudience] = useState<CaveatAudience>(caveat?.release?.audience ?? 'NONE')
  return (
    <>
      <Select
        name="audience"
        label={t('forceOffers.limitReaders')}
        hint={t('forceOffers.limitReadersHint')}
        defaultValue={audience}
        choices={open.map((each) => ({ value: each, label: t(`forces.caveatAudience.${each}`) }))}
        onChange={({ currentTarget }) => setAudience(open.find((each) => each === currentTarget.value) ?? 'NONE')}
      />
      {audience === 'NAMED' || (!isHydrated && open.includes('NAMED')) ? (
        <Recipients here={here} chosen={caveat?.release?.recipientIds ?? []} />
      ) : null}
    </>
  )
}

export function MoveCaveatForm({ caveat, onDone }: { caveat: Caveat; onDone: () => void }) {
  const { t } = useWords()
  const others = caveatStates.filter((status) => status !== caveat.status)
  return (
    <MutationForm<typeof moveCaveat>
      intent="force.moveCaveat"
      fixed={{ caveatId: caveat.caveatId }}
      className="form"
      onDone={onDone}
    >
      <Select
        name="status"
        label={t('forceOffers.limitNow')}
        choices={others.map((status) => ({ value: status, label: t(`forces.caveatState.${status}`) }))}
      />
      <Submit size="normal">{t('forceOffers.record')}</Submit>
    </MutationForm>
  )
}
