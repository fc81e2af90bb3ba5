import { z } from 'zod'
import { mutation, query } from '#app/kernel/contract.ts'
import { id } from '#app/kernel/ids.ts'
import { checkbox, line, optionalLine, optionalProse, wholeNumber } from '#app/kernel/text.ts'
import { calendarDate } from '#app/kernel/time.ts'
import { figuresByPhase } from './fields.ts'
import { figuresKinds } from './figures.ts'
import { capabilities, elementFields as fieldsOfElement, priorities } from './terms.ts'

const phaseId = id<'forcePhase'>()
const elementId = id<'forceElement'>()
const optionalDate = z.preprocess((value) => value || null, calendarDate().nullable())

/** Begins the statement of requirements, or changes its title. How it states its figures is chosen before the first of them. */
export const setStatement = mutation('force.setStatement', {
  input: z.strictObject({ title: line(200), figures: z.enum(figuresKinds) }),
  output: z.object({}),
})

/** A phase with its ceiling, target date and milestones; a new one comes after the others. */
export const setPhase = mutation('force.setPhase', {
  input: z.strictObject({
    phaseId: phaseId.optional(),
    name: line(60),
    ceiling: wholeNumber(),
    targetDate: calendarDate(),
    ioc: optionalDate,
    foc: optionalDate,
  }),
  output: z.object({ phaseId: z.string() }),
})

/** Takes the last phase away, while no figure stands in it. */
export const removePhase = mutation('force.removePhase', {
  input: z.strictObject({ phaseId }),
  output: z.object({}),
})

const elementFields = {
  name: line(200),
  capability: z.enum(capabilities),
  sector: optionalLine(80),
  priority: z.enum(priorities),
  isCritical: checkbox(),
  isIndivisible: checkbox(),
  maxContributors: wholeNumber({ min: 1, max: 200 }),
  specification: optionalProse(2_000),
  note: optionalLine(300),
  required: figuresByPhase(),
}

/** What the editor saw, as the page sends it back: JSON of the fields. */
const seen = z
  .string()
  .max(20_000)
  .transform((text, { addIssue }) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      addIssue({ code: 'custom', params: { code: 'form/unreadable' }, message: 'Reload the page and try again.' })
      return z.NEVER
    }
  })
  .pipe(z.object({ serial: z.number(), ...elementFields }))

/**
 * A new element, or changes of one. `before` is what the editor saw: a field that the editor left alone keeps what a
 * colleague wrote meanwhile, and the answer names the fields that both changed (O17).
 */
export const setElement = mutation('force.setElement', {
  input: z.strictObject({
    elementId: elementId.optional(),
    serial: wholeNumber({ min: 1, max: 9_999 }),
    ...elementFields,
    before: seen.optional(),
  }),
  output: z.object({ elementId: z.string(), overwritten: z.array(z.string()) }),
})

/** Takes an element away: its offers go on to another one; without offers it just goes (FS-14). */
export const removeElement = mutation('force.removeElement', {
  input: z.strictObject({ elementId, toElementId: z.preprocess((value) => value || undefined, elementId.optional()) }),
  output: z.object({}),
})

/** Several elements become one: what is required of them and offered to them is added up (FS-14). */
export const mergeElements = mutation('force.mergeElements', {
  input: z.strictObject({ elementIds: z.array(elementId).min(2).max(50), name: line(200) }),
  output: z.object({ elementId: z.string() }),
})

/** One element becomes several: its figures are divided as said, each offer goes to the part that is named (FS-14). */
export const splitElement = mutation('force.splitElement', {
  input: z.strictObject({
    elementId,
    parts: z
      .array(z.strictObject({ name: line(200), sector: optionalLine(80), required: figuresByPhase() }))
      .min(2)
      .max(12),
    /** By offer id, the place of the part it goes to, from 0. */
    lines: z.record(z.string(), wholeNumber({ max: 11 })).default({}),
  }),
  output: z.object({ elementIds: z.array(z.string()) }),
})

/** Freezes the statement as the next version. Its elements must add up to the ceilings (F7). */
export const issueStatement = mutation('force.issueStatement', {
  input: z.strictObject({ note: optionalLine(300) }),
  output: z.object({ number: z.number() }),
})

const rowProblem = z.object({
  row: z.number(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
  sentence: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type RowProblem = z.output<typeof rowProblem>

const tableChange = z.object({
  isNew: z.boolean(),
  serial: z.number(),
  name: z.string(),
  /** Its name until now, where that is another. */
  was: z.string().nullable(),
  fields: z.array(z.enum(fieldsOfElement)),
  figures: z.array(z.object({ phase: z.string(), before: z.number(), after: z.number() })),
  /** Released offers to it. */
  offers: z.number(),
})
export type ChangedByTable = z.output<typeof tableChange>

const table = z.string().max(200_000)

/** What a table of elements, from a file or pasted, would become: what it says, or every bad row at once. */
export const requirementPreview = query('force.requirementPreview', {
  input: z.strictObject({ table }),
  output: z.object({
    /** How many elements it can be read as; how many of them are different from what stands, and how many are new. */
    rows: z.number(),
    changed: z.number(),
    added: z.number(),
    /** Persons by phase id, of the elements in the table. */
    totals: z.record(z.string(), z.number()),
    /** Those that it would change or add, by number (FS-35). */
    elements: z.array(tableChange),
    /** What all elements would add up to afterwards, phase by phase. */
    sums: z.array(
      z.object({
        phaseId: z.string(),
        stated: z.number(),
        standing: z.number(),
        ceiling: z.number(),
        difference: z.number(),
      }),
    ),
    problems: z.array(rowProblem),
  }),
  audience: 'person',
})

/** Takes that table: elements with a known serial are changed, others added. All or nothing; what is the same stays. */
export const takeRequirement = mutation('force.takeRequirement', {
  input: z.strictObject({ table }),
  output: z.object({ added: z.number(), changed: z.number() }),
})

/** Observers are told totals as they are now: of these phases, and by capability or by element where that is chosen. */
export const releaseTotals = mutation('force.releaseTotals', {
  input: z.strictObject({
    phaseIds: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(phaseId).min(1).max(12)),
    rows: z.enum(['NONE', 'CAPABILITIES', 'ELEMENTS']),
  }),
  output: z.object({}),
})

/** Observers are told nothing any more; what they have read, they have read. */
export const endTotals = mutation('force.endTotals', { input: z.strictObject({}), output: z.object({}) })
