import { useWords } from '#app/i18n/words-provider.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Submit } from '#app/ui/submit.tsx'
import type { FrontDoor, signIn } from './contract.ts'
import { ConferenceHeading, FrontFrame } from './front-frame.tsx'
import { PasswordField } from './password-field.tsx'

export interface SignInPageProps {
  readonly door: FrontDoor
  readonly wasSignedOut: boolean
}

export function SignInPage({ door: { conference }, wasSignedOut }: SignInPageProps) {
  const { t } = useWords()
  return (
    <FrontFrame
      heading={conference ? <ConferenceHeading conference={conference} /> : <h1>{t('identity.signInTo')}</h1>}
    >
      <div className="fm">
        <h2>{t('identity.signIn')}</h2>
        {wasSignedOut ? (
          <Notice kind="ok" role="status">
            {t('identity.signedOut')}
          </Notice>
        ) : null}
        <MutationForm<typeof signIn> intent="identity.signIn">
          <TextField
            name="name"
            label={t('identity.accreditationOrEmail')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <PasswordField name="password" label={t('identity.password')} autoComplete="current-password" />
          <Checkbox name="isShared" label={t('identity.sharedComputer')} hint={t('identity.sharedComputerHint')} />
          <Submit>{t('common.continue')}</Submit>
        </MutationForm>
        <p className="muted sm">
          {t('identity.noAccess')}
          {conference?.isDemo ? ` ${t('identity.demoHow')}` : null}
        </p>
      </div>
    </FrontFrame>
  )
}
