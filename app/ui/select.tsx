import type { ReactNode, SelectHTMLAttributes } from 'react'
import { Field, type FieldText } from './field.tsx'
import { Icon } from './icon.tsx'
import { down } from './icons.ts'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly isUnavailable?: boolean
}

type PlainSelectProps = SelectHTMLAttributes<HTMLSelectElement>

export interface SelectProps extends FieldText, Omit<PlainSelectProps, 'name' | 'id'> {
  readonly choices: readonly Choice[]
  /** The first, empty choice: what happens when nothing is chosen. */
  readonly empty?: string
  readonly isDense?: boolean
}

/** One of a list, with the browser's own list. */
export function Select({
  name,
  label,
  hint,
  isOptional,
  isLabelHidden,
  choices,
  empty,
  isDense,
  ...select
}: SelectProps) {
  return (
    <Field name={name} label={label} hint={hint} isOptional={isOptional} isLabelHidden={isLabelHidden}>
      {({ defaultTyped, ...control }) => (
        <span className="pick">
          <select
            {...select}
            {...control}
            className={isDense ? 'inp d' : 'inp'}
            defaultValue={select.value === undefined ? (defaultTyped ?? select.defaultValue) : undefined}
          >
            {empty === undefined ? null : <option value="">{empty}</option>}
            {choices.map(({ value, label: text, isUnavailable }) => (
              <option key={value} value={value} disabled={isUnavailable}>
                {text}
              </option>
            ))}
          </select>
          <Icon of={down} />
        </span>
      )}
    </Field>
  )
}

/** A select outside a form of fields, named by `aria-label`: a filter, the desk's pickers. */
export const PlainSelect = ({ children, className, ...select }: PlainSelectProps & { children: ReactNode }) => (
  <span className="pick fit">
    <select {...select} className={['inp d', className].filter(Boolean).join(' ')}>
      {children}
    </select>
    <Icon of={down} />
  </span>
)
