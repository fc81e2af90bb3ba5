import { useActionData } from '@remix-run/react'
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { ActionResult } from '#app/kernel/action-result.ts'
import type { Mutation, NameOf } from '#app/kernel/contract.ts'
import type { Refusal } from '#app/kernel/errors.ts'
import type { ButtonProps } from '#app/ui/button.tsx'
import type { FixedInput } from '#app/ui/fixed-fields.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Submit } from '#app/ui/submit.tsx'

/** Why the last act was refused, or in a sentence that it was done. */
type Told = Refusal | string | null
interface Place {
  readonly told: Told
  readonly tell: (told: Told) => void
}
const Context = createContext<Place>({ told: null, tell: () => {} })

/** One place on the desk that says what became of the last act: buttons in rows have no room for it. */
export function ToldPlace({ children }: { children: ReactNode }) {
  const [told, tell] = useState<Told>(null)
  const place = useMemo(() => ({ told, tell }), [told])
  return <Context.Provider value={place}>{children}</Context.Provider>
}

export const useTell = () => useContext(Context).tell

export function ToldNotice() {
  const { refusal: sentenceOf } = useWords()
  const { told } = useContext(Context)
  const answered = useActionData<ActionResult>()
  const shown = told ?? (answered && !answered.ok ? answered.refusal : null)
  if (!shown) return null
  const isDone = typeof shown === 'string'
  return (
    <div className="told">
      <Notice kind={isDone ? 'ok' : 'warn'} role={isDone ? 'status' : 'alert'}>
        {isDone ? shown : sentenceOf(shown)}
      </Notice>
    </div>
  )
}

export interface ActButtonProps<M extends Mutation> extends Omit<ButtonProps, 'type'> {
  readonly intent: NameOf<M>
  readonly fixed: FixedInput
  readonly formClass?: string
  /** What the desk says when it is done, where nothing else in sight shows it. */
  readonly done?: string
  readonly onDone?: () => void
  readonly onRefused?: () => void
}

/** An act of one press. What became of it is said at the desk's one place for that. */
export function ActButton<M extends Mutation>({
  intent,
  fixed,
  formClass,
  done,
  onDone,
  onRefused,
  onClick,
  ...button
}: ActButtonProps<M>) {
  const tell = useTell()
  // As it was said when pressed: once the act is done the button may offer the opposite one.
  const pressed = useRef(done)
  return (
    <MutationForm<M>
      intent={intent}
      fixed={fixed}
      className={formClass}
      onDone={() => {
        tell(pressed.current ?? null)
        onDone?.()
      }}
      onRefused={(refusal) => {
        tell(refusal)
        onRefused?.()
      }}
    >
      <Submit
        kind="outlined"
        size="normal"
        {...button}
        onClick={(event) => {
          pressed.current = done
          onClick?.(event)
        }}
      />
    </MutationForm>
  )
}
