import { useActionData } from '@remix-run/react'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { ActionResult } from '#app/kernel/action-result.ts'
import type { Mutation, NameOf } from '#app/kernel/contract.ts'
import type { Refusal } from '#app/kernel/errors.ts'
import type { ButtonProps } from '#app/ui/button.tsx'
import type { FixedInput } from '#app/ui/fixed-fields.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Submit } from '#app/ui/submit.tsx'

interface Place {
  readonly refusal: Refusal | null
  readonly tell: (refusal: Refusal | null) => void
}
const Context = createContext<Place>({ refusal: null, tell: () => {} })

/** One place on the desk that says why the last act was refused: buttons in rows have no room for it. */
export function RefusalPlace({ children }: { children: ReactNode }) {
  const [refusal, tell] = useState<Refusal | null>(null)
  const place = useMemo(() => ({ refusal, tell }), [refusal])
  return <Context.Provider value={place}>{children}</Context.Provider>
}

export const useTellRefusal = () => useContext(Context).tell

export function RefusalNotice() {
  const { refusal: sentenceOf } = useWords()
  const { refusal } = useContext(Context)
  const answered = useActionData<ActionResult>()
  const shown = refusal ?? (answered && !answered.ok ? answered.refusal : null)
  if (!shown) return null
  return (
    <div className="desk-refusal">
      <Notice kind="warn" role="alert">
        {sentenceOf(shown)}
      </Notice>
    </div>
  )
}

export interface ActButtonProps<M extends Mutation> extends Omit<ButtonProps, 'type'> {
  readonly intent: NameOf<M>
  readonly fixed: FixedInput
  readonly formClass?: string
  readonly onDone?: () => void
  readonly onRefused?: () => void
}

/** An act of one press. A refusal is said at the desk's one place for it. */
export function ActButton<M extends Mutation>({
  intent,
  fixed,
  formClass,
  onDone,
  onRefused,
  ...button
}: ActButtonProps<M>) {
  const tell = useTellRefusal()
  return (
    <MutationForm<M>
      intent={intent}
      fixed={fixed}
      className={formClass}
      onDone={() => {
        tell(null)
        onDone?.()
      }}
      onRefused={(refusal) => {
        tell(refusal)
        onRefused?.()
      }}
    >
      <Submit kind="outlined" size="normal" {...button} />
    </MutationForm>
  )
}
