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

const delimiters = [',', ';', '\t'] as const

/** The rows of a table as spreadsheets save it: comma, semicolon or tab, quoted cells, any line ends, with or without BOM. */
export function csvRows(text: string, most: number): CsvRead {
  const { body, delimiter } = withDelimiter(text.replace(/^\ufeff/, ''))
  try {
    const records = parse(body, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: most,
    })
    const rows = records.map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }))
    return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { unclosedIn: Number(error.records ?? 0) + 1 }
  }
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
