import { useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import { useLive } from '#app/live/use-live.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { changePassword, endLogin, LoginLine, mySecurity, signOutEverywhere } from './contract.ts'
import { PasswordField } from './password-field.tsx'

export interface SecurityProps {
  readonly security: OutputOf<typeof mySecurity>
  readonly currentLoginId: string
  readonly hasNewPassword: boolean
}

/** One's password and the places where one is signed in. */
export function SecuritySection({ security: loaded, currentLoginId, hasNewPassword }: SecurityProps) {
  const { t, rich } = useWords()
  const { email, passwordSetAt, logins } = useLive<typeof mySecurity>('identity.mySecurity', {}, loaded)
  return (
    <section className="sec" aria-labelledby="security">
      <h2 id="security">{t('settings.security')}</h2>
      <dl className="dl">
        <dt>{t('identity.signInAddress')}</dt>
        <dd>
          <bdi dir="ltr">{email}</bdi>
        </dd>
        <dt>{t('identity.password')}</dt>
        <dd>
          {passwordSetAt
            ? rich('identity.passwordSetOn', { date: <Timestamp key="date" at={passwordSetAt} show="date" /> })
            : t('identity.passwordNotSet')}
        </dd>
      </dl>
      {hasNewPassword ? (
        <Notice kind="ok" role="status">
          {t('identity.passwordChanged')}
        </Notice>
      ) : null}
      <h3>{t('identity.changePassword')}</h3>
      <MutationForm<typeof changePassword> intent="identity.changePassword" isReset>
        <input className="vh" type="email" value={email} readOnly tabIndex={-1} aria-hidden autoComplete="username" />
        <PasswordField name="currentPassword" label={t('identity.currentPassword')} autoComplete="current-password" />
        <PasswordField
          name="newPassword"
          label={t('identity.newPassword')}
          hint={t('identity.choosePasswordHint')}
          autoComplete="new-password"
        />
        <Submit kind="outlined" size="normal">
          {t('identity.changePassword')}
        </Submit>
      </MutationForm>
      <h3>{t('identity.logins')}</h3>
      <p className="muted">{t('identity.loginsHint')}</p>
      <Logins logins={logins} currentLoginId={currentLoginId} />
    </section>
  )
}

function Logins({ logins, currentLoginId }: { logins: readonly LoginLine[]; currentLoginId: string }) {
  const { t } = useWords()
  const [ended, setEnded] = useState<number>()
  return (
    <>
      <Table
        caption={t('identity.logins')}
        isCaptionHidden
        isStacked
        head={
          <>
            <th scope="col" className="x">
              {t('identity.loginDevice')}
            </th>
            <th scope="col">{t('identity.loginStarted')}</th>
            <th scope="col">{t('identity.loginSeen')}</th>
            <th scope="col">{t('identity.loginEnds')}</th>
            <th scope="col">
              <span className="vh">{t('common.actions')}</span>
            </th>
          </>
        }
      >
        {logins.map((login) => (
          <LoginRow key={login.loginId} login={login} isCurrent={login.loginId === currentLoginId} />
        ))}
      </Table>
      {ended === undefined ? null : (
        <Notice kind="ok" role="status">
          {t('identity.otherLoginsEnded', { count: ended })}
        </Notice>
      )}
      {logins.length > 1 ? (
        <MutationForm<typeof signOutEverywhere>
          intent="identity.signOutEverywhere"
          onDone={(done) => setEnded(done.ended)}
        >
          <Submit kind="outlined" size="normal">
            {t('identity.signOutEverywhere')}
          </Submit>
        </MutationForm>
      ) : null}
    </>
  )
}

function LoginRow({ login, isCurrent }: { login: LoginLine; isCurrent: boolean }) {
  const { t } = useWords()
  const { loginId, device, isShared, startedAt, lastSeenAt, endsAt } = login
  return (
    <tr>
      <th scope="row" className="x">
        <bdi>{device || t('identity.unknownDevice')}</bdi>
        {isShared ? <span className="muted"> ({t('identity.onSharedComputer')})</span> : null}{' '}
        {isCurrent ? <Tag kind="info">{t('identity.thisLogin')}</Tag> : null}
      </th>
      <td data-label={t('identity.loginStarted')}>
        <Timestamp at={startedAt} />
      </td>
      <td data-label={t('identity.loginSeen')}>
        <Timestamp at={lastSeenAt} />
      </td>
      <td data-label={t('identity.loginEnds')}>
        <Timestamp at={endsAt} />
      </td>
      <td className="num">
        {isCurrent ? null : (
          <MutationForm<typeof endLogin> intent="identity.endLogin" fixed={{ loginId }} className="row">
            <Submit kind="outlined" size="small" aria-label={`${t('identity.endLogin')}: ${device}`}>
              {t('identity.endLogin')}
            </Submit>
          </MutationForm>
        )}
      </td>
    </tr>
  )
}
