import { useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field, type FieldText } from '#app/ui/field.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'

/** A password: pasted, filled in by a manager or typed, and shown to its owner on request. */
export function PasswordField({
  autoComplete,
  ...field
}: FieldText & { autoComplete: 'current-password' | 'new-password' }) {
  const { t } = useWords()
  const [isShown, setIsShown] = useState(false)
  const isHydrated = useHydrated()
  return (
    <Field {...field}>
      {({ defaultTyped: _, ...control }) => (
        <span className={isHydrated ? 'pw' : undefined}>
          <input
            {...control}
            className="inp"
            type={isShown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            dir="auto"
          />
          {isHydrated ? (
            <Button aria-pressed={isShown} aria-controls={control.id} onClick={() => setIsShown(!isShown)}>
              {isShown ? t('identity.hidePassword') : t('identity.showPassword')}
            </Button>
          ) : null}
        </span>
      )}
    </Field>
  )
}
