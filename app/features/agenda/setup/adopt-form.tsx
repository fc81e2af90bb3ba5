import type { adoptAgenda } from '#app/features/agenda/contract.ts'
import { Answer } from '#app/features/agenda/desk/answer.tsx'
import { useMayRun } from '#app/features/agenda/desk/use-may-run.tsx'
import { sessionOf } from '#app/features/agenda/desk-model.ts'
import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'

/** The plenary's first act. Afterwards the agenda changes by decision only, which is said before. */
export function AdoptForm({ desk }: { desk: DeskAnswer }) {
  const { t } = useWords()
  const mayRun = useMayRun(desk.bodies)
  const plenary = desk.bodies.find(({ kind }) => kind === 'PLENARY')
  if (desk.agenda.step === 'ADOPTED' || !plenary || desk.items.length === 0) return null
  const isInSession = sessionOf(desk.meetings, plenary.bodyId)?.step === 'OPEN'
  return (
    <div className="row wrap adopt">
      <span className="grow muted">{t('agenda.provisionalNote')}</span>
      <Confirm ask={t('agenda.adopt')} title={t('desk.adoptTitle')} decision={mayRun(plenary.bodyId)}>
        {(close) => (
          <MutationForm<typeof adoptAgenda> intent="agenda.adopt" className="form" onDone={close}>
            <p>{t('agenda.adoptConfirm')}</p>
            <TextField
              name="symbol"
              label={t('agenda.symbol')}
              isOptional
              dir="ltr"
              maxLength={60}
              defaultValue={desk.agenda.symbol ?? ''}
            />
            {isInSession ? null : (
              <TextField name="basis" label={t('agenda.basis')} hint={t('desk.adoptWithout')} maxLength={300} />
            )}
            <Answer act={t('desk.adoptNow')} close={close} />
          </MutationForm>
        )}
      </Confirm>
    </div>
  )
}
