import type { InputHTMLAttributes, ReactNode } from 'react'
import { FieldError, type FieldText } from './field.tsx'
import { fieldId, useFormState } from './form-state.ts'

type TickProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'type'>

/** One yes or no. With `value`, one of several under the same name. */
export function Checkbox({ name, label, hint, defaultChecked, ...input }: FieldText & TickProps) {
  const { formId, errorOf, typed } = useFormState()
  // Without JavaScript what was ticked comes back with the refusal; what was not ticked was not sent.
  const wasSent = Object.keys(typed).length > 0
  const wasTicked = typed[name]?.includes(String(input.value ?? 'on')) ?? false
  const id = fieldId(formId, input.value === undefined ? name : `${name}-${input.value}`)
  // Of several under one name the group says it, once.
  const error = input.value === undefined ? errorOf(name) : undefined
  return (
    <div className={error ? 'field bad' : 'field'}>
      <FieldError id={`${id}-error`} sentence={error} />
      <div className="ck">
        <input
          {...input}
          defaultChecked={wasSent ? wasTicked : defaultChecked}
          type="checkbox"
          id={id}
          name={name}
          aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
          aria-invalid={error ? true : undefined}
        />
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <p className="hint sm muted" id={`${id}-hint`}>
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  )
}

export interface RadioChoice {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
}

/** One of a few, all in sight. */
export function RadioGroup({
  name,
  label,
  hint,
  choices,
  defaultValue,
}: FieldText & { choices: readonly RadioChoice[]; defaultValue?: string }) {
  const { formId, errorOf, typed } = useFormState()
  const id = fieldId(formId, name)
  const error = errorOf(name)
  const chosen = typed[name]?.at(-1) ?? defaultValue
  return (
    <fieldset
      className={error ? 'field bad' : 'field'}
      aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
    >
      <legend>{label}</legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError id={`${id}-error`} sentence={error} />
      {choices.map((choice, place) => {
        const choiceId = place === 0 ? id : `${id}-${choice.value}`
        return (
          <div className="ck" key={choice.value}>
            <input
              type="radio"
              id={choiceId}
              name={name}
              value={choice.value}
              defaultChecked={choice.value === chosen}
              aria-describedby={choice.hint ? `${choiceId}-hint` : undefined}
            />
            <label htmlFor={choiceId}>{choice.label}</label>
            {choice.hint ? (
              <p className="hint sm muted" id={`${choiceId}-hint`}>
                {choice.hint}
              </p>
            ) : null}
          </div>
        )
      })}
    </fieldset>
  )
}
