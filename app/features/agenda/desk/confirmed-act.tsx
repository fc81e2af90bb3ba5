import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Mutation, NameOf } from '#app/kernel/contract.ts'
import { TextField } from '#app/ui/field.tsx'
import type { FixedInput } from '#app/ui/fixed-fields.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Answer } from './answer.tsx'

interface ConfirmedActProps<M extends Mutation> {
  readonly intent: NameOf<M>
  readonly fixed: FixedInput
  readonly act: string
  readonly isGrave?: boolean
  readonly close: (() => void) | undefined
  readonly children: ReactNode
}

/** The form in a confirmation: what follows, what is asked, the act and the way back. */
export function ConfirmedAct<M extends Mutation>({
  intent,
  fixed,
  act,
  isGrave,
  close,
  children,
}: ConfirmedActProps<M>) {
  return (
    <MutationForm<M> intent={intent} fixed={fixed} className="form" onDone={close}>
      {children}
      <Answer act={act} close={close} kind={isGrave ? 'danger' : 'primary'} />
    </MutationForm>
  )
}

/** The decision of the body on which a change rests: asked for when the agenda is adopted, and for every reopening. */
export function BasisField({ isAsked }: { isAsked: boolean }) {
  const { t } = useWords()
  if (!isAsked) return null
  return <TextField name="basis" label={t('agenda.basis')} hint={t('agenda.basisHint')} maxLength={300} />
}
