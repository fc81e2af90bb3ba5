import { useState } from 'react'
import type { giveAccess, Newcomer } from '#app/features/identity/invitation-contract.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Table } from '#app/ui/table.tsx'
import { InvitationLink } from './invitation-link.tsx'

/** People whose names came with a file and who cannot sign in yet: each with the link to a first password. */
export function NeverSignedIn({ people }: { people: readonly Newcomer[] }) {
  const { t, locale } = useWords()
  const [given, setGiven] = useState<OutputOf<typeof giveAccess> | null>(null)
  if (people.length === 0) return null
  return (
    <section className="sec" aria-labelledby="never-signed-in">
      <h2 id="never-signed-in">{t('identity.withoutPassword')}</h2>
      <p className="muted">{t('identity.withoutPasswordHint')}</p>
      {given ? <InvitationLink path={given.path} expiresAt={given.expiresAt} isAwaitingHead={false} /> : null}
      <Table caption={t('identity.withoutPassword')} isCaptionHidden isStacked isDense>
        {people.map(({ accreditationId, name, role, delegationNames }) => (
          <tr key={accreditationId}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <td>
              {t(`roles.${role}`)}
              {delegationNames ? (
                <div className="sm muted">
                  <bdi>{nameIn(delegationNames, locale)}</bdi>
                </div>
              ) : null}
            </td>
            <td className="num">
              <MutationForm<typeof giveAccess>
                intent="identity.giveAccess"
                fixed={{ accreditationId }}
                onDone={setGiven}
              >
                <Submit size="small" kind="outlined" aria-label={`${t('identity.giveLink')}: ${name}`}>
                  {t('identity.giveLink')}
                </Submit>
              </MutationForm>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
