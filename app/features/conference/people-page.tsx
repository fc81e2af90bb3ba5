import type { Newcomer, PendingInvitation } from '#app/features/identity/invitation-contract.ts'
import { mayInvite } from '#app/features/identity/policy.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Acting } from '#app/kernel/actor.ts'
import type { OutputOf } from '#app/kernel/contract.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { people } from './contract.ts'
import { InviteForm } from './invite-form.tsx'
import { lastThere } from './last-there.ts'
import { MemberTable } from './member-table.tsx'
import { NeverSignedIn } from './never-signed-in.tsx'
import { PendingInvitations } from './pending-invitations.tsx'

interface PeoplePageProps {
  readonly list: OutputOf<typeof people>
  readonly invitations: readonly PendingInvitation[]
  readonly newcomers: readonly Newcomer[]
  readonly acting: Acting
}

/** Everybody accredited: the secretariat, then each delegation in protocol order. */
export function PeoplePage({ list, invitations, newcomers, acting }: PeoplePageProps) {
  const { t, rich, locale } = useWords()
  const active = <M extends { step: string }>(members: readonly M[]) => members.filter(({ step }) => step === 'ACTIVE')
  const total =
    active(list.secretariat).length + list.delegations.reduce((sum, each) => sum + active(each.members).length, 0)
  return (
    <Page
      title={t('people.title')}
      sub={t('common.people', { count: total })}
      end={<LinkButton to="/organiser/delegations">{t('conference.delegations')}</LinkButton>}
      visibility={{ kind: 'secretariat' }}
      isFlush
    >
      <div className="body">
        {mayInvite(acting).ok ? (
          <details className="fold">
            <summary className="btn">{t('people.inviteTitle')}</summary>
            <InviteForm places={list.delegations} own={null} />
          </details>
        ) : null}
        <PendingInvitations invitations={invitations} />
        <NeverSignedIn people={newcomers} acting={acting} />
        {mayInvite(acting).ok && newcomers.length > 1 ? (
          <LinkButton to="/organiser/import/access">{t('imports.accessTitle')}</LinkButton>
        ) : null}
        <section className="sec" aria-labelledby="secretariat">
          <h2 id="secretariat">{t('people.secretariat')}</h2>
          <MemberTable
            caption={t('people.secretariat')}
            members={active(list.secretariat)}
            delegationId={null}
            acting={acting}
          />
        </section>
        {list.delegations.map((delegation) => (
          <details key={delegation.delegationId} className="people-of">
            <summary>
              <span className="code">{delegation.code}</span> <b>{nameIn(delegation.names, locale)}</b>{' '}
              <span className="muted">{t('common.people', { count: active(delegation.members).length })}</span>
            </summary>
            {delegation.sealedAt ? (
              <Notice kind="info">
                {rich('conference.sealed', { time: <Timestamp at={delegation.sealedAt} show="full" /> })}
              </Notice>
            ) : null}
            <MemberTable
              caption={nameIn(delegation.names, locale)}
              members={active(delegation.members)}
              delegationId={delegation.delegationId}
              acting={acting}
              lastThereId={lastThere(active(delegation.members), newcomers)}
            />
          </details>
        ))}
      </div>
    </Page>
  )
}
