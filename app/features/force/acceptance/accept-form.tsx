import { useState } from 'react'
import type { ElementToFill, LineToAccept } from '#app/features/force/acceptance-list.ts'
import type { acceptLine, Phase } from '#app/features/force/contract.ts'
import { type Figures, figureOf, isAny } from '#app/features/force/figures.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useFormState } from '#app/ui/form-state.ts'
import { KeptFocus } from '#app/ui/kept-focus.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useSaid } from '#app/ui/said.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { TakeBack } from './take-back.tsx'

interface AcceptFormProps {
  readonly filling: ElementToFill
  readonly line: LineToAccept
  readonly phases: readonly Phase[]
  readonly decision: Decision | undefined
}

/** Accepts what lacks, another part, or all of it by decision; or takes back what was accepted. */
export function AcceptForm({ filling, line, phases, decision }: AcceptFormProps) {
  const { t } = useWords()
  const { offer, line: own, suggested, isFitting } = line
  const { saidNow, say } = useSaid()
  // What was accepted when somebody began to type; until then the form follows what is.
  const [seen, setSeen] = useState<Figures>()
  const [round, setRound] = useState(0)
  const [isTakingBack, setIsTakingBack] = useState(false)
  const offered = phases.filter(({ phaseId }) => figureOf(own.offered, phaseId) > 0)
  if (offered.length === 0) return null
  const before = seen ?? own.accepted
  const isOvertaken = phases.some(({ phaseId }) => figureOf(before, phaseId) !== figureOf(own.accepted, phaseId))
  const beginAgain = () => {
    setSeen(undefined)
    setRound((last) => last + 1)
  }
  return (
    <KeptFocus label={offer.title} className="row wrap">
      <MutationForm<typeof acceptLine>
        intent="force.acceptLine"
        fixed={{ offerId: offer.offerId, elementId: own.elementId, accepted: onlyNaught(phases, offered) }}
        className="stack-8"
        label={offer.title}
        said={t('forceDesk.accepted')}
        onDone={beginAgain}
      >
        {isOvertaken ? <Overtaken beginAgain={beginAgain} /> : null}
        <Before phases={phases} figures={before} />
        <div className="row wrap">
          {offered.map(({ phaseId, name }) => (
            <Suggested
              key={`${round} ${phaseId}`}
              name={`accepted.${phaseId}`}
              label={t('forceDesk.acceptIn', { phase: name })}
              suggested={figureOf(suggested, phaseId)}
              isFirst={round === 0}
              onTyped={() => setSeen((first) => first ?? own.accepted)}
            />
          ))}
        </div>
        <details className="sm" open={!isFitting}>
          <summary>{t('forceDesk.byDecision')}</summary>
          <div className="stack-8">
            <Checkbox name="keepsSurplus" label={t('forceDesk.keepSurplus')} />
            <TextField
              name="decision"
              label={t('forceDesk.reasonFor')}
              hint={isFitting ? undefined : t('forceDesk.mismatchHint')}
              defaultValue={own.decision ?? ''}
              maxLength={300}
              isDense
            />
          </div>
        </details>
        <div className="btns">
          <Submit kind="outlined" size="normal" decision={decision}>
            {t('forceDesk.acceptIt')}
          </Submit>
        </div>
      </MutationForm>
      {isAny(own.accepted) || isTakingBack ? (
        <TakeBack
          filling={filling}
          line={line}
          phases={phases}
          decision={decision}
          onSent={() => setIsTakingBack(true)}
          onDone={() => {
            setIsTakingBack(false)
            beginAgain()
            say(t('forceDesk.takenBack'))
          }}
        />
      ) : null}
      {saidNow}
    </KeptFocus>
  )
}

/** Nobody in every phase but those. */
const onlyNaught = (phases: readonly Phase[], but: readonly Phase[]) =>
  Object.fromEntries(phases.filter((phase) => !but.includes(phase)).map(({ phaseId }) => [phaseId, 0]))

/** What was accepted when the form was shown, so that a colleague's acceptance is not overwritten unseen (FS-36). */
export const Before = ({ phases, figures }: { phases: readonly Phase[]; figures: Figures }) =>
  phases.map(({ phaseId }) => (
    <input key={phaseId} type="hidden" name={`before.${phaseId}`} value={figureOf(figures, phaseId)} />
  ))

/** A colleague accepted another figure while somebody typed here. */
function Overtaken({ beginAgain }: { beginAgain: () => void }) {
  const { t } = useWords()
  if (useFormState().isPending) return null
  return (
    <Notice kind="warn" role="status">
      {t('forceDesk.acceptedMeanwhile')}{' '}
      <Button size="small" onClick={beginAgain}>
        {t('forceDesk.beginAgain')}
      </Button>
    </Notice>
  )
}

interface SuggestedProps {
  readonly name: string
  readonly label: string
  readonly suggested: number
  /** What was refused stands here again, until somebody begins anew. */
  readonly isFirst: boolean
  readonly onTyped: () => void
}

/** Follows what is suggested, until somebody types another figure. */
function Suggested({ name, label, suggested, isFirst, onTyped }: SuggestedProps) {
  const before = useFormState().typed[name]?.at(-1)
  const [typed, setTyped] = useState(isFirst ? before : undefined)
  return (
    <TextField
      name={name}
      label={label}
      value={typed ?? String(suggested)}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onTyped()
      }}
      inputMode="numeric"
      isDense
    />
  )
}
