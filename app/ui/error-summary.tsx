import { useEffect, useRef, useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Refusal } from '#app/kernel/errors.ts'
import { fieldId } from './form-state.ts'

/**
 * What went wrong, on top of the form, with a link to each field. The focus goes to it, so that it is read and the links
 * are the next thing the keyboard reaches.
 */
export function ErrorSummary({ refusal, formId }: { refusal: Refusal; formId: string }) {
  const { t, refusal: sentenceOf } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map())
  const fields = refusal.fields ?? []

  useEffect(() => {
    setLabels(new Map((refusal.fields ?? []).map(({ path }) => [path, labelOf(fieldId(formId, path))])))
    box.current?.focus()
  }, [refusal, formId])

  return (
    <div className="summary" ref={box} tabIndex={-1} role="alert" aria-labelledby={`${formId}-summary`}>
      <h2 id={`${formId}-summary`}>
        {fields.length > 0 ? t('common.formErrorsCount', { count: fields.length }) : t('common.formErrors')}
      </h2>
      {fields.length > 0 ? (
        <ul>
          {fields.map((field) => (
            <li key={field.path}>
              <FieldLink id={fieldId(formId, field.path)}>
                {[labels.get(field.path), sentenceOf(field)].filter(Boolean).join(': ')}
              </FieldLink>
            </li>
          ))}
        </ul>
      ) : (
        <p>{sentenceOf(refusal)}</p>
      )}
    </div>
  )
}

/** The visible label, read from the page: the summary is made before the fields are. */
const labelOf = (id: string) =>
  document.getElementById(id)?.closest('.field')?.querySelector('legend, label')?.firstChild?.textContent ?? ''

const FieldLink = ({ id, children }: { id: string; children: string }) => (
  <a
    href={`#${id}`}
    onClick={(event) => {
      const field = document.getElementById(id)
      if (!field) return
      event.preventDefault()
      field.focus()
    }}
  >
    {children}
  </a>
)
