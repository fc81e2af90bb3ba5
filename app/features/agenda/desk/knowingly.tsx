import { useWords } from '#app/i18n/words-provider.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'

/** Two things at one time are refused until the organiser says that it is meant so. */
export function Knowingly() {
  const { t } = useWords()
  return <Checkbox name="knowingly" label={t('desk.knowingly')} hint={t('desk.knowinglyHint')} />
}
