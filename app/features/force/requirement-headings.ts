import { plainWord } from '#app/kernel/folded.ts'
import { type Capability, capabilities, type ElementField, elementFields, type Priority, priorities } from './terms.ts'

/** The words of one language in which a table may be written. */
export interface WordsOfTable {
  readonly forceDesk: { readonly column: Readonly<Record<ElementField, string>> }
  readonly forces: {
    readonly capability: Readonly<Record<Capability, string>>
    readonly priority: Readonly<Record<Priority, string>>
  }
}

/** What headings and cells mean, in any of the languages; capitals, accents and signs do not matter. */
export interface TableWords {
  columnOf(heading: string): ElementField | undefined
  capabilityOf(cell: string): Capability | undefined
  priorityOf(cell: string): Priority | undefined
}

/** How planners head a column besides; without capitals, accents and spaces. */
const otherHeadings: Readonly<Record<ElementField, string>> = {
  serial: 'no number serial serialno n numero الرقم رقم',
  name: 'name title unit designation nom unite العنصر الوحدة',
  capability: 'type capacite القدرة',
  sector: 'area location secteur zone القطاع',
  priority: 'prio priorite الأولوية',
  isCritical: 'crit critique حرج',
  isIndivisible: 'undividable',
  maxContributors: 'maxcontributors maximumcontributors contributors contributeurs',
  specification: 'spec specifications details',
  note: 'notes remark remarks remarque ملاحظة',
}

export function tableWords(languages: readonly WordsOfTable[]): TableWords {
  const columns = meanings(elementFields, (column) => [
    column,
    ...languages.map(({ forceDesk }) => forceDesk.column[column]),
    ...otherHeadings[column].split(' '),
  ])
  const capability = meanings(capabilities, (each) => [each, ...languages.map(({ forces }) => forces.capability[each])])
  const priority = meanings(priorities, (each) => [each, ...languages.map(({ forces }) => forces.priority[each])])
  const lookUp =
    <Meant>(meant: ReadonlyMap<string, Meant>) =>
    (text: string) =>
      meant.get(plainWord(text))
  return { columnOf: lookUp(columns), capabilityOf: lookUp(capability), priorityOf: lookUp(priority) }
}

/** The first that a word means counts, where two languages share one. */
function meanings<Meant>(
  things: readonly Meant[],
  wordsOf: (thing: Meant) => readonly string[],
): ReadonlyMap<string, Meant> {
  const meant = new Map<string, Meant>()
  for (const thing of things)
    for (const word of wordsOf(thing).map(plainWord)) if (!meant.has(word)) meant.set(word, thing)
  return meant
}
