import { type ElementField, elementFields } from '#app/features/force/terms.ts'
import type { Words } from '#app/i18n/words.ts'

export const isColumn = (name: string): name is ElementField => elementFields.some((field) => field === name)

/** Fields of an element in the reader's language, one after the other. */
export const fieldsWords = ({ t, format }: Pick<Words, 't' | 'format'>, fields: readonly string[]): string =>
  format.list(
    fields.map((field) => (isColumn(field) ? t(`forceDesk.column.${field}`) : t('forceDesk.requiredPersons'))),
  )
