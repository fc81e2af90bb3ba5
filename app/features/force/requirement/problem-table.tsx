import type { RowProblem } from '#app/features/force/contract.ts'
import type { PlainKey } from '#app/i18n/message-types.ts'
import type { Words } from '#app/i18n/words.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { isColumn } from './field-words.ts'

const reasons: Readonly<Record<string, PlainKey>> = {
  'force/table-empty': 'forceDesk.reason.empty',
  'force/table-no-column': 'forceDesk.reason.noColumn',
  'force/table-column': 'forceDesk.reason.column',
  'force/table-column-twice': 'forceDesk.reason.columnTwice',
  'force/table-capability': 'forceDesk.reason.capability',
  'force/table-priority': 'forceDesk.reason.priority',
  'force/table-yes-no': 'forceDesk.reason.yesNo',
  'force/table-unclosed': 'forceDesk.reason.unclosed',
  'force/table-long': 'forceDesk.reason.long',
}

function reasonIn({ t, refusal }: Words, problem: RowProblem): string {
  const { code, params } = problem
  if (code === 'force/table-serial-twice') return t('forceDesk.serialTwice', { row: Number(params?.first) })
  if (code === 'force/table-many') return t('forceDesk.tooMany', { most: Number(params?.most) })
  const key = reasons[code]
  return key ? t(key) : refusal(problem)
}

/** Where, what and why, so that the table can be corrected beside it. */
export function ProblemTable({ problems }: { problems: readonly RowProblem[] }) {
  const words = useWords()
  const { t, format } = words
  return (
    <Table
      caption={t('forceDesk.toCorrect')}
      isCaptionHidden
      isDense
      isStacked
      className="spots"
      head={
        <>
          <th scope="col" className="num">
            {t('forceDesk.row')}
          </th>
          <th scope="col">{t('forceDesk.columnName')}</th>
          <th scope="col">{t('forceDesk.value')}</th>
          <th scope="col" className="x">
            {t('forceDesk.why')}
          </th>
        </>
      }
    >
      {problems.map((problem) => (
        <tr key={`${problem.row} ${problem.column} ${problem.code}`}>
          <td className="num" data-label={t('forceDesk.row')}>
            {format.number(problem.row, { useGrouping: false })}
          </td>
          <td data-label={t('forceDesk.columnName')}>
            <bdi>{isColumn(problem.column) ? t(`forceDesk.column.${problem.column}`) : problem.column}</bdi>
          </td>
          <td data-label={t('forceDesk.value')}>
            <bdi>{problem.value}</bdi>
          </td>
          <td data-label={t('forceDesk.why')}>{reasonIn(words, problem)}</td>
        </tr>
      ))}
    </Table>
  )
}
