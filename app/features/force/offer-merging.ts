import { z } from 'zod'
import type { Figures } from './figures.ts'
import { mergeFields, mergeFigures } from './merge-fields.ts'

// What two people of one delegation wrote in one offer at once: each keeps what the other left alone (O17).

const termFields = [
  'title',
  'note',
  'financeMode',
  'noticeDays',
  'availableFrom',
  'selfSustainmentDays',
  'rotationMonths',
  'handoverDays',
  'attachedToId',
  'fundId',
  'instrument',
  'currency',
  'amount',
  'earmark',
  'measureUnit',
] as const
type TermField = (typeof termFields)[number]

type Days = 'noticeDays' | 'selfSustainmentDays' | 'rotationMonths' | 'handoverDays'
type Terms = { readonly title: string } & {
  readonly [Field in Exclude<TermField, 'title'>]: (Field extends Days ? number : string) | null
}
/** The terms as they are stored: money is a decimal there. */
type StoredTerms = Omit<Terms, 'amount'> & {
  readonly amount: { toFixed(places: number): string } | null
  readonly measures: unknown
}
type Phases = readonly { readonly id: string }[]

const figures = z.record(z.string(), z.number()).catch({})

/** Measures are null where the editor says nothing about them. */
export function mergedTerms(
  stored: StoredTerms,
  before: (Terms & { readonly measures: Figures | null }) | undefined,
  { measures: wantedMeasures, ...wanted }: Terms & { readonly measures: Figures | undefined },
  phases: Phases,
) {
  const now: Terms = only({ ...stored, amount: stored.amount?.toFixed(2) ?? null })
  const seen = before ? only(before) : now
  const terms = mergeFields(termFields, { before: seen, now, wanted })
  const measured = figures.parse(stored.measures ?? {})
  const measures =
    wantedMeasures &&
    mergeFigures(
      phases.map(({ id }) => id),
      { before: before ? (before.measures ?? {}) : measured, now: measured, wanted: wantedMeasures },
    )
  return {
    merged: { ...terms.merged, measures: measures?.merged ?? null },
    overwritten: [...terms.overwritten, ...(measures && measures.overwritten.length > 0 ? ['measures'] : [])],
  }
}

const only = (terms: Terms): Terms =>
  Object.fromEntries(termFields.map((field) => [field, terms[field]])) as unknown as Terms

const lineFields = ['unit', 'isLead', 'note'] as const

interface Line {
  readonly unit: string | null
  readonly isLead: boolean
  readonly note: string | null
  readonly offered: Figures
}
interface StoredLine extends Omit<Line, 'offered'> {
  readonly figures: readonly { readonly phaseId: string; readonly offered: number }[]
}

/** A line that a colleague took out meanwhile is there again, as it is wanted. */
export function mergedLine(stored: StoredLine | undefined, before: Line | undefined, wanted: Line, phases: Phases) {
  if (!stored || !before) return { merged: wanted, overwritten: [] }
  const { unit, isLead, note } = stored
  const now = Object.fromEntries(stored.figures.map(({ phaseId, offered }) => [phaseId, offered]))
  const said = mergeFields(lineFields, { before, now: { unit, isLead, note, offered: now }, wanted })
  const offered = mergeFigures(
    phases.map(({ id }) => id),
    { before: before.offered, now, wanted: wanted.offered },
  )
  return {
    merged: { ...said.merged, offered: offered.merged },
    overwritten: [...said.overwritten, ...(offered.overwritten.length > 0 ? ['offered'] : [])],
  }
}
