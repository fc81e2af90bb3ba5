import { allowed, type Decision, notNow } from '#app/kernel/policy.ts'
import type { Names } from '#app/kernel/text.ts'

export const agendaSteps = ['PROVISIONAL', 'ADOPTED'] as const
export type AgendaStep = (typeof agendaSteps)[number]

/** What an adopted agenda does not let happen without a decision of the body. Order and times are the chair's. */
export const agendaChanges = ['add', 'rename', 'renumber', 'restructure', 'refer', 'withdraw'] as const
export type AgendaChange = (typeof agendaChanges)[number]

/**
 * A provisional agenda is the secretariat's to change. An adopted one changes by decision, and `basis` says which
 * (domain: after adoption, changes need the body's agreement).
 */
export function mayChange(agenda: { step: AgendaStep }, basis: string | null): Decision {
  if (agenda.step === 'PROVISIONAL' || basis) return allowed
  return notNow(
    'agenda/needs-decision',
    'The agenda is adopted. State the decision of the body on which this change rests.',
  )
}

/** A closed item is reopened by decision, whatever the agenda's own standing. */
export const mayReopenOn = (basis: string | null): Decision =>
  basis
    ? allowed
    : notNow('agenda/reopen-needs-decision', 'A closed item is reopened only by decision. State the decision.')

/** A title that is only given in a further language says nothing new, so it needs no decision. */
export const addsOnlyLanguages = (before: Names, after: Names): boolean =>
  Object.entries(before).every(([language, title]) => after[language] === title)
