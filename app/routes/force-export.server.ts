import { shellView } from '#app/features/conference/contract.ts'
import { asOf, balanceOf, offersInSight, releasedFacts } from '#app/features/force/board.ts'
import { caveatList } from '#app/features/force/contract.ts'
import type { Heading } from '#app/features/force/exports/tables.ts'
import { limitsInSight } from '#app/features/force/limits/limits-in-sight.ts'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { nameIn } from '#app/i18n/names.ts'
import { createWords } from '#app/i18n/words.ts'
import { actingOf } from '#app/kernel/actor.ts'
import type { Entry } from '#app/kernel/remix.server.ts'
import { loadForce } from './load-force.server.ts'

/** What an export of the force says, for who asks: the facts that they may see, put into words of their language. */
export async function forceExport({ caller, context: { locale } }: Pick<Entry, 'caller' | 'context'>) {
  const { board, own } = await loadForce(caller)
  const view = await caller.ask(shellView, {})
  const { caveats } = await caller.ask(caveatList, {})
  const words = createWords(locale, catalogueOf(locale))
  const { t, format } = words
  const facts = releasedFacts(board, offersInSight(board, own))
  const names = new Map(board.delegations.map(({ delegationId, names: of }) => [delegationId, nameIn(of, locale)]))
  const nameOf = (delegationId: string) => names.get(delegationId) ?? ''
  const delegation = view.acting?.delegation
  const reader = delegation ? nameIn(delegation.names, locale) : t('tabled.secretariat')
  const { timeZone = 'UTC', city } = view.conference ?? {}
  const zone = { timeZone, place: city ?? timeZone }
  const heading = (title: string): Heading => ({
    title,
    reader: t('forces.ofVisibleTo', { reader }),
    asOf: [
      `${t('forces.asOf')} ${format.dateTime(new Date().toISOString(), zone)}`,
      `${t('forces.lastChange')} ${format.dateTime(asOf(board.statement?.changedAt ?? new Date(0).toISOString(), facts.offers), zone)}`,
    ].join(' · '),
    marking: t('shell.footNote'),
  })
  return {
    board,
    facts,
    // What is exported is handed on: nothing that the own delegation keeps to itself.
    caveats: limitsInSight(caveats, (offerId) => facts.offers.find((offer) => offer.offerId === offerId)).shared,
    balances: balanceOf(facts),
    words,
    nameOf,
    heading,
    isSecretariat: actingOf(caller.actor)?.side === 'secretariat',
  }
}
