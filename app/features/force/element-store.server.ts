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
