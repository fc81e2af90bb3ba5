import type { OutreachBook, strikeContactStep } from '#app/features/force/contract.ts'
import { Bdi } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { Button } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'

type Contact = OutreachBook['contacts'][number]
type Step = Contact['steps'][number]

/** Everything that was written down of a state, what was struck among it. */
export function History({ contact, decision }: { contact: Contact; decision: Decision | undefined }) {
  const { t } = useWords()
  return (
    <ol className="stack-8">
      {contact.steps.map((step) => (
        <li key={step.stepId}>
          {step.struck ? (
            <s>
              <Entry step={step} />
            </s>
          ) : (
            <Entry step={step} />
          )}
          <br />
          <span className="sm muted">
            {t('forceDesk.writtenBy', { name: step.recordedBy })} <Timestamp at={step.recordedAt} show="full" />
            {step.struck ? (
              <>
                {' · '}
                {t('forceDesk.struckBy', { name: step.struck.by })} <Timestamp at={step.struck.at} show="full" />
              </>
            ) : null}
          </span>
          {step.struck ? null : <Strike step={step} decision={decision} />}
        </li>
      ))}
    </ol>
  )
}

function Entry({ step }: { step: Step }) {
  const { t } = useWords()
  return (
    <>
      {step.struck ? <span className="vh">{t('forceDesk.struck')} </span> : null}
      <b>{t(`forces.status.${step.status}`)}</b> · <Timestamp at={step.at} show="full" /> ·{' '}
      {t(`forces.basis.${step.basisKind}`)}
      {step.basisReference ? (
        <>
          {' '}
          <Bdi>{step.basisReference}</Bdi>
        </>
      ) : null}
      {step.note ? (
        <>
          {': '}
          <Bdi>{step.note}</Bdi>
        </>
      ) : null}
    </>
  )
}

/** A mistake is struck for good: it is asked once more. */
function Strike({ step, decision }: { step: Step; decision: Decision | undefined }) {
  const { t } = useWords()
  return (
    <div>
      <Confirm
        ask={t('forceDesk.strike')}
        title={t('forceDesk.strikeTitle')}
        decision={decision}
        reasonPlace="tip"
        kind="quiet"
      >
        {(close) => (
          <MutationForm<typeof strikeContactStep>
            intent="force.strikeContactStep"
            fixed={{ stepId: step.stepId }}
            className="form"
            onDone={close}
          >
            <p>
              <Entry step={step} />
            </p>
            <p>{t('forceDesk.strikeHint')}</p>
            <div className="btns">
              <Submit kind="danger">{t('forceDesk.strike')}</Submit>
              {close ? (
                <Button kind="quiet" onClick={close}>
                  {t('common.cancel')}
                </Button>
              ) : null}
            </div>
          </MutationForm>
        )}
      </Confirm>
    </div>
  )
}
