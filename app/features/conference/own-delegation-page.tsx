import type { delegationNews, Newcomer, PendingInvitation } from '#app/features/identity/invitation-contract.ts'
import { mayInvite } from '#app/features/identity/policy.ts'
import { nameIn, nameInSentence } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Acting } from '#app/kernel/actor.ts'
import type { OutputOf } from '#app/kernel/contract.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { ownDelegation } from './contract.ts'
import { InviteForm } from './invite-form.tsx'
import { MemberTable } from './member-table.tsx'
import { NeverSignedIn } from './never-signed-in.tsx'
import { PendingInvitations } from './pending-invitations.tsx'

interface OwnDelegationPageProps {
  readonly own: OutputOf<typeof ownDelegation>
  readonly invitations: readonly PendingInvitation[]
  readonly newcomers: readonly Newcomer[]
  readonly news: OutputOf<typeof delegationNews>['news']
  readonly acting: Acting
}

/** One's own delegation: who is in it, who may do what, who is to come, and who came. */
export function OwnDelegationPage({ own, invitations, newcomers, news, acting }: OwnDelegationPageProps) {
  const { t, rich, locale } = useWords()
  const { delegation, members } = own
  const gone = own.news.flatMap(({ act, ...each }) => (act === 'left' ? [{ ...each, what: act }] : []))
  const events: News[] = [...news, ...gone].sort((a, b) => (a.at < b.at ? 1 : -1))
  const name = nameIn(delegation.names, locale)
  return (
    <Page
      title={t('conference.delegationOf', { name: nameInSentence(delegation, locale) })}
      sub={
        <>
          <span className="code">{delegation.code}</span> <bdi>{nameIn(delegation.formalNames, locale) || name}</bdi> ·{' '}
          {t('conference.credentials')}: {t(`conference.credentialsState.${delegation.credentials}`)}
        </>
      }
      visibility={{ kind: 'delegation', of: name, end: t('common.members', { count: members.length }) }}
      isFlush
    >
      <div className="body">
        <section className="sec" aria-labelledby="members">
          <h2 id="members">{t('delegation.members')}</h2>
          <MemberTable
            caption={t('delegation.members')}
            members={members}
            delegationId={delegation.delegationId}
            acting={acting}
          />
        </section>
        <PendingInvitations invitations={invitations} />
        <NeverSignedIn people={newcomers} acting={acting} />
        {mayInvite(acting).ok ? (
          <section className="sec" aria-labelledby="invite">
            <h2 id="invite">{t('delegation.inviteMember')}</h2>
            <InviteForm places={[]} own={delegation} />
          </section>
        ) : null}
        <section className="sec" aria-labelledby="news">
          <h2 id="news">{t('delegation.newsTitle')}</h2>
          {own.sealedAt ? (
            <Notice kind="info">
              {rich('delegation.sealed', { time: <Timestamp at={own.sealedAt} show="full" /> })}
            </Notice>
          ) : null}
          {events.length === 0 ? <p className="muted">{t('delegation.recordEmpty')}</p> : null}
          <ul className="plain">
            {events.map((each) => (
              <li key={`${each.at}${each.what}${each.name}`}>
                <span className="muted">
                  <Timestamp at={each.at} />
                </span>{' '}
                {t(newsWords(each), { name: each.name })}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  )
}

type News =
  | OutputOf<typeof delegationNews>['news'][number]
  | { at: string; what: 'left'; name: string; by: 'delegation' | 'secretariat' | null }

/** A whole sentence for each thing that happens, since who did it stands at another place in each. */
function newsWords({ what, by }: News) {
  switch (what) {
    case 'invited':
    case 'joined':
    case 'revoked':
      return `delegation.news.${what}.${by}` as const
    case 'left':
      return by ? (`delegation.news.ended.${by}` as const) : 'delegation.news.left'
    default:
      return `delegation.news.${what}` as const
  }
}
