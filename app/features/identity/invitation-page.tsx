import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { FrontFrame } from './front-frame.tsx'
import type { acceptInvitation, InvitationShown } from './invitation-contract.ts'
import { PasswordField } from './password-field.tsx'

type Open = Extract<InvitationShown, { state: 'open' }>
type Placed = Exclude<InvitationShown, { state: 'gone' }>

export interface InvitationPageProps {
  readonly invitation: InvitationShown
  /** Who is signed in in this browser. */
  readonly signedInAs: string | null
}

/** Where a link leads: what it is for, and what is still needed. */
export function InvitationPage({ invitation, signedInAs }: InvitationPageProps) {
  const { t } = useWords()
  const heading =
    invitation.state === 'gone' ? <h1>{t('identity.invitation')}</h1> : <PlaceHeading place={invitation} />
  return (
    <FrontFrame heading={heading}>
      <div className="fm">
        {invitation.state === 'open' ? <OpenInvitation invitation={invitation} signedInAs={signedInAs} /> : null}
        {invitation.state === 'awaiting-head' ? <Closed words={t('identity.invitationAwaitsHead')} /> : null}
        {invitation.state === 'gone' ? <Closed words={t('identity.invitationExpired')} /> : null}
      </div>
    </FrontFrame>
  )
}

function PlaceHeading({ place: { conferenceNames, symbolRoot, delegationNames, role } }: { place: Placed }) {
  const { t, locale } = useWords()
  if (!conferenceNames) return <h1>{t('identity.signInTo')}</h1>
  const roleName = role ? t(`roles.${role}`) : ''
  return (
    <>
      <p className="code muted sy">
        <bdi dir="ltr">{symbolRoot}</bdi>
      </p>
      <h1>{nameIn(conferenceNames, locale)}</h1>
      <p className="meta">
        {delegationNames
          ? t('identity.invitedAs', { role: roleName, delegation: nameIn(delegationNames, locale) })
          : t('identity.invitedInSecretariat', { role: roleName })}
      </p>
    </>
  )
}

const Closed = ({ words }: { words: string }) => {
  const { t } = useWords()
  return (
    <>
      <h2>{t('identity.invitation')}</h2>
      <Notice kind="warn">{words}</Notice>
      <p>
        <LinkButton to="/sign-in">{t('identity.signIn')}</LinkButton>
      </p>
    </>
  )
}

function OpenInvitation({ invitation, signedInAs }: { invitation: Open; signedInAs: string | null }) {
  const { t, rich } = useWords()
  const { purpose, email, expiresAt, hasPassword } = invitation
  const isReset = purpose === 'RESET'
  const provesFirst = purpose === 'JOIN' && hasPassword && !signedInAs
  const isOneself = purpose === 'JOIN' && signedInAs !== null
  return (
    <>
      <h2>{titleOf(purpose, t)}</h2>
      <p className="muted">
        {t('identity.address', { email })}
        <br />
        {rich('identity.linkServesOnce', { time: <Timestamp key="t" at={expiresAt} show="full" /> })}
      </p>
      {isReset ? <Notice kind="warn">{t('identity.forResetHint')}</Notice> : null}
      {provesFirst ? <ProveFirst /> : null}
      {provesFirst ? null : (
        <MutationForm<typeof acceptInvitation> intent="identity.acceptInvitation">
          {isOneself ? <p>{t('identity.signedInAs', { name: signedInAs })}</p> : <Choose invitation={invitation} />}
          <Submit>
            {isOneself
              ? t('identity.acceptInvitation')
              : isReset
                ? t('identity.setAndSignIn')
                : t('identity.acceptAndSignIn')}
          </Submit>
        </MutationForm>
      )}
    </>
  )
}

const titleOf = (purpose: Open['purpose'], t: ReturnType<typeof useWords>['t']) =>
  purpose === 'RESET'
    ? t('identity.forReset')
    : purpose === 'ORGANISER'
      ? t('identity.forOrganiser')
      : t('identity.acceptInvitation')

function ProveFirst() {
  const { t } = useWords()
  return (
    <>
      <p>{t('identity.alreadyHaveLogin')}</p>
      <LinkButton kind="primary" size="large" to="/sign-in?next=/invitation">
        {t('identity.signInToAccept')}
      </LinkButton>
    </>
  )
}

function Choose({ invitation: { name, email } }: { invitation: Open }) {
  const { t } = useWords()
  return (
    <>
      <TextField
        name="name"
        label={t('identity.yourName')}
        hint={t('identity.yourNameHint')}
        autoComplete="name"
        defaultValue={name}
      />
      {/* Managers keep the password under the address one signs in with. */}
      <input className="vh" type="email" value={email} readOnly tabIndex={-1} aria-hidden autoComplete="username" />
      <PasswordField
        name="password"
        label={t('identity.choosePassword')}
        hint={t('identity.choosePasswordHint')}
        autoComplete="new-password"
      />
      <Checkbox name="isShared" label={t('identity.sharedComputer')} hint={t('identity.sharedComputerHint')} />
    </>
  )
}
