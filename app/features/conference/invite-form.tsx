import { useActionData } from '@remix-run/react'
import { useState } from 'react'
import type { invite } from '#app/features/identity/invitation-contract.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { ActionResult } from '#app/kernel/action-result.ts'
import { observerRoles, type Role, secretariatRoles, stateRoles } from '#app/kernel/actor.ts'
import type { OutputOf } from '#app/kernel/contract.ts'
import type { Names } from '#app/kernel/text.ts'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { InvitationLink } from './invitation-link.tsx'

export interface PlaceChoice {
  readonly delegationId: string
  readonly code: string
  readonly names: Names
  readonly kind: 'STATE' | 'OBSERVER'
}

interface InviteFormProps {
  /** Delegations to choose from; a head invites into one's own only, and none is shown. */
  readonly places: readonly PlaceChoice[]
  readonly own: PlaceChoice | null
}

type Invited = OutputOf<typeof invite>

/** Invites a person and shows the link, once. */
export function InviteForm({ places, own }: InviteFormProps) {
  const { t, locale } = useWords()
  const answered = useActionData<ActionResult<Invited>>()
  const withoutScript = answered?.ok && answered.intent === 'identity.invite' ? answered.output : null
  const [made, setMade] = useState<Invited | null>(withoutScript)
  const roles: readonly Role[] = own
    ? (own.kind === 'STATE' ? stateRoles : observerRoles).filter((role) => role !== 'HEAD' && role !== 'OBSERVER_HEAD')
    : [...stateRoles, ...observerRoles, ...secretariatRoles]
  return (
    <>
      {made ? (
        <InvitationLink path={made.path} expiresAt={made.expiresAt} isAwaitingHead={made.step === 'AWAITING_HEAD'} />
      ) : null}
      <MutationForm<typeof invite>
        intent="identity.invite"
        className="form"
        fixed={own ? { delegationId: own.delegationId } : {}}
        onDone={setMade}
        isReset
      >
        <p className="muted">{t('people.inviteHint')}</p>
        <TextField name="name" label={t('common.name')} maxLength={120} autoComplete="off" required />
        <TextField name="title" label={t('people.rank')} maxLength={80} autoComplete="off" isOptional />
        <TextField
          name="email"
          type="email"
          label={t('people.email')}
          maxLength={254}
          autoComplete="off"
          dir="ltr"
          required
        />
        {own ? null : (
          <Select
            name="delegationId"
            label={t('conference.delegation')}
            empty={t('people.secretariat')}
            choices={places.map(({ delegationId, code, names }) => ({
              value: delegationId,
              label: `${code}  ${nameIn(names, locale)}`,
            }))}
          />
        )}
        <Select
          name="role"
          label={t('people.role')}
          empty={t('people.chooseRole')}
          choices={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
        />
        <Submit>{t('people.invite')}</Submit>
      </MutationForm>
    </>
  )
}
