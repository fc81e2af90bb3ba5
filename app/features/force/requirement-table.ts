import type { z } from 'zod'
import { yesOrNo } from '#app/features/imports/words-in-cells.ts'
import type { FieldError } from '#app/kernel/errors.ts'
import { fieldErrors } from '#app/kernel/field-errors.ts'
import { plainWord } from '#app/kernel/folded.ts'
import { line, optionalLine, optionalProse, wholeNumber } from '#app/kernel/text.ts'
import type { Element, Phase, RowProblem } from './contract.ts'
import { strength } from './fields.ts'
import type { TableWords } from './requirement-headings.ts'
import type { ElementField } from './terms.ts'

export interface Row {
  /** As the spreadsheet numbers it: the headings are in row 1. */
  readonly row: number
  readonly cells: readonly string[]
}

type Fields = Omit<Element, 'elementId'>

export interface ElementInTable {
  /** The element that has this serial already; null for a new one. */
  readonly elementId: string | null
  readonly fields: Fields
}

export interface RequirementRead {
  readonly elements: readonly ElementInTable[]
  /** Everything that has to be corrected, row by row. */
  readonly problems: readonly RowProblem[]
}

export interface Standing {
  readonly phases: readonly Pick<Phase, 'phaseId' | 'name'>[]
  readonly elements: readonly Element[]
}

/** More elements than this are no statement of requirements. */
export const mostElements = 1_000

/**
 * A table of elements under its own headings, as it would be taken: an element with a known serial is changed, any other
 * is new. A column that is not there leaves known elements as they are; so does an empty priority or number of
 * contributors.
 */
export function readRequirement(
  [header, ...rows]: readonly Row[],
  standing: Standing,
  words: TableWords,
): RequirementRead {
  if (!header) return { elements: [], problems: [at(1, '', '', noRows)] }
  const headings = header.cells
  const columns = headings.map((heading) => columnFor(heading, standing.phases, words))
  const problems = headingProblems(header.row, headings, columns)
  // Rows under wrong headings are all wrong: that is said once.
  if (problems.length > 0) return { elements: [], problems }
  if (rows.length === 0) return { elements: [], problems: [at(header.row, '', '', noRows)] }
  const known = new Map(standing.elements.map((element) => [element.serial, element]))
  const takenIn = new Map<number, number>()
  const elements: ElementInTable[] = []
  const width = headings.findLastIndex((heading) => heading !== '') + 1
  for (const { row, cells } of rows) {
    const beyond = cells.slice(width).filter((cell) => cell !== '')
    // Where a figure fell apart at its comma, every cell after it stands in a wrong column.
    if (beyond.length > 0 || cells.length > headings.length) {
      problems.push(at(row, '', beyond.join(' '), moreCells))
      continue
    }
    const cellOf = (column: string) => {
      const place = columns.indexOf(column)
      return place < 0 ? undefined : withoutApostrophe(cells[place] ?? '')
    }
    const found: RowProblem[] = []
    const refuse = (column: string, error: Omit<FieldError, 'path'>) =>
      found.push(at(row, headings[columns.indexOf(column)] ?? column, cellOf(column) ?? '', error))
    const serial = parsed(serialCell, cellOf('serial') ?? '', (error) => refuse('serial', error))
    if (serial !== undefined) {
      const first = takenIn.get(serial)
      if (first !== undefined) refuse('serial', serialTwice(first))
      takenIn.set(serial, first ?? row)
    }
    const before = serial === undefined ? undefined : known.get(serial)
    const fields = fieldsIn(cellOf, before, standing.phases, words, refuse)
    problems.push(...found)
    if (serial !== undefined && found.length === 0)
      elements.push({ elementId: before?.elementId ?? null, fields: { ...fields, serial } })
  }
  return { elements, problems: problems.slice(0, mostProblems) }
}

/** So many are worked through at a time. */
const mostProblems = 500

function columnFor(heading: string, phases: Standing['phases'], words: TableWords): string | undefined {
  if (plainWord(heading) === '') return undefined
  const phase = phases.find(({ name }) => plainWord(name) === plainWord(heading))
  return phase?.phaseId ?? words.columnOf(heading)
}

type Refuse = (column: string, error: Omit<FieldError, 'path'>) => void

/** What a new element is unless its row says otherwise. */
const asNew: Omit<Fields, 'serial'> = {
  name: '',
  capability: 'OTHER',
  sector: null,
  priority: 'ESSENTIAL',
  isCritical: false,
  isIndivisible: false,
  maxContributors: 1,
  specification: null,
  note: null,
  required: {},
}

