import { useWords } from '#app/i18n/words-provider.tsx'
import { Button, type ButtonProps } from './button.tsx'
import { useFormState } from './form-state.ts'

/** Sends the form it stands in; says "Working…" meanwhile and cannot be pressed twice. */
export function Submit({ children, kind = 'primary', size = 'large', ...rest }: ButtonProps) {
  const { t } = useWords()
  const { isPending } = useFormState()
  return (
    <Button {...rest} type="submit" kind={kind} size={size} isPending={isPending}>
      {isPending && children ? t('common.working') : children}
    </Button>
  )
}
