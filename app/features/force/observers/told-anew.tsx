import type { ReleasedTotals } from '#app/features/force/contract.ts'
import { type ToldChange, toldBeyond } from '#app/features/force/released-totals.ts'
import { useWords } from '#app/i18n/words-provider.tsx'

/** What a release tells observers that they did not know, and what it takes away from them. */
export function ToldAnew({ before, after }: { before: ReleasedTotals | undefined; after: ReleasedTotals }) {
  const { t, format } = useWords()
  const listOf = ({ phases, rows }: ToldChange) =>
    format.list([...phases, ...(rows ? [t(`forceDesk.rowsTold.${rows}`)] : [])])
  const newly = listOf(toldBeyond(after, before))
  const noLonger = before ? listOf(toldBeyond(before, after)) : ''
  return (
    <>
      <p>{newly ? t('forceDesk.toldNewly', { list: newly }) : t('forceDesk.sameAsBefore')}</p>
      {noLonger ? <p>{t('forceDesk.toldNoLonger', { list: noLonger })}</p> : null}
      <p className="sm muted">{t('forceDesk.tellHint')}</p>
    </>
  )
}
