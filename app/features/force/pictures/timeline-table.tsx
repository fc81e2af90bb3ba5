import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { type Readiness, standingOn } from './timeline.ts'

/** The steps by date, and among them the target dates with their ceilings. */
export function TimelineTable({ readiness: { steps, milestones } }: { readiness: Readiness }) {
  const { t, format } = useWords()
  const dates = [
    ...new Set([...steps.map(({ date }) => date), ...milestones.map(({ targetDate }) => targetDate)]),
  ].sort()
  return (
    <Table
      caption={t('forcePictures.timeline')}
      isCaptionHidden
      isDense
      head={
        <>
          <th scope="col">{t('forcePictures.date')}</th>
          <th scope="col" className="num">
            {t('forcePictures.firm')}
          </th>
          <th scope="col" className="num">
            {t('forcePictures.conditional')}
          </th>
          <th scope="col" className="num">
            {t('forcePictures.allLine')}
          </th>
          <th scope="col">{t('forcePictures.ceiling')}</th>
        </>
      }
    >
      {dates.map((date) => {
        const { firm, conditional } = standingOn(date, steps)
        const due = milestones.filter(({ targetDate }) => targetDate === date)
        return (
          <tr key={date}>
            <th scope="row">{format.calendarDate(date)}</th>
            <td className="num">{format.number(firm)}</td>
            <td className="num">{format.number(conditional)}</td>
            <td className="num">{format.number(firm + conditional)}</td>
            <td>
              {due.map(({ phaseId, name, ceiling }) => (
                <div key={phaseId}>{t('forcePictures.ceilingOf', { phase: name, ceiling })}</div>
              ))}
            </td>
          </tr>
        )
      })}
    </Table>
  )
}
