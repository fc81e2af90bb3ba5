import { plainWord } from '#app/kernel/folded.ts'
import { columnFor, columnsOf, neededIn, type TableName } from './columns.ts'
import { type Locate, type Problem, problem } from './parts.ts'

export interface TableRow {
  readonly at: Locate
  /** What stands in the column of that field; empty where there is no such column. */
  cell(field: string): string
}

export interface Table {
  has(field: string): boolean
  readonly rows: readonly TableRow[]
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

interface Row {
  readonly row: number
  readonly cells: readonly string[]
}

/** The rows of a table under its own headings. The first row that is not empty has the headings. */
export function readTable(name: TableName, file: string, [header, ...rows]: readonly Row[]): Table {
  const headings = header?.cells ?? []
  const columns = headings.map((heading) => (heading ? columnFor(name, heading)?.field : undefined))
  const placeOf = (field: string) => columns.indexOf(field)
  const spot = (column: string) => () => ({ file, row: header?.row ?? 1, column, value: '' })
  const language = isInFrench(name, headings) ? 'fr' : 'en'
  const template = columnsOf[name].map((column) => ({ field: column.field, title: column[language] }))
  const titleOf = (field: string) =>
    headings[placeOf(field)] ?? template.find((column) => column.field === field)?.title ?? field
  const known = new Map<string, string>()
  /** The column in which a field is written: that of its group, or the first of the group it stands for. */
  const columnOf = (field: string): string => {
    const found = known.get(field) ?? columnNamed(field, columns) ?? columnNamed(field, fieldsOf(name)) ?? field
    known.set(field, found)
    return found
  }

  const missing = neededIn[name].filter((field) => !columns.includes(field))
  const twice = columns.filter((field, place) => field && columns.indexOf(field) !== place)
  const unknown = headings.filter((heading, place) => heading && !columns[place])
  return {
    has: (field) => columns.includes(field),
    rows: rows.map(({ row, cells }) => {
      const cell = (field: string) => cells[placeOf(field)] ?? ''
      const at = (field: string) => {
        const column = columnOf(field)
        return { file, row, column: titleOf(column), value: cell(column) }
      }
      return { cell, at }
    }),
    problems: [
      ...missing.map((field) => withoutColumn(spot(titleOf(field)), titleOf(field))),
      ...twice.flatMap((field) => (field ? twoColumns(spot(titleOf(field)), titleOf(field)) : [])),
    ],
    warnings: unknown.map((column) =>
      problem(spot(column), '', 'imports/column-unknown', `The column “${column}” is not known and is left out.`, {
        column,
      }),
    ),
  }
}

const fieldsOf = (name: TableName) => columnsOf[name].map(({ field }) => field)

/** `bodies.1` is written under `bodies`; what is said of `names` as a whole, under the first of `names.en`, `names.fr` …. */
const columnNamed = (field: string, columns: readonly (string | undefined)[]): string | undefined =>
  columns.find((column) => column === field) ??
  columns.find((column) => column && field.startsWith(`${column}.`)) ??
  columns.find((column) => column?.startsWith(`${field}.`))

/** A column that is missing is named as the template for this table's readers names it. */
function isInFrench(name: TableName, headings: readonly string[]): boolean {
  const words = new Set(headings.map(plainWord))
  const count = (language: 'en' | 'fr') =>
    columnsOf[name].filter((column) => column.en !== column.fr && words.has(plainWord(column[language]))).length
  return count('fr') > count('en')
}

const withoutColumn = (at: Locate, column: string) =>
  problem(at, '', 'imports/column-missing', `The table has no column “${column}”. Begin with the template.`, { column })

const twoColumns = (at: Locate, column: string) =>
  problem(at, '', 'imports/column-twice', `Two columns of the table say “${column}”. Remove one of them.`, { column })

/** The filled cells as the conference file would have them: `names.en` becomes `{ names: { en } }`. */
export function fromCells(row: TableRow, fields: readonly string[]): Record<string, unknown> {
  const filled = fields.flatMap((field) => (row.cell(field) === '' ? [] : [[field, row.cell(field)] as const]))
  const flat = filled.filter(([field]) => !field.includes('.'))
  const groups = new Set(filled.flatMap(([field]) => (field.includes('.') ? (field.split('.')[0] ?? []) : [])))
  const nested = [...groups].map((group) => [
    group,
    Object.fromEntries(
      filled.flatMap(([field, value]) =>
        field.startsWith(`${group}.`) ? [[field.slice(group.length + 1), value] as const] : [],
      ),
    ),
  ])
  return Object.fromEntries([...flat, ...nested])
}
