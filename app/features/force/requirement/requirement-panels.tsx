import { useNavigate, useSearchParams } from '@remix-run/react'
import { ceilingProblem } from '#app/features/force/ceilings.ts'
import type { issueStatement } from '#app/features/force/contract.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { ElementForm } from './element-form.tsx'
import { Panel, useClose } from './panel.tsx'
import { PhaseForm } from './phase-form.tsx'
import { MergeForm, RemoveForm, SplitForm } from './reshape-forms.tsx'
import { StatementForm } from './statement-form.tsx'

const here = '/forces/requirement'

/** What the force generator is at: `?do=element&id=…` and the like. */
export function RequirementPanels({ force }: { force: ForceInSight }) {
  const { t } = useWords()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const close = useClose(here)
  const { phases, elements } = force.board
  const id = search.get('id') ?? ''
  const element = force.element(id)
  const done = () => close(t('forceDesk.saved'))
  const named = element ? `${element.serial}  ${element.name}` : ''
  switch (search.get('do')) {
    case 'statement':
      return (
        <Panel title={t('forceDesk.requirement')} back={here}>
          <StatementForm board={force.board} onDone={done} />
        </Panel>
      )
    case 'phase': {
      const phase = phases.find(({ phaseId }) => phaseId === id)
      return (
        <Panel key={id} title={phase ? <bdi>{phase.name}</bdi> : t('forceDesk.addPhase')} back={here}>
          <PhaseForm phase={phase} isLast={phase !== undefined && phase === phases.at(-1)} onDone={done} />
        </Panel>
      )
    }
    case 'element':
      return (
        <Panel key={id} title={named ? <bdi>{named}</bdi> : t('forceDesk.addElement')} back={here}>
          <ElementForm
            key={`${id} ${search.get('overwritten')}`}
            element={element}
            phases={phases}
            sectors={[...new Set(elements.flatMap(({ sector }) => sector ?? []))]}
            nextSerial={Math.max(0, ...elements.map(({ serial }) => serial)) + 1}
            onDone={(overwritten) =>
              overwritten.length > 0
                ? navigate(`?do=element&id=${id}&overwritten=${overwritten.join(',')}`, { preventScrollReset: true })
                : done()
            }
          />
        </Panel>
      )
    case 'split':
      return element ? (
        <Panel key="split" title={t('forceDesk.splitTitle', { element: named })} back={here}>
          <SplitForm force={force} element={element} onDone={done} />
        </Panel>
      ) : null
    case 'remove':
      return element ? (
        <Panel key="remove" title={t('forceDesk.removeTitle', { element: named })} back={here}>
          <RemoveForm force={force} element={element} onDone={done} />
        </Panel>
      ) : null
    case 'merge':
      return (
        <Panel title={t('forceDesk.mergeTitle')} back={here}>
          <MergeForm force={force} onDone={done} />
        </Panel>
      )
    case 'issue':
      return (
        <Panel title={t('forceDesk.issueTitle', { number: (force.board.statement?.issued ?? 0) + 1 })} back={here}>
          <IssueForm force={force} onDone={done} />
        </Panel>
      )
    default:
      return null
  }
}

function IssueForm({ force, onDone }: { force: ForceInSight; onDone: () => void }) {
  const { t, refusal } = useWords()
  const { phases, elements, statement } = force.board
  const problem = ceilingProblem(phases, elements, statement?.figures ?? '')
  return (
    <MutationForm<typeof issueStatement> intent="force.issueStatement" className="form" onDone={onDone}>
      <p>{t('forceDesk.issueHint')}</p>
      {problem ? (
        <Notice kind="warn">
          {refusal({
            code: 'force/off-the-ceiling',
            sentence: t('forceDesk.offCeiling', problem),
            params: problem,
          })}
        </Notice>
      ) : null}
      <TextField name="note" label={t('forceDesk.issueNote')} maxLength={300} isOptional />
      <Submit>{t('forceDesk.issueNow')}</Submit>
    </MutationForm>
  )
}
