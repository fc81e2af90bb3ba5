import { CsvError, parse } from 'csv-parse/sync'

export interface CsvRow {
  /** As the spreadsheet numbers it: the header is row 1, empty rows count. */
  readonly row: number
  readonly cells: readonly string[]
}

export type CsvRead =
  | { readonly rows: readonly CsvRow[] }
  /** A quotation mark is opened in this row and never closed. */
  | { readonly unclosedIn: number }
  /** This row is longer than any row of a table is. */
  | { readonly tooLongIn: number }
  | { readonly tooManyRows: true }
  /** Up to this line there are more cells than any table has. */
  | { readonly tooMuchIn: number }

/** Signs in one row, all its cells together. */
export const longestRow = 10_000
const mostCells = 500_000

const delimiters = [',', ';', '\t'] as const

/**
 * The rows of a table as spreadsheets save it: comma, semicolon or tab, quoted cells, any line ends, with or without
 * BOM. What no table of people or items has is refused before it is taken apart: rows without end, and too many of them.
 */
export function csvRows(text: string, most: number): CsvRead {
  const { body, delimiter } = withDelimiter(withoutEmptyEnd(text.replace(/^\ufeff/, '')))
  const tooBig = outline(body, delimiter)
  if (tooBig) return tooBig
  try {
    const records = parse(body, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: longestRow,
      to: most + 1,
    })
    if (records.length > most) return { tooManyRows: true }
    const rows = records.map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }))
    return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = Number(error.records ?? 0) + 1
    return error.code === 'CSV_MAX_RECORD_SIZE' ? { tooLongIn: row } : { unclosedIn: row }
  }
}

/** Spreadsheets save thousands of empty rows after the last one that anybody filled. */
function withoutEmptyEnd(text: string): string {
  let last = text.length - 1
  while (last >= 0 && ' ,;\t\r\n'.includes(text[last] ?? '')) last--
  const end = text.slice(last + 1, last + 1 + longestRow).search(/[\r\n]/)
  return end < 0 ? text : text.slice(0, last + 1 + end + 1)
}

/** The first line that is too long, quotes or not, or with which there are too many cells. */
function outline(text: string, delimiter: string): { tooLongIn: number } | { tooMuchIn: number } | null {
  let line = 1
  let cells = 0
  for (let from = 0, at = 0; at <= text.length; at++) {
    if (at - from > longestRow) return { tooLongIn: line }
    if (text[at] === delimiter) cells += 1
    if (cells > mostCells) return { tooMuchIn: line }
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) {
      line += 1
      from = at + 1
    }
  }
  return null
}

/** What separates the cells: the sign that is most frequent in the header, outside quotes. Excel may say it in a line of its own. */
function withDelimiter(text: string): { body: string; delimiter: string } {
  const said = /^"?sep=([,;\t])"?(?:\r\n|\n|\r)/i.exec(text)
  if (said?.[1]) return { body: text.slice(said[0].length), delimiter: said[1] }
  const header = headerOf(text.slice(0, 20_000))
  const counted = delimiters.map((delimiter) => ({ delimiter, count: header.split(delimiter).length }))
  const [best = counted[0]] = counted.sort((a, b) => b.count - a.count)
  return { body: text, delimiter: best?.delimiter ?? ',' }
}

/** The header with its quoted cells taken out. */
const headerOf = (text: string) => /^(?:[^"\r\n]|"(?:[^"]|"")*")*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
