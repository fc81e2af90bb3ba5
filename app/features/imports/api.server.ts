/** What other features take from here: tables as spreadsheets save them. */
export { type CsvRead, type CsvRow, csvRows, longestRow } from './csv-rows.server.ts'
