import type { ParsedInputOf } from '#app/kernel/contract.ts'
import { DomainError, missing } from '#app/kernel/errors.ts'
import type { Work } from '#app/kernel/work.server.ts'
import type { Element, setElement } from './contract.ts'
import type { Figures } from './figures.ts'
import { mergeFields, mergeFigures } from './merge-fields.ts'
import { elementById, phasesOf, toElement } from './requirement-store.server.ts'
import { elementFields } from './terms.ts'

type ElementInput = ParsedInputOf<typeof setElement>
type Fields = Omit<Element, 'elementId'>

/** Stores an element as it shall be; where a colleague changed other fields meanwhile, theirs stay (O17). */
export async function storeElement(work: Work, conferenceId: string, input: ElementInput) {
  const { tx } = work
  const { elementId, before, ...wanted } = input
  const phases = await phasesOf(tx, conferenceId)
  assertPhases(wanted.required, phases)
  if (!elementId) return { elementId: await createElement(work, conferenceId, wanted), overwritten: [] }
  const { elementId: _, ...now } = toElement(await elementById(tx, conferenceId, elementId))
  const seen = before ?? now
  const { merged, overwritten } = mergeFields(elementFields, { before: seen, now, wanted })
  const figures = mergeFigures(
    phases.map(({ id }) => id),
    { before: seen.required, now: now.required, wanted: wanted.required },
  )
  const { required: __, ...fields } = merged
  await assertSerialFree(work, conferenceId, fields.serial, elementId)
  await tx.forceElement.update({ where: { id: elementId }, data: { ...fields, version: { increment: 1 } } })
  await storeRequired(work, conferenceId, elementId, figures.merged)
  return { elementId, overwritten: [...overwritten, ...(figures.overwritten.length > 0 ? ['required'] : [])] }
}

/** A new element with its figures; answers its id. */
export async function createElement(
  work: Work,
  conferenceId: string,
  fields: Fields,
  id: string = work.newId(),
): Promise<string> {
  const { required, ...rest } = fields
  await assertSerialFree(work, conferenceId, rest.serial, null)
  await work.tx.forceElement.create({ data: { id, conferenceId, ...rest } })
  await storeRequired(work, conferenceId, id, required)
  return id
}

interface ManyElements {
  /** With numbers that are free. */
  readonly added: readonly Fields[]
  readonly changed: readonly Element[]
}

/** A table of elements at once: as many statements for a thousand elements as for one. */
export async function storeElements(work: Work, conferenceId: string, { added, changed }: ManyElements): Promise<void> {
  const { tx, newId } = work
  const all = [...added.map((fields) => ({ elementId: newId(), ...fields })), ...changed]
  const rows = JSON.stringify(all)
  await tx.$executeRaw`
    INSERT INTO force_element AS e (id, conference_id, serial, name, capability, sector, priority,
      is_critical, is_indivisible, max_contributors, specification, note)
    SELECT r."elementId", ${conferenceId}, r.serial, r.name, r.capability, r.sector, r.priority,
      r."isCritical", r."isIndivisible", r."maxContributors", r.specification, r.note
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(
      "elementId" text, serial int, name text, capability text, sector text, priority text, "isCritical" boolean,
      "isIndivisible" boolean, "maxContributors" int, specification text, note text
    )
    ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, capability = EXCLUDED.capability, sector = EXCLUDED.sector,
      priority = EXCLUDED.priority, is_critical = EXCLUDED.is_critical, is_indivisible = EXCLUDED.is_indivisible,
      max_contributors = EXCLUDED.max_contributors, specification = EXCLUDED.specification, note = EXCLUDED.note,
      version = e.version + 1
    WHERE e.conference_id = ${conferenceId}`
  await tx.forceRequired.deleteMany({ where: { elementId: { in: changed.map(({ elementId }) => elementId) } } })
  await tx.$executeRaw`
    INSERT INTO force_required (element_id, phase_id, conference_id, required)
    SELECT r."elementId", figure.key, ${conferenceId}, figure.value::int
    FROM jsonb_to_recordset(${rows}::jsonb) AS r("elementId" text, required jsonb),
      jsonb_each_text(r.required) AS figure`
}

export async function storeRequired({ tx }: Work, conferenceId: string, elementId: string, required: Figures) {
  await tx.forceRequired.deleteMany({ where: { elementId } })
  const data = Object.entries(required).map(([phaseId, figure]) => ({
    elementId,
    phaseId,
    conferenceId,
    required: figure,
  }))
  await tx.forceRequired.createMany({ data })
}

/** Throws `missing` for a phase of another conference, or none. */
export function assertPhases(figures: Figures, phases: readonly { readonly id: string }[]): void {
  const known = new Set(phases.map(({ id }) => id))
  if (Object.keys(figures).some((phaseId) => !known.has(phaseId))) throw missing()
}

async function assertSerialFree({ tx }: Work, conferenceId: string, serial: number, but: string | null) {
  const other = await tx.forceElement.findFirst({
    where: { conferenceId, serial, removedAt: null, ...(but ? { id: { not: but } } : {}) },
    select: { name: true },
  })
  if (other)
    throw new DomainError(
      'conflict',
      'force/serial-taken',
      `Number ${serial} is ${other.name}. Choose another number.`,
      { params: { serial, name: other.name } },
    )
}
