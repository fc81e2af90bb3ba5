import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { FieldError } from '#app/ui/field.tsx'
import { fieldId, useFormState } from '#app/ui/form-state.ts'

interface RecipientsProps {
  readonly here: { readonly force: ForceInSight; readonly offer: { readonly delegationId: string } }
  readonly chosen: readonly string[]
}

/** The delegations that are named as readers: states at the table other than the own one. */
export function Recipients({ here: { force, offer }, chosen }: RecipientsProps) {
  const { t, format } = useWords()
  const { formId, errorOf } = useFormState()
  const [id, error] = [fieldId(formId, 'recipientIds'), errorOf('recipientIds')]
  const others = force.board.delegations
    .filter(({ delegationId }) => delegationId !== offer.delegationId)
    .map(({ delegationId }) => ({ delegationId, name: force.delegation(delegationId).name }))
  return (
    <fieldset className={error ? 'field bad' : 'field'} id={id} tabIndex={-1} aria-describedby={error && `${id}-error`}>
      <legend>{t('forceOffers.named')}</legend>
      <FieldError id={`${id}-error`} sentence={error} />
      <div className="choices">
        {format
          .sorted(others, ({ name }) => name)
          .map(({ delegationId, name }) => (
            <Checkbox
              key={delegationId}
              name="recipientIds"
              value={delegationId}
              label={<bdi>{name}</bdi>}
              defaultChecked={chosen.includes(delegationId)}
            />
          ))}
      </div>
    </fieldset>
  )
}
