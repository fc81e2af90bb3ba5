import type { OutreachBook } from './contract.ts'
import { type OutreachFigures, outreachFigures, standingOf } from './outreach.ts'
import type { BasisKind, OfferStatus } from './pipeline.ts'

type ContactInBook = OutreachBook['contacts'][number]

/** Where one state stands at a time, and what that rests on. */
export interface ContactStanding {
  readonly contact: ContactInBook
  readonly standing: OfferStatus
  readonly since: string
  /** What was written down; null where its offers say where it stands. */
  readonly basis: { readonly kind: BasisKind; readonly reference: string | null } | null
}

/** The book as of a time: figures, and every state that was asked by then (FS-18). What was struck is not in it (FS-33). */
export function bookAsOf(
  { contacts, offers }: OutreachBook,
  asOf: string,
): {
  readonly figures: OutreachFigures
  readonly standings: readonly ContactStanding[]
  /** Every entry about them is struck: they are found here to be written down anew. */
  readonly withoutEntry: readonly ContactInBook[]
} {
  const written = contacts.map((contact) => ({ ...contact, steps: contact.steps.filter(({ struck }) => !struck) }))
  const isAny = ({ steps }: ContactInBook) => steps.length > 0
  const asked = written.filter(isAny).map((contact) => ({
    contact,
    isAtTable: contact.delegationId !== null,
    steps: contact.steps,
    offers: offers.filter(({ delegationId }) => delegationId === contact.delegationId).map(({ steps }) => steps),
  }))
  const standings = asked.flatMap((each) => {
    const standing = standingOf(each, asOf)
    return standing ? [{ contact: each.contact, standing, ...sinceWhen(each, standing, asOf) }] : []
  })
  return { figures: outreachFigures(asked, asOf), standings, withoutEntry: written.filter((each) => !isAny(each)) }
}

/** The last time it came to stand there, by an entry or by an offer. */
function sinceWhen(
  { contact, offers }: { contact: ContactInBook; offers: readonly OutreachBook['offers'][number]['steps'][] },
  standing: OfferStatus,
  asOf: string,
): Pick<ContactStanding, 'since' | 'basis'> {
  const isMeant = (step: { readonly status: OfferStatus; readonly at: string }) =>
    step.status === standing && step.at <= asOf
  const entry = contact.steps.findLast(isMeant)
  const reached = offers.flatMap((steps) => steps.findLast(isMeant) ?? []).sort((a, b) => (a.at < b.at ? 1 : -1))[0]
  if (entry && (!reached || reached.at < entry.at))
    return { since: entry.at, basis: { kind: entry.basisKind, reference: entry.basisReference } }
  return { since: reached?.at ?? asOf, basis: null }
}
