import type { declareLeft, declarePresent } from '#app/features/agenda/meeting-contract.ts'
import type { RollCallAnswer } from '#app/features/agenda/views.ts'
import { Name } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { ActButton } from './desk-told.tsx'

type Line = RollCallAnswer['delegations'][number]

/** Who is present, in protocol order, as heads declared it or as answered in the room. */
export function RollCall({ rollCall, mayRun }: { rollCall: RollCallAnswer | null; mayRun: Decision }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="desk-roll">
      <div className="hh">
        <h2 className="grow" id="desk-roll">
          {t('desk.rollCall')}
        </h2>
        {rollCall ? <Count rollCall={rollCall} /> : null}
      </div>
      {rollCall ? (
        <>
          {rollCall.isQuorate ? null : (
            <Notice kind="warn">{t('desk.quorumMissing', { number: rollCall.quorum })}</Notice>
          )}
          <p className="pad sm muted hint-line">{t('desk.rollCallHint')}</p>
          <ul className="rows padded roll">
            {rollCall.delegations.map((line) => (
              <Delegation key={line.delegationId} line={line} meetingId={rollCall.meetingId} mayRun={mayRun} />
            ))}
          </ul>
        </>
      ) : (
        <p className="pad muted">{t('desk.rollCallClosed')}</p>
      )}
    </section>
  )
}

export function Count({ rollCall }: { rollCall: RollCallAnswer }) {
  const { t } = useWords()
  return (
    <span className="muted">
      <b className="strong">{t('desk.presentOf', { present: rollCall.present, total: rollCall.states })}</b>
      {' · '}
      {t('desk.quorum', { number: rollCall.quorum })}
    </span>
  )
}

function Delegation({ line, meetingId, mayRun }: { line: Line; meetingId: string; mayRun: Decision }) {
  const { t } = useWords()
  const { delegationId, isPresent, at } = line
  const fixed = { meetingId, delegationId }
  const shared = { fixed, size: 'small', decision: mayRun, reasonPlace: 'tip' } as const
  return (
    <li>
      <bdi dir="ltr" className="code">
        {line.code}
      </bdi>
      <div className="grow">
        <Name names={line.names} />
        {line.kind === 'OBSERVER' ? <span className="muted sm"> · {t('desk.observersToo')}</span> : null}
        <div className={isPresent ? 'ok sm' : 'muted sm'}>
          {isPresent ? t('desk.present') : at ? t('desk.left') : t('desk.notDeclared')}
          {at ? (
            <>
              {' '}
              <Timestamp at={at} />
            </>
          ) : null}
        </div>
      </div>
      {isPresent ? (
        <ActButton<typeof declareLeft> intent="agenda.declareLeft" {...shared}>
          {t('desk.markAbsent')}
        </ActButton>
      ) : (
        <ActButton<typeof declarePresent> intent="agenda.declarePresent" {...shared}>
          {t('desk.markPresent')}
        </ActButton>
      )}
    </li>
  )
}
