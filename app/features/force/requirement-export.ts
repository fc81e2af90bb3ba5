import type { Element, Phase } from './contract.ts'
import { figureOf } from './figures.ts'
import type { WordsOfTable } from './requirement-headings.ts'
import { type ElementField, elementFields } from './terms.ts'

interface Requirement {
  readonly phases: readonly Pick<Phase, 'phaseId' | 'name'>[]
  readonly elements: readonly Omit<Element, 'elementId'>[]
}

type WordsOfExport = WordsOfTable & { readonly forceDesk: { readonly yes: string } }
type Cell = string | number | null

/** The requirement as a table for a spreadsheet, in words that are read again when it comes back. */
export function requirementRows({ phases, elements }: Requirement, words: WordsOfExport): Cell[][] {
  const { column, yes } = words.forceDesk
  const cellOf = (element: Omit<Element, 'elementId'>, name: ElementField): Cell => {
    const value = element[name]
    if (name === 'capability') return words.forces.capability[element.capability]
    if (name === 'priority') return words.forces.priority[element.priority]
    return typeof value === 'boolean' ? (value ? yes : null) : value
  }
  return [
    [...elementFields.map((name) => column[name]), ...phases.map(({ name }) => name)],
    ...elements.map((element) => [
      ...elementFields.map((name) => cellOf(element, name)),
      ...phases.map(({ phaseId }) => figureOf(element.required, phaseId)),
    ]),
  ]
}
