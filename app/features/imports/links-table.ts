import type { Words } from '#app/i18n/words.ts'
import type { GivenLinks } from './contract.ts'
import { csvText } from './csv-text.ts'

/** The one-time links as a table for mail merging or for the desk. Until when they are valid is said in venue time. */
export function linksTable({ links, timeZone }: GivenLinks, { t, format, locale }: Words, site: URL): string {
  const header = [
    t('common.name'),
    t('imports.email'),
    t('imports.delegation'),
    t('imports.role'),
    t('imports.link'),
    `${t('imports.validUntil')} (${timeZone})`,
    t('imports.opens'),
  ]
  const rows = links.map(({ name, email, delegation, role, path, expiresAt, step }) => [
    name,
    email,
    delegation ?? t('people.secretariat'),
    t(`roles.${role}`),
    new URL(path, site).href,
    `${format.date(expiresAt, timeZone)} ${format.time(expiresAt, timeZone)}`,
    t(step === 'OPEN' ? 'imports.opensAtOnce' : 'identity.linkWaits'),
  ])
  return csvText([header, ...rows], locale === 'fr' ? ';' : ',')
}
