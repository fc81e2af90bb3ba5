import { Link } from '@remix-run/react'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { VisibilityLabel } from '#app/ui/visibility-label.tsx'
import type { TabledLine } from './contract.ts'
import { ItemName } from './item-name.tsx'
import { tabledPath } from './words-of.ts'

interface TabledTableProps {
  readonly caption: string
  readonly texts: readonly TabledLine[]
}

/** Issued texts, newest first: symbol, title, who, when, and what has become of them. */
export function TabledTable({ caption, texts }: TabledTableProps) {
  const { t } = useWords()
  const head = (
    <>
      <th scope="col">{t('common.symbol')}</th>
      <th scope="col" className="x">
        {t('common.title')}
      </th>
      <th scope="col">{t('tabled.by')}</th>
      <th scope="col">{t('visibility.label')}</th>
      <th scope="col" className="num">
        {t('common.issued')}
      </th>
    </>
  )
  return (
    <Table caption={caption} isCaptionHidden head={head} isStacked>
      {texts.map((text) => (
        <tr key={text.symbol}>
          <th scope="row" className="nw">
            <Link to={tabledPath(text.symbol)}>
              <bdi dir="ltr">{text.symbol}</bdi>
            </Link>
          </th>
          <td data-label={t('common.title')}>
            <bdi lang={text.language}>{text.title}</bdi>
            {text.item ? (
              <div className="sm muted">
                <ItemName item={text.item} />
              </div>
            ) : null}
            <TabledState text={text} />
          </td>
          <td data-label={t('tabled.by')}>
            <Sponsor text={text} />
          </td>
          <td data-label={t('visibility.label')}>
            <VisibilityLabel kind={text.audience === 'ALL' ? 'published' : 'tabled'} />
          </td>
          <td className="num" data-label={t('common.issued')}>
            <Timestamp at={text.tabledAt} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

export function Sponsor({ text }: { text: Pick<TabledLine, 'delegation'> }) {
  const { t, locale } = useWords()
  return text.delegation ? <bdi>{nameIn(text.delegation.names, locale)}</bdi> : t('tabled.secretariat')
}

export function TabledState({ text }: { text: Pick<TabledLine, 'withdrawnAt' | 'replacedBy'> }) {
  const { t } = useWords()
  if (text.withdrawnAt) return <Tag kind="danger">{t('tabled.withdrawn')}</Tag>
  return text.replacedBy ? <Tag>{t('tabled.supersededBy', { symbol: text.replacedBy })}</Tag> : null
}
