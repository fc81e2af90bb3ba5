import { outreachBook } from '#app/features/force/contract.ts'
import { bookAsOf } from '#app/features/force/outreach-list.ts'
import { csvText } from '#app/features/imports/csv-text.ts'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { createWords } from '#app/i18n/words.ts'
import { load } from '#app/kernel/remix.server.ts'
import { download } from './download.server.ts'

/** The secretariat's book as of a time, as a table. Times in it are of UTC. */
export const loader = load(async ({ caller, url, context: { locale } }) => {
  const book = await caller.ask(outreachBook, {})
  const wanted = Date.parse(url.searchParams.get('at') ?? '')
  const asOf = new Date(Number.isNaN(wanted) ? Date.now() : wanted).toISOString()
  const { t } = createWords(locale, catalogueOf(locale))
  const header = [
    t('forceDesk.state'),
    t('forceDesk.standing'),
    t('forceDesk.since'),
    t('forceDesk.basis'),
    t('forceDesk.reference'),
    t('forceDesk.atTable'),
  ]
  const rows = bookAsOf(book, asOf).standings.map(({ contact, standing, since, basis }) => [
    contact.name,
    t(`forces.status.${standing}`),
    since,
    basis ? t(`forces.basis.${basis.kind}`) : t('forceDesk.byOffers'),
    basis?.reference ?? null,
    contact.delegationId ? t('forceDesk.yes') : t('forceDesk.no'),
  ])
  return download('outreach.csv', csvText([header, ...rows], locale === 'fr' ? ';' : ','))
})
