import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { fieldId, useFormState } from './form-state.ts'

export interface SegmentLink {
  readonly to: string
  readonly label: ReactNode
  readonly isCurrent: boolean
}

/** A few views of the same thing; the pressed one is reversed. */
export const SegmentedLinks = ({ label, segments }: { label: string; segments: readonly SegmentLink[] }) => (
  <nav className="seg" aria-label={label}>
    {segments.map(({ to, label: words, isCurrent }) => (
      <Link key={to} to={to} aria-current={isCurrent ? 'true' : undefined} preventScrollReset>
        {words}
      </Link>
    ))}
  </nav>
)

export interface SegmentedChoiceProps {
  readonly name: string
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly label: ReactNode }[]
  readonly defaultValue: string
}

/** One of two or three short answers in a form. */
export function SegmentedChoice({ name, label, choices, defaultValue }: SegmentedChoiceProps) {
  const { formId, typed } = useFormState()
  const chosen = typed[name]?.at(-1) ?? defaultValue
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="seg">
        {choices.map(({ value, label: words }) => (
          <label key={value}>
            <input
              className="vh"
              type="radio"
              id={fieldId(formId, `${name}-${value}`)}
              name={name}
              value={value}
              defaultChecked={value === chosen}
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
