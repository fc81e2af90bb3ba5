import { useActionData, useFetcher } from '@remix-run/react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { ActionResult } from '#app/kernel/action-result.ts'
import type { Mutation, NameOf, OutputOf } from '#app/kernel/contract.ts'
import type { Refusal } from '#app/kernel/errors.ts'
import { ErrorSummary } from './error-summary.tsx'
import { type FixedInput, fixedFields } from './fixed-fields.ts'
import { FormContext } from './form-state.ts'
import { usePageFacts } from './page-facts.ts'
import { useSaid } from './said.tsx'

export interface MutationFormProps<M extends Mutation> {
  /** The mutation's name; the route's `formAction` must accept it. */
  readonly intent: NameOf<M>
  /** Input that is not typed by the person: ids, versions. Nested values become dotted names. */
  readonly fixed?: FixedInput
  /** Another route's address, when the page's own action is not the one. */
  readonly action?: string
  readonly className?: string
  readonly label?: string
  readonly encType?: 'multipart/form-data'
  /** After the act is done. A redirect of the action needs none. */
  readonly onDone?: (output: OutputOf<M>) => void
  /** Empties the fields after the act is done: for a form that is used again and again. */
  readonly isReset?: boolean
  /** Said under the form once the act is done, until something in it is changed: where nothing else shows that it was. */
  readonly said?: string
  /** Says a refusal itself (a button in a row): then no summary is shown. */
  readonly onRefused?: (refusal: Refusal) => void
  /**
   * Sent by the browser itself, and the answer is a new page: for an act after which one acts in another capacity. This
   * page is told so, and is closed, before an answer to its script would arrive.
   */
  readonly isDocument?: boolean
  readonly children: ReactNode
}

/**
 * A form that asks for one mutation: `<MutationForm<typeof openItem> intent="agenda.openItem" fixed={{ itemId }}>`. It
 * sends the capacity the page was made for and a key under which the act happens once, keeps what was typed when it is
 * refused, and works without JavaScript.
 */
export function MutationForm<M extends Mutation>(props: MutationFormProps<M>) {
  const { intent, fixed, action, className, label, encType, onDone, isReset, said, onRefused, isDocument, children } =
    props
  const words = useWords()
  const facts = usePageFacts()
  const formId = useId()
  const form = useRef<HTMLFormElement>(null)
  const onceField = useRef<HTMLInputElement>(null)
  const edits = useRef(0)
  const once = `${facts?.pageKey}${formId}`
  const fetcher = useFetcher<ActionResult<OutputOf<M>>>()
  const [isSent, setIsSent] = useState(false)
  const FormElement = isDocument ? 'form' : fetcher.Form
  const answered = useActionData<ActionResult>()
  const fixedEntries = fixedFields(fixed ?? {})

  const withoutScript = answered && isFor(answered, intent, fixedEntries) ? answered : undefined
  const result: ActionResult<unknown> | undefined = fetcher.data ?? withoutScript
  const refusal = result && !result.ok && fetcher.state === 'idle' ? result.refusal : undefined
  const typed = result && !result.ok ? (result.typed ?? {}) : {}

  const { saidNow, say } = useSaid()
  const latest = useRef({ onDone, onRefused, isReset, said })
  latest.current = { onDone, onRefused, isReset, said }
  const { data, state } = fetcher
  useEffect(() => {
    if (!data || state !== 'idle') return
    if (!data.ok) return latest.current.onRefused?.(data.refusal)
    if (latest.current.isReset) form.current?.reset()
    if (latest.current.said) say(latest.current.said)
    latest.current.onDone?.(data.output)
  }, [data, state, say])

  const errorOf = (name: string) => {
    const field = refusal?.fields?.find(({ path }) => path === name)
    return field ? words.refusal(field) : undefined
  }
  return (
    <FormContext.Provider value={{ formId, isPending: isSent || fetcher.state !== 'idle', errorOf, typed }}>
      <FormElement
        ref={form}
        method="post"
        action={action}
        encType={encType}
        className={className}
        aria-label={label}
        noValidate
        onSubmit={isDocument ? () => setIsSent(true) : undefined}
        onInput={() => {
          // Changed words are another act: a key that may have reached the server is not used for them again.
          edits.current += 1
          say(null)
          if (onceField.current) onceField.current.value = `${once}.${edits.current}`
        }}
      >
        {refusal && !onRefused ? <ErrorSummary refusal={refusal} formId={formId} /> : null}
        <input type="hidden" name="intent" value={intent} />
        {facts?.acting ? <input type="hidden" name="acting" value={facts.acting} /> : null}
        {facts ? <input key={once} ref={onceField} type="hidden" name="once" defaultValue={once} /> : null}
        {fixedEntries.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        {state === 'idle' ? saidNow : null}
      </FormElement>
    </FormContext.Provider>
  )
}

/**
 * Several forms of a page may ask for the same act: the one whose fixed input was sent is meant. Without an intent it was
 * refused before any act was looked at, as too large or too often, and only the form that was sent hears of it.
 */
const isFor = (answered: ActionResult, intent: string, fixed: readonly (readonly [string, string])[]) =>
  (answered.intent === intent || answered.intent === '') &&
  (answered.ok || fixed.every(([name, value]) => !answered.typed || answered.typed[name]?.includes(value)))
