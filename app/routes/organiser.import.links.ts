import { redirect } from '@remix-run/node'
import { giveLinks } from '#app/features/imports/contract.ts'
import { csvText } from '#app/features/imports/csv-text.ts'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { createWords } from '#app/i18n/words.ts'
import { formAction, leadsTo, load } from '#app/kernel/remix.server.ts'
import { download } from './download.server.ts'

export const loader = load(() => redirect('/organiser/import/access'))

/** The links leave in this one answer, as a table for mail merging or for the desk, and are nowhere else to be read. */
export const action = formAction(
  leadsTo(giveLinks, ({ links }, { url, context: { locale } }) => {
    const { t } = createWords(locale, catalogueOf(locale))
    const header = [
      t('common.name'),
      t('imports.email'),
      t('imports.delegation'),
      t('imports.role'),
      t('imports.link'),
      t('imports.validUntil'),
    ]
    const rows = links.map(({ name, email, delegation, role, path, expiresAt }) => [
      name,
      email,
      delegation ?? t('people.secretariat'),
      t(`roles.${role}`),
      new URL(path, url).href,
      expiresAt,
    ])
    return download('first-passwords.csv', csvText([header, ...rows], locale === 'fr' ? ';' : ','))
  }),
)
