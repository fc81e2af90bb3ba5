/** What a spreadsheet takes for a formula, in half and in full width, also behind a control character (SEC-099). */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * A table for a spreadsheet: UTF-8 with BOM, RFC 4180, so that a double click opens it with its letters intact. No cell
 * can become a formula: such a cell begins with an apostrophe, which spreadsheets show as text.
 */
export const csvText = (rows: readonly (readonly (string | number | null)[])[], delimiter: ',' | ';' = ','): string =>
  `\ufeff${rows.map((cells) => cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)).join('\r\n')}\r\n`

function csvCell(value: string | number | null, delimiter: string): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = formula.test(value) ? `'${value}` : value
  return /["\r\n\t,;]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
}