function fieldsIn(
  cellOf: (column: string) => string | undefined,
  before: Element | undefined,
  phases: Standing['phases'],
  words: TableWords,
  refuse: Refuse,
): Omit<Fields, 'serial'> {
  const base = before ?? asNew
  const read = <Value>(column: ElementField, schema: z.ZodType<Value>, otherwise: Value): Value => {
    const cell = cellOf(column)
    if (cell === undefined) return otherwise
    return parsed(schema, cell, (error) => refuse(column, error)) ?? otherwise
  }
  const word = <Value>(
    column: ElementField,
    meant: (cell: string) => Value | undefined,
    otherwise: Value,
    error: Said,
  ) => {
    const cell = cellOf(column)
    if (cell === undefined || (cell === '' && column !== 'capability')) return otherwise
    const value = meant(cell)
    if (value === undefined) refuse(column, error)
    return value ?? otherwise
  }
  const fields = {
    name: read('name', line(200), base.name),
    capability: word('capability', words.capabilityOf, base.capability, noCapability),
    sector: read('sector', optionalLine(80), base.sector),
    priority: word('priority', words.priorityOf, base.priority, noPriority),
    isCritical: word('isCritical', yesOrNo, cellOf('isCritical') === '' ? false : base.isCritical, yesNo),
    isIndivisible: word('isIndivisible', yesOrNo, cellOf('isIndivisible') === '' ? false : base.isIndivisible, yesNo),
    maxContributors: cellOf('maxContributors')
      ? read('maxContributors', mostCell, base.maxContributors)
      : base.maxContributors,
    specification: read('specification', optionalProse(2_000), base.specification),
    note: read('note', optionalLine(300), base.note),
  }
  const required = { ...base.required }
  for (const { phaseId } of phases) {
    const cell = cellOf(phaseId)
    if (cell === undefined) continue
    required[phaseId] = parsed(strength(), cell, (error) => refuse(phaseId, error)) ?? 0
  }
  return { ...fields, required }
}

const serialCell = wholeNumber({ min: 1, max: 9_999 })
const mostCell = wholeNumber({ min: 1, max: 200 })

/** The value of a cell; undefined, and the reason said, when it cannot be read. */
function parsed<Value>(schema: z.ZodType<Value>, cell: string, refuse: (error: FieldError) => void): Value | undefined {
  const result = schema.safeParse(cell)
  if (result.success) return result.data
  const [error] = fieldErrors(result.error)
  if (error) refuse(error)
  return undefined
}

/** A cell that would have been a formula leaves with one. */
const withoutApostrophe = (cell: string) => cell.replace(/^'(?=[=+\-@\t＝＋－＠])/, '')

function headingProblems(
  row: number,
  headings: readonly string[],
  columns: readonly (string | undefined)[],
): RowProblem[] {
  const missing = (['serial', 'name', 'capability'] as const).filter((column) => !columns.includes(column))
  return [
    ...missing.map((column) => at(row, column, '', noColumn)),
    ...headings.flatMap((heading, place) => {
      const column = columns[place]
      if (column === undefined) return heading.trim() === '' ? [] : [at(row, heading, heading, unknownColumn)]
      return columns.indexOf(column) < place ? [at(row, heading, heading, columnTwice)] : []
    }),
  ]
}

/** Enough of a value to find it again. */
const longestShown = 120
const shown = (value: string) => (value.length > longestShown ? `${value.slice(0, longestShown - 1)}…` : value)

const at = (row: number, column: string, value: string, { code, sentence, params }: Said): RowProblem => ({
  row,
  column: shown(column),
  value: shown(value),
  code,
  sentence,
  ...(params ? { params: { ...params } } : {}),
})

type Said = Omit<FieldError, 'path'>
const says = (code: string, sentence: string, params?: FieldError['params']): Said => ({ code, sentence, params })
const noRows = says('force/table-empty', 'There are no elements in it.')
const noColumn = says('force/table-no-column', 'The table has no such column. Begin with the example.')
const unknownColumn = says('force/table-column', 'This is neither a column of the example nor a phase.')
const columnTwice = says('force/table-column-twice', 'Two columns say the same. Remove one of them.')
const moreCells = says(
  'force/table-cells',
  'There are more cells than headings. A number with a comma stands in quotation marks: "1,200".',
)
const noCapability = says('force/table-capability', 'Write a capability as the example does, or its code.')
const noPriority = says('force/table-priority', 'Write essential, important or desirable.')
const yesNo = says('force/table-yes-no', 'Write yes or no.')
const serialTwice = (first: number) =>
  says('force/table-serial-twice', `Row ${first} has this number already.`, { first })

/** What keeps a text from being a table at all: said of the row where it goes wrong. */
export const unreadable = {
  unclosed: (row: number) => at(row, '', '', says('force/table-unclosed', 'A quotation mark is not closed.')),
  tooLong: (row: number) => at(row, '', '', says('force/table-long', 'This row is longer than a row of elements is.')),
  tooMany: () =>
    at(
      1,
      '',
      '',
      says('force/table-many', `More than ${mostElements} rows are taken for a mistake.`, { most: mostElements }),
    ),
}
