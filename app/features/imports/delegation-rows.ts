import { fileDelegation } from './conference-file.ts'
import { noParts, type Reading, readRow } from './parts.ts'
import { fromCells, type Table, type TableRow } from './table.ts'
import { credentialsIn, kindIn, languageIn, severalIn } from './words-in-cells.ts'

const texts = [
  'code',
  'names.en',
  'names.fr',
  'names.ar',
  'formalNames.en',
  'formalNames.fr',
  'formalNames.ar',
  'sortKeys.en',
  'sortKeys.fr',
  'article',
]

/** The table of delegations. A capital without a time zone keeps the venue's. */
export function readDelegationRows(table: Table, venueZone: string): Reading {
  const read = table.rows.map((row) => readRow(fileDelegation, rawDelegation(row, venueZone), row.at))
  return {
    parts: { ...noParts, delegations: read.flatMap(({ entry }) => entry ?? []) },
    problems: [...table.problems, ...read.flatMap(({ problems }) => problems)],
    warnings: table.warnings,
    unread: new Set(table.rows.filter((_, index) => !read[index]?.entry).map(({ cell }) => cell('code').toLowerCase())),
    rows: table.rows.length,
  }
}

function rawDelegation(row: TableRow, venueZone: string) {
  const { cell } = row
  return {
    ...fromCells(row, texts),
    ...(cell('kind') ? { kind: kindIn(cell('kind')) } : {}),
    ...(cell('language') ? { language: languageIn(cell('language')) } : {}),
    ...(cell('credentials') ? { credentials: { step: credentialsIn(cell('credentials')) } } : {}),
    timeZone: cell('timeZone') || venueZone,
    categories: severalIn(cell('categories')),
  }
}
