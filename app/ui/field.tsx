import type { InputHTMLAttributes, ReactNode } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { fieldId, useFormState } from './form-state.ts'

export interface FieldText {
  /** The dotted name the mutation's input has: `name.en`, `items.0.title`. */
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly isOptional?: boolean
  /** For a label that only a screen reader needs, where the place says it. */
  readonly isLabelHidden?: boolean
}

/** What the control itself gets, so that label, hint and error belong to it. */
export interface ControlProps {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly defaultTyped: string | undefined
}

export interface FieldProps extends FieldText {
  readonly children: (control: ControlProps) => ReactNode
}

/** Label, hint, error and control, in that order; the error is by the field and in the summary. */
export function Field({ name, label, hint, isOptional, isLabelHidden, children }: FieldProps) {
  const { t } = useWords()
  const { formId, errorOf, typed } = useFormState()
  const id = fieldId(formId, name)
  const error = errorOf(name)
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field bad' : 'field'}>
      <label htmlFor={id} className={isLabelHidden ? 'vh' : undefined}>
        {label}
        {isOptional ? <span className="opt"> ({t('common.optional')})</span> : null}
      </label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError id={`${id}-error`} sentence={error} />
      {children({
        id,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        defaultTyped: typed[name]?.at(-1),
      })}
    </div>
  )
}

export function FieldError({ id, sentence }: { id: string; sentence: string | undefined }) {
  const { t } = useWords()
  if (!sentence) return null
  return (
    <p className="err" id={id}>
      <span className="vh">{t('common.errorPrefix')} </span>
      {sentence}
    </p>
  )
}

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'size'>

export interface TextFieldProps extends FieldText, InputProps {
  /** 32 high, for tables and the desk. */
  readonly isDense?: boolean
}

/** One line: text, password, e-mail, number, date, time. */
export function TextField({
  name,
  label,
  hint,
  isOptional,
  isLabelHidden,
  isDense,
  className,
  ...input
}: TextFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} isOptional={isOptional} isLabelHidden={isLabelHidden}>
      {({ defaultTyped, ...control }) => (
        <input
          dir="auto"
          {...input}
          {...control}
          className={['inp', isDense && 'd', className].filter(Boolean).join(' ')}
          defaultValue={input.value === undefined ? (defaultTyped ?? input.defaultValue) : undefined}
        />
      )}
    </Field>
  )
}
