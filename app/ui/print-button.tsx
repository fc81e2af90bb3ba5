import { Printer } from 'lucide-react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from './button.tsx'
import { useHydrated } from './use-hydrated.ts'

/** The browser's own print; without JavaScript the browser's menu has it. */
export function PrintButton() {
  const { t } = useWords()
  return useHydrated() ? (
    <Button icon={Printer} onClick={() => window.print()}>
      {t('common.print')}
    </Button>
  ) : null
}
