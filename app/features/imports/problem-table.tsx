import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ImportProblem } from './contract.ts'
import { columnIn, reasonIn } from './problem-words.ts'

/** Where, what and why, so that the file can be corrected beside it. */
export function ProblemTable({ caption, problems }: { caption: string; problems: readonly ImportProblem[] }) {
  const words = useWords()
  const { t, format } = words
  return (
    <Table
      caption={caption}
      isCaptionHidden
      isDense
      isStacked
      className="spots"
      head={
        <>
          <th scope="col">{t('imports.file')}</th>
          <th scope="col" className="num">
            {t('imports.row')}
          </th>
          <th scope="col">{t('imports.column')}</th>
          <th scope="col">{t('imports.value')}</th>
          <th scope="col" className="x">
            {t('imports.reason')}
          </th>
        </>
      }
    >
      {problems.map((problem) => (
        <tr key={`${problem.file} ${problem.row} ${problem.column} ${problem.code}`}>
          <td data-label={t('imports.file')}>
            <bdi>{problem.file}</bdi>
          </td>
          <td data-label={t('imports.row')} className="num">
            {problem.row === null ? '' : format.number(problem.row, { useGrouping: false })}
          </td>
          <td data-label={t('imports.column')}>
            <bdi>{columnIn(words, problem)}</bdi>
          </td>
          <td data-label={t('imports.value')}>
            <bdi>{problem.value}</bdi>
          </td>
          <td data-label={t('imports.reason')}>{reasonIn(words, problem)}</td>
        </tr>
      ))}
    </Table>
  )
}
