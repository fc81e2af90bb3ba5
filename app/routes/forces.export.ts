import { balanceTable, headed, offersTable, type Rows } from '#app/features/force/exports/tables.ts'
import { csvText } from '#app/features/imports/csv-text.ts'
import { missing } from '#app/kernel/errors.ts'
import { load } from '#app/kernel/remix.server.ts'
import { download } from './download.server.ts'
import { forceExport } from './force-export.server.ts'

/** The offers that the reader may see, or the balance of them, as a table that says as of when it is (EC-80). */
export const loader = load(async (entry) => {
  const { what } = entry.params
  if (what !== 'offers' && what !== 'balance') throw missing()
  const of = await forceExport(entry)
  const rows: Rows = what === 'offers' ? offersTable(of) : balanceTable(of, of.balances)
  const { locale } = entry.context
  const table = headed(of.heading(of.words.t(`forces.exports.${what}`)), rows)
  return download(`${what}.csv`, csvText(table, locale === 'fr' ? ';' : ','))
})
