import { redirect } from '@remix-run/node'
import { giveLinks } from '#app/features/imports/contract.ts'
import { linksTable } from '#app/features/imports/links-table.ts'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { createWords } from '#app/i18n/words.ts'
import { formAction, leadsTo, load } from '#app/kernel/remix.server.ts'
import { download } from './download.server.ts'

export const loader = load(() => redirect('/organiser/import/access'))

/** The links leave in this one answer, and are nowhere else to be read. */
export const action = formAction(
  leadsTo(giveLinks, (given, { url, context: { locale } }) =>
    download('first-passwords.csv', linksTable(given, createWords(locale, catalogueOf(locale)), url)),
  ),
)
