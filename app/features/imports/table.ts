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
  const titleOf = (field: string) =>
    headings[placeOf(field)] ?? columnsOf[name].find((column) => column.field === field)?.en ?? field

  const missing = neededIn[name].filter((field) => !columns.includes(field))
  const twice = columns.filter((field, place) => field && columns.indexOf(field) !== place)
  const unknown = headings.filter((heading, place) => heading && !columns[place])
  return {
    has: (field) => columns.includes(field),
    rows: rows.map(({ row, cells }) => {
      const cell = (field: string) => cells[placeOf(field)] ?? ''
      return { cell, at: (field) => ({ file, row, column: titleOf(field), value: cell(field) }) }
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
