import { canonicalJson } from '#app/kernel/canonical-json.ts'
import { type Figures, figureOf } from './figures.ts'

export interface Merged<Fields, Field> {
  readonly merged: Fields
  /** Changed by somebody else meanwhile, and left as they wrote it. */
  readonly kept: readonly Field[]
  /** Changed by somebody else meanwhile, and replaced by what is wanted now. */
  readonly overwritten: readonly Field[]
}

/**
 * What two people wrote in one record at once, field by field (O17): `before` is what the editor saw, `now` what is
 * stored, `wanted` what the editor sends. A field that the editor left alone keeps what is stored.
 */
export function mergeFields<Fields extends object, Field extends keyof Fields>(
  fields: readonly Field[],
  { before, now, wanted }: { before: Fields; now: Fields; wanted: Fields },
): Merged<Fields, Field> {
  const isLeftAlone = (field: Field) => isSame(wanted[field], before[field])
  const elsewhere = fields.filter((field) => !isSame(now[field], before[field]) && !isSame(now[field], wanted[field]))
  const merged = { ...now }
  for (const field of fields) if (!isLeftAlone(field)) merged[field] = wanted[field]
  return {
    merged,
    kept: elsewhere.filter(isLeftAlone),
    overwritten: elsewhere.filter((field) => !isLeftAlone(field)),
  }
}

/** The same for figures, phase by phase: two people may write in two phases of one element. */
export function mergeFigures(
  phaseIds: readonly string[],
  { before, now, wanted }: { before: Figures; now: Figures; wanted: Figures },
): Merged<Figures, string> {
  const whole = (figures: Figures): Record<string, number> =>
    Object.fromEntries(phaseIds.map((phaseId) => [phaseId, figureOf(figures, phaseId)]))
  return mergeFields(phaseIds, { before: whole(before), now: whole(now), wanted: whole(wanted) })
}

/** In an object, since canonical JSON has no word for undefined by itself. */
const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson({ value: one }) === canonicalJson({ value: other })
