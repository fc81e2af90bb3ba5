import { Form, useSearchParams, useSubmit } from '@remix-run/react'
import { useActing } from '#app/features/agenda/use-acting.tsx'
import type { endTotals, offerReaders, Phase, releaseTotals } from '#app/features/force/contract.ts'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { isCounted } from '#app/features/force/pipeline.ts'
import { mayGenerateForce } from '#app/features/force/policy.ts'
import { rowsTold, totalsToRelease } from '#app/features/force/released-totals.ts'
import { Section } from '#app/features/force/requirement/section.tsx'
import { isStrength } from '#app/features/force/terms.ts'
import { type ForceInSight, useForce } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import type { Decision } from '#app/kernel/policy.ts'
import { useLive } from '#app/live/use-live.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/ui/checkbox.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { KeptFocus } from '#app/ui/kept-focus.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { useSaid } from '#app/ui/said.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import { ToldAnew } from './told-anew.tsx'
import { TotalsTable } from './totals-table.tsx'

const rowKinds = ['NONE', 'CAPABILITIES', 'ELEMENTS'] as const

interface ObserversPageProps {
  readonly loaded: Parameters<typeof useForce>[0]
  readonly readers: OutputOf<typeof offerReaders>
}

/** What observers are told, and what they would be told next. */
export function ObserversPage({ loaded, readers: first }: ObserversPageProps) {
  const { t } = useWords()
  const force = useForce(loaded)
  const readers = useLive<typeof offerReaders>('force.readers', {}, first)
  // Only what its state released to all counts for observers (FS-22).
  const forAll = readers.offers.filter(({ audience }) => audience === 'ALL')
  const countedIds = forAll.map(({ offerId }) => offerId)
  const acting = useActing()
  const decision = acting ? mayGenerateForce(acting) : undefined
  const { totals } = force.board
  return (
    <ForcePage title={t('forceDesk.observers')} sub={t('forceDesk.observersSub')}>
      <div className="body stack-24">
        <Section title={t('forceDesk.toldNow')}>
          {totals ? (
            <div className="stack-12">
              <p className="muted">
                {t('forceDesk.toldSince')} <Timestamp at={totals.releasedAt} show="full" />
              </p>
              <TotalsTable caption={t(`forceDesk.figures.${totals.content.figures}`)} content={totals.content} />
              <MutationForm<typeof endTotals> intent="force.endTotals" said={t('forceDesk.ended')}>
                <Submit kind="danger" size="normal" decision={decision}>
                  {t('forceDesk.endTotals')}
                </Submit>
              </MutationForm>
            </div>
          ) : (
            <EmptyState>{t('forceDesk.toldNothing')}</EmptyState>
          )}
        </Section>
        <Next force={force} countedIds={countedIds} decision={decision} />
      </div>
    </ForcePage>
  )
}

interface NextProps {
  readonly force: ForceInSight
  readonly countedIds: readonly string[]
  readonly decision: Decision | undefined
}

function Next({ force, countedIds, decision }: NextProps) {
  const { t } = useWords()
  const [search] = useSearchParams()
  const submit = useSubmit()
  const isHydrated = useHydrated()
  const { saidNow, say } = useSaid()
  const { phases, elements, statement } = force.board
  if (!statement || phases.length === 0) return <EmptyState>{t('forceDesk.noStatement')}</EmptyState>
  // At first what observers read now is chosen, where they read anything.
  const told = force.board.totals?.content
  const rows = rowKinds.find((kind) => kind === search.get('rows')) ?? (told ? rowsTold(told) : 'NONE')
  // An address says nothing twice: each phase has a name of its own in it.
  const isChosen = ({ phaseId, name }: Phase) =>
    search.has('rows') ? search.has(`in-${phaseId}`) : !told || told.phases.some((phase) => phase.name === name)
  const phaseIds = phases.filter(isChosen).map(({ phaseId }) => phaseId)
  const counted = force.board.offers.filter(({ offerId }) => countedIds.includes(offerId))
  const filling = counted.filter(({ kind, status }) => isStrength(kind) && isCounted(status))
  const content = totalsToRelease({ figures: statement.figures, phases, elements, offers: counted }, { phaseIds, rows })
  return (
    <Section title={t('forceDesk.tellNext')}>
      <div className="stack-16">
        <Form
          method="get"
          className="form"
          preventScrollReset
          onChange={(event) => submit(event.currentTarget, { preventScrollReset: true, replace: true })}
        >
          <fieldset className="field">
            <legend>{t('forceDesk.phases')}</legend>
            {phases.map(({ phaseId, name }) => (
              <Checkbox
                key={phaseId}
                name={`in-${phaseId}`}
                label={<bdi>{name}</bdi>}
                defaultChecked={phaseIds.includes(phaseId)}
              />
            ))}
          </fieldset>
          <RadioGroup
            name="rows"
            label={t('forceDesk.rowsToTell')}
            defaultValue={rows}
            choices={rowKinds.map((value) => ({ value, label: t(`forceDesk.rowsOf.${value}`) }))}
          />
          {isHydrated ? null : <Button type="submit">{t('forceDesk.lookAtIt')}</Button>}
        </Form>
        {phaseIds.length > 0 ? <TotalsTable caption={t('forceDesk.wouldLeave')} content={content} /> : null}
        <p className="sm muted">{t('forceDesk.countedForAll', { count: filling.length })}</p>
        <KeptFocus label={t('forceDesk.tellNext')}>
          <Confirm
            ask={t('forceDesk.tell')}
            title={t('forceDesk.tellTitle')}
            kind="primary"
            size="large"
            decision={decision}
            unavailable={phaseIds.length === 0 ? t('forceDesk.choosePhase') : undefined}
          >
            {(close) => (
              <MutationForm<typeof releaseTotals>
                intent="force.releaseTotals"
                fixed={{ phaseIds, rows }}
                className="form"
                onDone={() => {
                  close?.()
                  say(t('forceDesk.released'))
                }}
              >
                <ToldAnew before={told} after={content} />
                <div className="btns">
                  <Submit size="normal">{t('forceDesk.tellNow')}</Submit>
                  {close ? (
                    <Button kind="quiet" onClick={close}>
                      {t('common.cancel')}
                    </Button>
                  ) : null}
                </div>
              </MutationForm>
            )}
          </Confirm>
          {saidNow}
        </KeptFocus>
      </div>
    </Section>
  )
}
