import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Table } from '#app/ui/table.tsx'
import type { openRecord, RecordList } from './contract.ts'
import { RecordName } from './record-name.tsx'

interface MeetingsWithoutProps {
  readonly meetings: RecordList['without']
  readonly decision: Decision
}

/** Meetings that were opened and have no record yet, each with the act that starts one. */
export function MeetingsWithout({ meetings, decision }: MeetingsWithoutProps) {
  const { t, format, locale } = useWords()
  return (
    <section className="sec" aria-labelledby="without">
      <h2 id="without">{t('minutes.withoutRecord')}</h2>
      <Table caption={t('minutes.withoutRecord')} isCaptionHidden isStacked>
        {meetings.map((meeting) => (
          <tr key={meeting.meetingId}>
            <th scope="row" className="x">
              <RecordName {...meeting} />
            </th>
            <td className="nw">{format.calendarDate(meeting.date)}</td>
            <td className="broad">
              <MutationForm<typeof openRecord>
                intent="minutes.open"
                fixed={{ meetingId: meeting.meetingId }}
                className="row wrap"
              >
                <Select
                  name="language"
                  label={t('minutes.recordLanguage')}
                  isLabelHidden
                  isDense
                  defaultValue={locale}
                  choices={[
                    { value: 'en', label: t('common.languages.en') },
                    { value: 'fr', label: t('common.languages.fr') },
                    { value: 'ar', label: t('common.languages.ar') },
                  ]}
                />
                <Submit kind="outlined" size="normal" decision={decision}>
                  {t('minutes.start')}
                </Submit>
              </MutationForm>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
