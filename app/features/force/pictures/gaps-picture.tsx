import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { fullOfPieces, piecesOfGap } from './bar-shares.ts'
import { type CapabilityGap, gapsInOrder } from './gaps.ts'
import { Legend } from './legend.tsx'
import { Picture } from './picture.tsx'
import { Bar } from './strength-bar.tsx'

/** What is missing by capability at one phase, on one scale: what is critical first, then the largest. */
export function GapsPicture({ capabilities }: { capabilities: readonly CapabilityGap[] }) {
  const { t, format } = useWords()
  const rows = gapsInOrder(capabilities, format.compare)
  const [first] = rows
  if (!first) return <p className="muted">{t('forcePictures.noGaps')}</p>
  const full = fullOfPieces(rows.map(({ strength }) => piecesOfGap(strength)))
  const says = t('forcePictures.gapsSummary', {
    count: rows.length,
    gap: rows.reduce((sum, { strength }) => sum + strength.gap, 0),
    name: first.name,
    largest: first.strength.gap,
  })
  return (
    <Picture
      caption={t('forcePictures.gaps')}
      says={says}
      legend={<Legend kinds={['gap', 'indicated']} />}
      note={t('forcePictures.persons')}
      table={<GapsTable rows={rows} />}
    >
      {rows.map(({ key, name, strength, isCritical }) => (
        <div key={key} className="fp-row">
          <span className="fp-name">
            <bdi>{name}</bdi> {isCritical ? <Tag kind="danger">{t('forcePictures.critical')}</Tag> : null}
          </span>
          <Bar pieces={piecesOfGap(strength)} full={full} size="middle" />
          <b className="num">{format.number(strength.gap)}</b>
        </div>
      ))}
    </Picture>
  )
}

function GapsTable({ rows }: { rows: readonly CapabilityGap[] }) {
  const { t, format } = useWords()
  const columns = ['required', 'filled', 'indicated', 'gap'] as const
  return (
    <Table
      caption={t('forcePictures.gaps')}
      isCaptionHidden
      isDense
      head={
        <>
          <th scope="col">{t('forcePictures.capability')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="num">
              {t(`forcePictures.${column}`)}
            </th>
          ))}
        </>
      }
    >
      {rows.map(({ key, name, strength, isCritical }) => (
        <tr key={key}>
          <th scope="row">
            <bdi>{name}</bdi> {isCritical ? <Tag kind="danger">{t('forcePictures.critical')}</Tag> : null}
          </th>
          {columns.map((column) => (
            <td key={column} className="num">
              {format.number(strength[column])}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}
