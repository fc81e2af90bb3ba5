import { useState } from 'react'
import type {
  confirmInvitation,
  declineInvitation,
  PendingInvitation,
  renewInvitation,
  revokeInvitation,
} from '#app/features/identity/invitation-contract.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { InvitationLink } from './invitation-link.tsx'

interface PendingProps {
  readonly invitations: readonly PendingInvitation[]
}

/** Places kept for people who have not come yet. */
export function PendingInvitations({ invitations }: PendingProps) {
  const { t, locale } = useWords()
  const [renewed, setRenewed] = useState<OutputOf<typeof renewInvitation> | null>(null)
  if (invitations.length === 0) return null
  return (
    <section className="sec" aria-labelledby="pending">
      <h2 id="pending">{t('people.invited')}</h2>
      {renewed ? (
        <InvitationLink
          path={renewed.path}
          expiresAt={renewed.expiresAt}
          isAwaitingHead={renewed.step === 'AWAITING_HEAD'}
        />
      ) : null}
      <Table caption={t('people.invited')} isCaptionHidden isStacked>
        {invitations.map((invitation) => {
          const fixed = { invitationId: invitation.invitationId }
          return (
            <tr key={invitation.invitationId}>
              <th scope="row">
                <bdi>{invitation.name}</bdi>
                <div className="sm muted">
                  <bdi dir="ltr">{invitation.email}</bdi>
                </div>
              </th>
              <td>
                {t(`roles.${invitation.role}`)}
                {invitation.delegationNames ? (
                  <div className="sm muted">
                    <bdi>{nameIn(invitation.delegationNames, locale)}</bdi>
                  </div>
                ) : null}
              </td>
              <td>
                {invitation.step === 'OPEN' ? (
                  <span className="sm muted">
                    {t('people.validUntil')} <Timestamp at={invitation.expiresAt} />
                  </span>
                ) : (
                  <Tag kind="warn">
                    {t(invitation.step === 'EXPIRED' ? 'people.expired' : 'people.step.AWAITING_HEAD')}
                  </Tag>
                )}
              </td>
              <td className="num">
                <div className="row wrap end">
                  {invitation.isToConfirm ? (
                    <>
                      <MutationForm<typeof confirmInvitation> intent="identity.confirmInvitation" fixed={fixed}>
                        <Submit size="small">{t('people.confirmMember')}</Submit>
                      </MutationForm>
                      <MutationForm<typeof declineInvitation> intent="identity.declineInvitation" fixed={fixed}>
                        <Submit size="small" kind="outlined">
                          {t('people.declineMember')}
                        </Submit>
                      </MutationForm>
                    </>
                  ) : null}
                  {invitation.isOurs ? (
                    <>
                      <MutationForm<typeof renewInvitation>
                        intent="identity.renewInvitation"
                        fixed={fixed}
                        onDone={setRenewed}
                      >
                        <Submit size="small" kind="outlined">
                          {t('people.newLink')}
                        </Submit>
                      </MutationForm>
                      <MutationForm<typeof revokeInvitation> intent="identity.revokeInvitation" fixed={fixed}>
                        <Submit size="small" kind="outlined">
                          {t('people.withdrawInvitation')}
                        </Submit>
                      </MutationForm>
                    </>
                  ) : null}
                </div>
              </td>
            </tr>
          )
        })}
      </Table>
    </section>
  )
}
