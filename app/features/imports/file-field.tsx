import { type InputHTMLAttributes, useEffect, useRef, useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Field } from '#app/ui/field.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import type { FilePart } from './contract.ts'

interface FileFieldProps {
  readonly part: FilePart
  readonly label: string
  readonly accept: string
  readonly isOptional?: boolean
}

/** A file to choose, one for each part of a conference. */
export const FileField = ({ part, label, accept, isOptional }: FileFieldProps) => (
  <Field name={`file.${part}`} label={label} isOptional={isOptional}>
    {({ defaultTyped: _, ...control }) => <FileInput {...control} accept={accept} />}
  </Field>
)

/**
 * The browser's own control says "Choose file" in the browser's language, whatever the page's. It lies unseen over ours
 * and does all the work; where no script runs it is seen.
 */
function FileInput(control: InputHTMLAttributes<HTMLInputElement>) {
  const { t } = useWords()
  const isAwake = useHydrated()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState('')
  const look = () => setChosen(input.current?.files?.[0]?.name ?? '')
  // It may have been chosen before the page came to life.
  useEffect(look, [])
  return (
    <div className={isAwake ? 'inp file' : undefined}>
      <input {...control} ref={input} type="file" className="inp" onChange={look} />
      {isAwake ? (
        <>
          <span className="btn sm2" aria-hidden>
            {t('imports.chooseFile')}
          </span>
          <bdi aria-hidden className={chosen ? undefined : 'muted'}>
            {chosen || t('imports.noFileChosen')}
          </bdi>
        </>
      ) : null}
    </div>
  )
}
