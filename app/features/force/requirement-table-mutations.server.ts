import { csvRows } from '#app/features/imports/api.server.ts'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { locales } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { actingIn, answer, handle, type MutationHandler, type QueryHandler, type Tx } from '#app/kernel/work.server.ts'
import { type RowProblem, requirementPreview, takeRequirement } from './contract.ts'
import { storeElements } from './element-store.server.ts'
import { sum } from './figures.ts'
import { mayGenerateForce } from './policy.ts'
import { tableWords } from './requirement-headings.ts'
import { asGenerator } from './requirement-mutations.server.ts'
import { elementsOf, phasesOf, statementChanged, toElement, toPhase } from './requirement-store.server.ts'
import {
  type ElementInTable,
  mostElements,
  type RequirementRead,
  readRequirement,
  type Standing,
  unreadable,
} from './requirement-table.ts'
import { type TableChange, tableChanges } from './table-changes.ts'

export const requirementTableQueries: QueryHandler[] = [
  answer(requirementPreview, async ({ tx, actor, allow }, { table }) => {
    const acting = actingIn(actor)
    allow(mayGenerateForce(acting))
    const { rows, problems, changes, sums } = await readFor(tx, acting.conferenceId, table)
    const offers = await releasedOffersTo(tx, known(changes))
    const added = changes.filter(({ elementId }) => elementId === null).length
    return {
      rows: rows.length,
      added,
      changed: changes.length - added,
      totals: { ...sum(rows.map(({ fields }) => fields.required)) },
      elements: changes.map(({ elementId, fields, figures, ...change }) => ({
        ...change,
        isNew: elementId === null,
        fields: [...fields],
        figures: [...figures],
        offers: offers.get(elementId ?? '') ?? 0,
      })),
      sums: [...sums],
      problems: [...problems],
    }
  }),
]

export const requirementTableMutations: MutationHandler[] = [
  handle(takeRequirement, async (work, { table }) => {
    // The statement is held: what the table changes is what stands, whoever writes at the same time.
    const { conferenceId } = await asGenerator(work)
    const { rows, problems, changes } = await readFor(work.tx, conferenceId, table)
    if (problems.length > 0) throw hasProblems(problems.length)
    const different = new Set(known(changes))
    await storeElements(work, conferenceId, {
      added: rows.flatMap(({ elementId, fields }) => (elementId ? [] : [fields])),
      changed: rows.flatMap(({ elementId, fields }) =>
        elementId && different.has(elementId) ? [{ elementId, ...fields }] : [],
      ),
    })
    const changed = different.size
    const added = changes.length - changed
    work.record({ added, changed })
    await statementChanged(work)
    return { added, changed }
  }),
]

const known = (changes: readonly TableChange[]): string[] => changes.flatMap(({ elementId }) => elementId ?? [])

/** By element id, how many offers to it were released. */
async function releasedOffersTo(tx: Tx, elementIds: string[]): Promise<ReadonlyMap<string, number>> {
  const counted = await tx.forceLine.groupBy({
    by: ['elementId'],
    where: { elementId: { in: elementIds }, offer: { audience: { not: 'NONE' } } },
    _count: true,
  })
  return new Map(counted.map(({ elementId, _count }) => [elementId, _count]))
}

interface TableRead extends ReturnType<typeof tableChanges> {
  readonly rows: readonly ElementInTable[]
  readonly problems: readonly RowProblem[]
}

async function readFor(tx: Tx, conferenceId: string, table: string): Promise<TableRead> {
  const statement = await tx.forceStatement.findUnique({ where: { conferenceId } })
  const phases = (await phasesOf(tx, conferenceId)).map(toPhase)
  const elements = (await elementsOf(tx, conferenceId)).map(toElement)
  const { elements: rows, problems } = rowsIn(table, { phases, elements })
  const kind = statement?.figures === 'INCREMENTAL' ? 'INCREMENTAL' : 'CUMULATIVE_AT_MILESTONE'
  return { rows, problems, ...tableChanges({ phases, elements }, rows, kind) }
}

function rowsIn(table: string, standing: Standing): RequirementRead {
  // The headings are a row, too.
  const read = csvRows(table, mostElements + 1)
  if ('unclosedIn' in read) return { elements: [], problems: [unreadable.unclosed(read.unclosedIn)] }
  if ('tooLongIn' in read) return { elements: [], problems: [unreadable.tooLong(read.tooLongIn)] }
  if (!('rows' in read)) return { elements: [], problems: [unreadable.tooMany()] }
  return readRequirement(read.rows, standing, tableWords(locales.map(catalogueOf)))
}

const hasProblems = (count: number) =>
  new DomainError('conflict', 'force/table-problems', 'Nothing was taken: some rows need to be corrected first.', {
    params: { count },
  })
