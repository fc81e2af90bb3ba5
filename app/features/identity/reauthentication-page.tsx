import { useWords } from '#app/i18n/words-provider.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Page } from '#app/ui/page.tsx'
import { Submit } from '#app/ui/submit.tsx'
import type { reauthenticate } from './contract.ts'
import { PasswordField } from './password-field.tsx'

/** The password once more, on a page of its own: for acts whose form has no room for it, and without JavaScript. */
export function ReauthenticationPage() {
  const { t } = useWords()
  return (
    <Page title={t('identity.reauthenticateTitle')} sub={t('identity.confirmPasswordHint')}>
      <div className="set">
        <ReauthenticationForm />
      </div>
    </Page>
  )
}

/** The same form for a dialog: `onDone` runs once the password was right. */
export function ReauthenticationForm({ onDone }: { onDone?: () => void }) {
  const { t } = useWords()
  return (
    <MutationForm<typeof reauthenticate>
      intent="identity.reauthenticate"
      action={onDone ? '/reauthenticate' : undefined}
      onDone={onDone}
    >
      <PasswordField name="password" label={t('identity.password')} autoComplete="current-password" />
      <Submit>{t('identity.confirm')}</Submit>
    </MutationForm>
  )
}
