import { Link } from '@remix-run/react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { DraftLine } from './contract.ts'
import { ItemName } from './item-name.tsx'
import { subjectKeys, tabledPath } from './words-of.ts'

interface DraftTableProps {
  readonly caption: string
  readonly drafts: readonly DraftLine[]
}

/** Drafts with what they are about, the last revision kept, and the symbols under which they left. */
export function DraftTable({ caption, drafts }: DraftTableProps) {
  const { t } = useWords()
  const head = (
    <>
      <th scope="col" className="x">
        {t('common.title')}
      </th>
      <th scope="col">{t('drafts.onItem')}</th>
      <th scope="col">{t('drafts.lastRevision')}</th>
      <th scope="col">{t('common.status')}</th>
    </>
  )
  return (
    <Table caption={caption} isCaptionHidden head={head} isStacked>
      {drafts.map((draft) => (
        <tr key={draft.draftId}>
          <th scope="row">
            <Link to={draft.kind === 'SHARED' ? `/shared/${draft.draftId}` : `/positions/${draft.draftId}`}>
              <bdi lang={draft.language}>{draft.title}</bdi>
            </Link>
            <div className="sm muted">{t(subjectKeys[draft.subject])}</div>
          </th>
          <td data-label={t('drafts.onItem')} className="broad">
            <ItemName item={draft.item} />
          </td>
          <td data-label={t('drafts.lastRevision')} className="mid">
            {draft.lastRevision ? (
              <>
                <bdi>{draft.lastRevision.name}</bdi>
                <div className="sm muted">
                  <Timestamp at={draft.lastRevision.madeAt} />
                </div>
              </>
            ) : (
              <span className="muted">{t('drafts.noRevisionYet')}</span>
            )}
          </td>
          <td data-label={t('common.status')}>
            <DraftStatus draft={draft} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function DraftStatus({ draft }: { draft: DraftLine }) {
  const { t } = useWords()
  const last = draft.symbols.at(-1)
  if (last) {
    return (
      <Link to={tabledPath(last)}>
        <bdi dir="ltr">{last}</bdi>
      </Link>
    )
  }
  return draft.step === 'SET_ASIDE' ? (
    <Tag>{t('drafts.archived')}</Tag>
  ) : (
    <Tag kind="private">{t('drafts.step.DRAFT')}</Tag>
  )
}
