import { Link } from '@remix-run/react'
import { useWords } from '#app/i18n/words-provider.tsx'

interface ChangeCellProps {
  /** What is opened beside the table. */
  readonly panel: 'phase' | 'element'
  readonly id: string
  readonly name: string
}

/** Opens what a row is about, to be changed. */
export function ChangeCell({ panel, id, name }: ChangeCellProps) {
  const { t } = useWords()
  return (
    <td>
      <Link
        to={`?do=${panel}&id=${id}`}
        preventScrollReset
        aria-label={t('forceDesk.changeElement', { element: name })}
      >
        {t('forceDesk.change')}
      </Link>
    </td>
  )
}

export function ChangeHead() {
  const { t } = useWords()
  return (
    <th scope="col">
      <span className="vh">{t('forceDesk.change')}</span>
    </th>
  )
}
