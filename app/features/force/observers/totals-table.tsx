import { Fragment } from 'react'
import type { ReleasedTotals } from '#app/features/force/contract.ts'
import { Scrolled } from '#app/features/force/requirement/scrolled.tsx'
import { capabilities } from '#app/features/force/terms.ts'
import type { Words } from '#app/i18n/words.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'

const columns = ['required', 'filled', 'conditional', 'gap'] as const

/** Totals as observers read them. */
export function TotalsTable({ caption, content }: { caption: string; content: ReleasedTotals }) {
  const words = useWords()
  const { t, format } = words
  const rows = [
    ...content.rows.map((row) => ({ ...row, name: nameOf(words, row) })),
    { name: t('forceDesk.together'), strengths: content.phases.map(({ total }) => total), isCapability: false },
  ]
  return (
    <Scrolled label={caption}>
      <Table
        caption={caption}
        isDense
        className="spots"
        head={
          <>
            <th scope="col" className="x mid">
              {content.rows.length > 0 ? (
                t(content.rows[0]?.isCapability ? 'forceDesk.column.capability' : 'forceDesk.column.name')
              ) : (
                <span className="vh">{t('forceDesk.together')}</span>
              )}
            </th>
            {content.phases.map((phase) => (
              <Fragment key={phase.name}>
                {columns.map((column) => (
                  <th key={column} scope="col" className="num">
                    <bdi>{phase.name}</bdi>
                    <br />
                    {t(`forcePictures.${column}`)}
                  </th>
                ))}
              </Fragment>
            ))}
          </>
        }
      >
        {rows.map(({ name, strengths }, place) => (
          <tr key={name} className={place === rows.length - 1 ? 'h' : undefined}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            {strengths.map((strength, phase) => (
              <Fragment key={content.phases[phase]?.name}>
                {columns.map((column) => (
                  <td key={column} className="num">
                    {format.number(strength[column])}
                  </td>
                ))}
              </Fragment>
            ))}
          </tr>
        ))}
      </Table>
    </Scrolled>
  )
}

function nameOf({ t }: Pick<Words, 't'>, { name, isCapability }: { name: string; isCapability: boolean }): string {
  const capability = isCapability ? capabilities.find((each) => each === name) : undefined
  return capability ? t(`forces.capability.${capability}`) : name
}
