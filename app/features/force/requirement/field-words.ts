import { type ElementField, elementFields } from '#app/features/force/terms.ts'
import type { Words } from '#app/i18n/words.ts'

export const isColumn = (name: string): name is ElementField => elementFields.some((field) => field === name)

/** Fields of an element in the reader's language, one after the other. */
export const fieldsWords = ({ t, format }: Pick<Words, 't' | 'format'>, fields: readonly string[]): string =>
  format.list(
    fields.map((field) => (isColumn(field) ? t(`forceDesk.column.${field}`) : t('forceDesk.requiredPersons'))),
  )

/** How far a sum is from its ceiling. */
export function differenceWords({ t }: Pick<Words, 't'>, difference: number): string {
  if (difference === 0) return t('forceDesk.asCeiling')
  return difference > 0 ? t('forceDesk.over', { count: difference }) : t('forceDesk.under', { count: -difference })
}
