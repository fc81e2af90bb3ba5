import type { ElementToFill, LineToAccept } from '#app/features/force/acceptance-list.ts'
import type { acceptLine, Phase } from '#app/features/force/contract.ts'
import { figureOf } from '#app/features/force/figures.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { Button } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Before } from './accept-form.tsx'

interface TakeBackProps {
  readonly filling: ElementToFill
  readonly line: LineToAccept
  readonly phases: readonly Phase[]
  readonly decision: Decision | undefined
  readonly onSent: () => void
  readonly onDone: () => void
}

/** Nothing of the line is accepted any more; what is missing then is said first. */
export function TakeBack({ filling, line, phases, decision, onSent, onDone }: TakeBackProps) {
  const { t } = useWords()
  const { offer, line: own, lackingWithout } = line
  const nothing = Object.fromEntries(phases.map(({ phaseId }) => [phaseId, 0]))
  return (
    <Confirm
      ask={t('forceDesk.takeBack')}
      title={t('forceDesk.takeBackOf', { offer: offer.title })}
      kind="quiet"
      decision={decision}
      reasonPlace="tip"
    >
      {(close) => (
        <div onSubmit={onSent}>
          <MutationForm<typeof acceptLine>
            intent="force.acceptLine"
            fixed={{ offerId: offer.offerId, elementId: own.elementId, accepted: nothing }}
            label={t('forceDesk.takeBackOf', { offer: offer.title })}
            className="form"
            onDone={() => {
              close?.()
              onDone()
            }}
          >
            <Before phases={phases} figures={own.accepted} />
            <ul>
              {phases
                .filter(({ phaseId }) => figureOf(filling.required, phaseId) > 0)
                .map(({ phaseId, name }) => (
                  <li key={phaseId}>
                    {t('forceDesk.gapBecomes', {
                      phase: name,
                      from: figureOf(filling.lacking, phaseId),
                      to: figureOf(lackingWithout, phaseId),
                    })}
                  </li>
                ))}
            </ul>
            <p className="sm muted">{t('forceDesk.takeBackHint')}</p>
            <div className="btns">
              <Submit kind="danger" size="normal">
                {t('forceDesk.takeBackNow')}
              </Submit>
              {close ? (
                <Button kind="quiet" onClick={close}>
                  {t('common.cancel')}
                </Button>
              ) : null}
            </div>
          </MutationForm>
        </div>
      )}
    </Confirm>
  )
}
