import { useState } from 'react'
import { type BasisKind, basesOf, basisKinds, type OfferStatus } from '#app/features/force/pipeline.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Select } from '#app/ui/select.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'

interface BasisFieldsProps {
  readonly status: OfferStatus
  readonly kind?: BasisKind | null
  readonly reference?: string | null
}

/** On what a status rests: without JavaScript every instrument is offered, and the wrong one is refused. */
export function BasisFields({ status, kind, reference }: BasisFieldsProps) {
  const { t } = useWords()
  const bases = useHydrated() ? basesOf(status) : basisKinds
  const first = bases.find((each) => each === kind) ?? basesOf(status)[0]
  return (
    <>
      <Select
        key={`${status} ${bases.length}`}
        name="basisKind"
        label={t('forceOffers.restsOn')}
        defaultValue={first}
        choices={bases.map((each) => ({ value: each, label: t(`forces.basis.${each}`) }))}
      />
      <TextField
        name="basisReference"
        label={t('forceOffers.reference')}
        hint={t('forceOffers.referenceHint')}
        maxLength={200}
        defaultValue={reference ?? undefined}
      />
    </>
  )
}

interface StatusFieldsProps extends Omit<BasisFieldsProps, 'status'> {
  readonly name: 'to' | 'status'
  readonly statuses: readonly OfferStatus[]
  readonly first: OfferStatus
  readonly onStatus?: (status: OfferStatus) => void
}

/** A status and what it rests on: the instruments follow the status that is chosen. */
export function StatusFields({ name, statuses, first, onStatus, ...basis }: StatusFieldsProps) {
  const { t } = useWords()
  const [status, setStatus] = useState(first)
  return (
    <>
      <Select
        name={name}
        label={t('forceOffers.status')}
        defaultValue={first}
        choices={statuses.map((each) => ({ value: each, label: t(`forces.status.${each}`) }))}
        onChange={({ currentTarget }) => {
          const chosen = statuses.find((each) => each === currentTarget.value) ?? first
          setStatus(chosen)
          onStatus?.(chosen)
        }}
      />
      <BasisFields {...basis} status={status} />
    </>
  )
}
