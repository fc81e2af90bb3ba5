import { useState } from 'react'
import type {
  confirmInvitation,
  confirmLinks,
  declineInvitation,
  giveAccess,
  Newcomer,
} from '#app/features/identity/invitation-contract.ts'
import { mayConfirm, mayInvite } from '#app/features/identity/policy.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Acting } from '#app/kernel/actor.ts'
import type { OutputOf } from '#app/kernel/contract.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Table } from '#app/ui/table.tsx'
import { InvitationLink } from './invitation-link.tsx'

interface NeverSignedInProps {
  readonly people: readonly Newcomer[]
  readonly acting: Acting
}

/** People who are accredited and cannot sign in yet: each with the link to a first password, or the word it waits for. */
export function NeverSignedIn({ people, acting }: NeverSignedInProps) {
  const { t, locale } = useWords()
  const [given, setGiven] = useState<OutputOf<typeof giveAccess> | null>(null)
  const mayGive = mayInvite(acting).ok
  const toConfirm = people.flatMap((newcomer) => linkToConfirm(newcomer, acting) ?? [])
  if (people.length === 0 || (!mayGive && toConfirm.length === 0)) return null
  const waits = acting.side === 'secretariat' && people.some(({ word }) => word !== null)
  return (
    <section className="sec" aria-labelledby="never-signed-in">
      <h2 id="never-signed-in">{t('identity.withoutPassword')}</h2>
      {mayGive ? <p className="muted">{t('identity.withoutPasswordHint')}</p> : null}
      {waits ? <p className="muted">{t('identity.linkWaitsHint')}</p> : null}
      {toConfirm.length > 0 ? <p>{t('identity.linksToConfirm')}</p> : null}
      {toConfirm.length > 1 ? (
        <MutationForm<typeof confirmLinks> intent="identity.confirmLinks" fixed={{ invitationIds: toConfirm }}>
          <Submit size="small">{t('identity.confirmLinks', { count: toConfirm.length })}</Submit>
        </MutationForm>
      ) : null}
      {given ? (
        <InvitationLink path={given.path} expiresAt={given.expiresAt} isAwaitingHead={given.step === 'AWAITING_HEAD'} />
      ) : null}
      <Table caption={t('identity.withoutPassword')} isCaptionHidden isStacked isDense>
        {people.map((newcomer) => (
          <tr key={newcomer.accreditationId}>
            <th scope="row">
              <bdi>{newcomer.name}</bdi>
            </th>
            <td>
              {t(`roles.${newcomer.role}`)}
              {newcomer.delegationNames ? (
                <div className="sm muted">
                  <bdi>{nameIn(newcomer.delegationNames, locale)}</bdi>
                </div>
              ) : null}
              {acting.side === 'secretariat' && newcomer.word ? (
                <div className="sm muted">{t('identity.linkWaits')}</div>
              ) : null}
            </td>
            <td className="num">
              <div className="row wrap end">
                <Confirming newcomer={newcomer} acting={acting} />
                {mayGive ? <Giving newcomer={newcomer} onGiven={setGiven} /> : null}
              </div>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}

/** The link that waits for this reader's word. */
function linkToConfirm({ toConfirm, delegationId, word }: Newcomer, acting: Acting): string | null {
  const waiting = { step: 'AWAITING_HEAD', delegationId, fromDelegationId: null }
  return toConfirm && mayConfirm(acting, waiting, word).ok ? toConfirm : null
}

function Confirming({ newcomer, acting }: { newcomer: Newcomer; acting: Acting }) {
  const { t } = useWords()
  const invitationId = linkToConfirm(newcomer, acting)
  if (!invitationId) return null
  const fixed = { invitationId }
  return (
    <>
      <MutationForm<typeof confirmInvitation> intent="identity.confirmInvitation" fixed={fixed}>
        <Submit size="small" aria-label={`${t('people.confirmMember')}: ${newcomer.name}`}>
          {t('people.confirmMember')}
        </Submit>
      </MutationForm>
      <MutationForm<typeof declineInvitation> intent="identity.declineInvitation" fixed={fixed}>
        <Submit size="small" kind="outlined" aria-label={`${t('people.declineMember')}: ${newcomer.name}`}>
          {t('people.declineMember')}
        </Submit>
      </MutationForm>
    </>
  )
}

interface GivingProps {
  readonly newcomer: Newcomer
  readonly onGiven: (link: OutputOf<typeof giveAccess>) => void
}

function Giving({ newcomer: { accreditationId, name }, onGiven }: GivingProps) {
  const { t } = useWords()
  return (
    <MutationForm<typeof giveAccess> intent="identity.giveAccess" fixed={{ accreditationId }} onDone={onGiven}>
      <Submit size="small" kind="outlined" aria-label={`${t('identity.giveLink')}: ${name}`}>
        {t('identity.giveLink')}
      </Submit>
    </MutationForm>
  )
}
