import { csvRows } from '#app/features/imports/api.server.ts'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { locales } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { actingIn, answer, handle, type MutationHandler, type QueryHandler, type Tx } from '#app/kernel/work.server.ts'
import { requirementPreview, takeRequirement } from './contract.ts'
import { createElement, storeRequired } from './element-store.server.ts'
import { sum } from './figures.ts'
import { mayGenerateForce } from './policy.ts'
import { tableWords } from './requirement-headings.ts'
import { asGenerator } from './requirement-mutations.server.ts'
import { elementsOf, phasesOf, statementChanged, toElement, toPhase } from './requirement-store.server.ts'
import { mostElements, type RequirementRead, readRequirement, unreadable } from './requirement-table.ts'

export const requirementTableQueries: QueryHandler[] = [
  answer(requirementPreview, async ({ tx, actor, allow }, { table }) => {
    const acting = actingIn(actor)
    allow(mayGenerateForce(acting))
    const { elements, problems } = await readFor(tx, acting.conferenceId, table)
    const added = elements.filter(({ elementId }) => elementId === null).length
    return {
      elements: elements.length,
      added,
      changed: elements.length - added,
      totals: { ...sum(elements.map(({ fields }) => fields.required)) },
      problems: [...problems],
    }
  }),
]

export const requirementTableMutations: MutationHandler[] = [
  handle(takeRequirement, async (work, { table }) => {
    const { tx } = work
    // The statement is held: what the table changes is what stands, whoever writes at the same time.
    const { conferenceId } = await asGenerator(work)
    const { elements, problems } = await readFor(tx, conferenceId, table)
    if (problems.length > 0) throw hasProblems(problems.length)
    for (const { elementId, fields } of elements) {
      if (!elementId) {
        await createElement(work, conferenceId, fields)
        continue
      }
      const { required, ...rest } = fields
      await tx.forceElement.update({ where: { id: elementId }, data: { ...rest, version: { increment: 1 } } })
      await storeRequired(work, conferenceId, elementId, required)
    }
    const added = elements.filter(({ elementId }) => elementId === null).length
    const changed = elements.length - added
    work.record({ added, changed })
    await statementChanged(work)
    return { added, changed }
  }),
]

async function readFor(tx: Tx, conferenceId: string, table: string): Promise<RequirementRead> {
  // The headings are a row, too.
  const read = csvRows(table, mostElements + 1)
  if ('unclosedIn' in read) return { elements: [], problems: [unreadable.unclosed(read.unclosedIn)] }
  if ('tooLongIn' in read) return { elements: [], problems: [unreadable.tooLong(read.tooLongIn)] }
  if (!('rows' in read)) return { elements: [], problems: [unreadable.tooMany()] }
  const phases = (await phasesOf(tx, conferenceId)).map(toPhase)
  const elements = (await elementsOf(tx, conferenceId)).map(toElement)
  return readRequirement(read.rows, { phases, elements }, tableWords(locales.map(catalogueOf)))
}

const hasProblems = (count: number) =>
  new DomainError('conflict', 'force/table-problems', 'Nothing was taken: some rows need to be corrected first.', {
    params: { count },
  })
