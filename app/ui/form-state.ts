import { createContext, useContext } from 'react'
import type { TypedValues } from '#app/kernel/action-result.ts'

/** What the fields and buttons inside a form need to know about it. */
export interface FormState {
  readonly formId: string
  readonly isPending: boolean
  /** The sentence for a field, by its dotted name. */
  readonly errorOf: (name: string) => string | undefined
  /** What was typed before the page was made anew, without JavaScript. */
  readonly typed: TypedValues
}

export const outsideForm: FormState = { formId: '', isPending: false, errorOf: () => undefined, typed: {} }

export const FormContext = createContext<FormState>(outsideForm)

export const useFormState = () => useContext(FormContext)

/** The element's id for a field of that name, for labels and for the links of the error summary. */
export const fieldId = (formId: string, name: string) => `${formId || 'field'}-${name}`
