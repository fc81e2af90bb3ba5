import type { Phase } from '#app/features/force/contract.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { ChangeCell, ChangeHead } from './change-cell.tsx'

/** Each phase with its ceiling, target date and milestones. */
export function PhasesTable({ phases, isKept }: { phases: readonly Phase[]; isKept?: boolean }) {
  const { t, format } = useWords()
  return (
    <Table
      caption={t('forceDesk.phases')}
      isCaptionHidden
      isDense
      className="spots"
      isStacked
      head={
        <>
          <th scope="col">{t('forceDesk.phase')}</th>
          <th scope="col" className="num">
            {t('forceDesk.ceiling')}
          </th>
          <th scope="col">{t('forceDesk.targetDate')}</th>
          <th scope="col" className="x">
            {t('forceDesk.milestones')}
          </th>
          {isKept ? <ChangeHead /> : null}
        </>
      }
    >
      {phases.map(({ phaseId, name, ceiling, targetDate, milestones }) => (
        <tr key={phaseId}>
          <th scope="row">
            <bdi className="nw">{name}</bdi>
          </th>
          <td className="num" data-label={t('forceDesk.ceiling')}>
            {format.number(ceiling)}
          </td>
          <td className="nw" data-label={t('forceDesk.targetDate')}>
            {format.calendarDate(targetDate)}
          </td>
          <td>
            {milestones
              .map(({ kind, target }) =>
                t('forceDesk.milestoneBy', {
                  milestone: t(`forces.milestone.${kind}`),
                  date: format.calendarDate(target),
                }),
              )
              .join(' · ')}
          </td>
          {isKept ? <ChangeCell panel="phase" id={phaseId} name={name} /> : null}
        </tr>
      ))}
    </Table>
  )
}
