import { Form } from '@remix-run/react'
import type { ComparedBlock } from '#app/editor/compare.ts'
import { CompareView } from '#app/editor/compare-view.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { PlainSelect } from '#app/ui/select.tsx'
import type { DraftView } from './contract.ts'

interface CompareProps {
  readonly draft: DraftView
  readonly from: number
  readonly to: number
  readonly rows: readonly ComparedBlock[]
}

/** Two texts of one draft: choose them, read what differs. 0 is the text as it is now. */
export function ComparePanel({ draft, from, to, rows }: CompareProps) {
  const { t } = useWords()
  const choices = [
    { value: 0, label: t('drafts.textNow') },
    ...draft.revisionLines.map(({ number, name }) => ({ value: number, label: `${number}. ${name}` })),
  ]
  const pick = (name: string, label: string, chosen: number) => (
    <PlainSelect name={name} aria-label={label} defaultValue={chosen}>
      {choices.map(({ value, label: words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </PlainSelect>
  )
  return (
    <div className="body">
      <Form method="get" className="row wrap compare-choice">
        {pick('from', t('drafts.older'), from)}
        {pick('to', t('drafts.newer'), to)}
        <Button type="submit">{t('drafts.compareShort')}</Button>
      </Form>
      <CompareView rows={rows} lang={draft.language} />
    </div>
  )
}
