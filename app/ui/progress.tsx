import { useId } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'

/** Work of more than two seconds, with its count in words: "Reading 3 of 12". */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const { t } = useWords()
  const id = useId()
  return (
    <div role="status">
      <div className="row between sm">
        <label htmlFor={id}>{label}</label>
        <span>{t('common.progress', { done, total })}</span>
      </div>
      <progress id={id} value={done} max={total} />
    </div>
  )
}
