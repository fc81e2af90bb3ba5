import { Link } from '@remix-run/react'
import { Bdi, Code, Name } from '#app/i18n/bdi.tsx'
import type { RegisteredNames } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { numberIn } from './numbering.ts'

/** A text issued on an item. */
export interface DocumentLine {
  readonly to: string
  readonly symbol: string
  readonly title: string
  readonly at: string
  /** The delegation that tabled it; null for the secretariat's. */
  readonly by: RegisteredNames | null
  readonly isWithdrawn: boolean
  /** The number of the item above, when the text was issued on that one. */
  readonly above: string | null
}

export function ItemDocuments({ documents }: { documents: readonly DocumentLine[] }) {
  const { t, locale } = useWords()
  const head = (
    <>
      <th scope="col">{t('common.document')}</th>
      <th scope="col" className="x">
        {t('common.title')}
      </th>
      <th scope="col" className="num">
        {t('agenda.issued')}
      </th>
    </>
  )
  if (documents.length === 0) return <EmptyState>{t('agenda.noDocuments')}</EmptyState>
  return (
    <Table caption={t('agenda.documents')} isCaptionHidden head={head} isDense isStacked>
      {documents.map((document) => (
        <tr key={document.symbol}>
          <td className="nw">
            <Link to={document.to}>
              <Code>{document.symbol}</Code>
            </Link>
          </td>
          <td className="x">
            <Bdi>{document.title}</Bdi>
            {document.by ? (
              <span className="muted">
                {' · '}
                <Name names={document.by} />
              </span>
            ) : null}
            {document.above ? (
              <span className="muted">
                {' · '}
                {t('agenda.onItem', { number: numberIn(document.above, locale) })}
              </span>
            ) : null}
            {document.isWithdrawn ? (
              <>
                {' '}
                <Tag>{t('agenda.withdrawnText')}</Tag>
              </>
            ) : null}
          </td>
          <td className="num">
            <Timestamp at={document.at} />
          </td>
        </tr>
      ))}
    </Table>
  )
}
