import { useLocation, useNavigate, useSearchParams } from '@remix-run/react'
import { useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { useFormState } from '#app/ui/form-state.ts'
import { Notice } from '#app/ui/notice.tsx'

/** What this form's editor saw when it was opened, sent along (O17). Without a script: when it was first sent. */
export function Before({ seen }: { seen: object }) {
  const { typed } = useFormState()
  const [text] = useState(() => JSON.stringify(seen))
  return <input type="hidden" name="before" value={typed.before?.at(-1) ?? text} />
}

const labels = {
  title: 'common.title',
  note: 'forceOffers.note',
  financeMode: 'forceOffers.finance',
  noticeDays: 'forceOffers.noticeInDays',
  availableFrom: 'forceOffers.availableFrom',
  selfSustainmentDays: 'forceOffers.selfSustainedInDays',
  rotationMonths: 'forceOffers.rotationInMonths',
  handoverDays: 'forceOffers.handoverInDays',
  attachedToId: 'forceOffers.attachedTo',
  fundId: 'forceOffers.fund',
  instrument: 'forceOffers.instrument',
  currency: 'forceOffers.currency',
  amount: 'forceOffers.amount',
  earmark: 'forceOffers.earmark',
  measureUnit: 'forceOffers.measureUnit',
  measures: 'forceOffers.figures',
  offered: 'forceOffers.figures',
  unit: 'forceOffers.unit',
  isLead: 'forceOffers.isLead',
  text: 'forceOffers.words',
  due: 'forceOffers.dueBy',
  category: 'forceOffers.limitOn',
  effect: 'forceOffers.limitEffect',
  sectors: 'forceOffers.limitSectors',
  startsOn: 'forceOffers.limitFrom',
  endsOn: 'forceOffers.limitUntil',
  readers: 'forceOffers.limitReaders',
} as const
type Field = keyof typeof labels
const isField = (name: string): name is Field => name in labels

/** Where a page of an offer says that fields of a colleague were overwritten. */
export const savedOverAt = (path: string, overwritten: readonly string[]): string =>
  overwritten.length > 0 ? `${path}?overwritten=${overwritten.join(',')}` : path

/** After a form is done: closes it, and says what of a colleague it replaced. */
export function useSaved(close: () => void) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [search] = useSearchParams()
  return ({ overwritten }: { readonly overwritten: readonly string[] }) => {
    close()
    if (overwritten.length > 0 || search.has('overwritten'))
      navigate(savedOverAt(pathname, overwritten), { preventScrollReset: true, replace: true })
  }
}

export function SavedOver() {
  const { t, format } = useWords()
  const [search] = useSearchParams()
  const fields = (search.get('overwritten') ?? '').split(',').filter(isField)
  if (fields.length === 0) return null
  return (
    <Notice kind="warn" role="status" title={t('forceDesk.savedOver')}>
      {t('forceDesk.overwritten', { fields: format.list(fields.map((field) => t(labels[field]))) })}
    </Notice>
  )
}
