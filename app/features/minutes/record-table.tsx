import { Link } from '@remix-run/react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { RecordLine } from './contract.ts'
import { RecordName } from './record-name.tsx'
import type { RecordStep } from './record-steps.ts'

const looks: Readonly<Record<RecordStep, TagKind>> = {
  DRAFT: 'plain',
  CIRCULATED: 'warn',
  APPROVED: 'info',
  PUBLISHED: 'ok',
}

export function RecordTag({ step }: { step: RecordStep }) {
  const { t } = useWords()
  return <Tag kind={looks[step]}>{t(`minutes.step.${step}`)}</Tag>
}

/** Records by day, newest first. */
export function RecordTable({ records }: { records: readonly RecordLine[] }) {
  const { t, format } = useWords()
  const head = (
    <>
      <th scope="col">{t('common.symbol')}</th>
      <th scope="col" className="x">
        {t('minutes.meeting')}
      </th>
      <th scope="col">{t('common.date')}</th>
      <th scope="col">{t('common.status')}</th>
      <th scope="col" className="num">
        {t('minutes.since')}
      </th>
    </>
  )
  return (
    <Table caption={t('minutes.title')} isCaptionHidden head={head} isStacked>
      {records.map((record) => {
        const at = record.publishedAt ?? record.approvedAt ?? record.circulatedAt
        return (
          <tr key={record.minutesId}>
            <th scope="row" className="nw">
              <Link to={`/minutes/${record.minutesId}`}>
                <bdi dir="ltr">{record.symbol}</bdi>
              </Link>
            </th>
            <td data-label={t('minutes.meeting')}>
              <RecordName {...record} />
            </td>
            <td data-label={t('common.date')} className="nw">
              {format.calendarDate(record.date)}
            </td>
            <td data-label={t('common.status')}>
              <RecordTag step={record.step} />
            </td>
            <td className="num" data-label={t('minutes.since')}>
              {at ? <Timestamp at={at} /> : null}
            </td>
          </tr>
        )
      })}
    </Table>
  )
}
