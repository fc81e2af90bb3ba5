import { useWords } from '#app/i18n/words-provider.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { declareLeft, declarePresent } from './meeting-contract.ts'
import { meetingTitle } from './meeting-title.ts'
import { mayDeclarePresence } from './policy.ts'
import { useActing } from './use-acting.tsx'
import type { OwnPresence, TodayAnswer } from './views.ts'

/** The delegation's answer at the roll-call of each meeting in session, given by its head or a deputy. */
export function OwnPresenceList({ presence, view }: { presence: OwnPresence; view: TodayAnswer }) {
  const { t } = useWords()
  if (presence.meetings.length === 0) return null
  return (
    <section className="sec">
      <div className="sech">
        <h2>{t('today.declare')}</h2>
      </div>
      <p className="muted sm">{t('today.declareHint')}</p>
      <ul className="rows">
        {presence.meetings.map((meeting) => (
          <PresenceRow key={meeting.meetingId} own={meeting} view={view} />
        ))}
      </ul>
    </section>
  )
}

function PresenceRow({ own, view }: { own: OwnPresence['meetings'][number]; view: TodayAnswer }) {
  const words = useWords()
  const acting = useActing()
  const meeting = view.meetings.find(({ meetingId }) => meetingId === own.meetingId)
  if (!meeting || !acting?.delegationId) return null
  const body = { id: meeting.bodyId, chairId: null, coChairId: null }
  const decision = mayDeclarePresence(acting, acting.delegationId, body)
  const { meetingId } = own
  return (
    <li>
      <div className="grow">
        <b>{meetingTitle(words, meeting, view.bodies)}</b>
        <div className="muted sm">
          {own.at
            ? words.rich(own.isPresent ? 'today.declaredAt' : 'today.leftAt', { time: <Timestamp at={own.at} /> })
            : null}
        </div>
      </div>
      {own.isPresent ? (
        <MutationForm<typeof declareLeft> intent="agenda.declareLeft" fixed={{ meetingId }}>
          <Submit kind="outlined" size="normal" decision={decision}>
            {words.t('today.left')}
          </Submit>
        </MutationForm>
      ) : (
        <MutationForm<typeof declarePresent> intent="agenda.declarePresent" fixed={{ meetingId }}>
          <Submit kind="outlined" size="normal" decision={decision}>
            {words.t('today.present')}
          </Submit>
        </MutationForm>
      )}
    </li>
  )
}
