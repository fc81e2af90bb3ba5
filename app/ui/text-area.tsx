import type { TextareaHTMLAttributes } from 'react'
import { Field, type FieldText } from './field.tsx'

type AreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id'>

/** Several lines. */
export const TextArea = ({
  name,
  label,
  hint,
  isOptional,
  isLabelHidden,
  className,
  ...area
}: FieldText & AreaProps) => (
  <Field name={name} label={label} hint={hint} isOptional={isOptional} isLabelHidden={isLabelHidden}>
    {({ defaultTyped, ...control }) => (
      <textarea
        dir="auto"
        {...area}
        {...control}
        className={['inp', className].filter(Boolean).join(' ')}
        defaultValue={area.value === undefined ? (defaultTyped ?? area.defaultValue) : undefined}
      />
    )}
  </Field>
)
