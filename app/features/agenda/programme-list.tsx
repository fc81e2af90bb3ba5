import { Link } from '@remix-run/react'
import { Name } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { ItemNumber } from './item-number.tsx'
import { meetingWords } from './item-standing.tsx'
import { meetingName } from './meeting-title.ts'
import { CapitalRange, TimeRange } from './time-range.tsx'
import type { BodyLine, ItemLine, MeetingLine } from './views.ts'

export interface ProgrammeListProps {
  readonly meetings: readonly MeetingLine[]
  readonly bodies: readonly BodyLine[]
  readonly items: readonly Pick<ItemLine, 'itemId' | 'number' | 'names'>[]
}

/** Meetings along a line of time: a full dot sits, an empty one is to come, a grey one is over. */
export const ProgrammeList = ({ meetings, bodies, items }: ProgrammeListProps) => (
  <ol className="prog">
    {meetings.map((meeting) => (
      <ProgrammeEntry key={meeting.meetingId} meeting={meeting} bodies={bodies} items={items} />
    ))}
  </ol>
)

const marks = { OPEN: 'on', SUSPENDED: 'on', CLOSED: 'done', CANCELLED: 'done', SCHEDULED: '' }

function ProgrammeEntry({ meeting, bodies, items }: Omit<ProgrammeListProps, 'meetings'> & { meeting: MeetingLine }) {
  const words = useWords()
  const taken = [...new Set(meeting.slots.map(({ itemId }) => itemId))].flatMap(
    (id) => items.find(({ itemId }) => itemId === id) ?? [],
  )
  return (
    <li className={marks[meeting.step]}>
      <div className="t">
        <TimeRange {...meeting} />
        <CapitalRange {...meeting} />
      </div>
      <span className="l" aria-hidden="true" />
      <div>
        <b>{meetingName(words, meeting, bodies)}</b>
        {meeting.step === 'SCHEDULED' ? null : <span className="muted"> · {words.t(meetingWords[meeting.step])}</span>}
        <div>{meeting.room ?? <span className="muted">{words.t('agenda.noRoom')}</span>}</div>
        {taken.map((item) => (
          <div key={item.itemId}>
            <Link className="plain" to={`/agenda/${item.itemId}`}>
              <ItemNumber number={item.number} /> <Name names={item.names} />
            </Link>
          </div>
        ))}
      </div>
    </li>
  )
}
