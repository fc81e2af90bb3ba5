import { isOver, type OfferStatus, steps } from './pipeline.ts'

/** A status that was reached, and when: an instant in UTC, as `Date.toISOString` writes it. */
export interface Reached {
  readonly status: OfferStatus
  readonly at: string
}

/** A state that was asked, with what is known of it. */
export interface Contact {
  readonly isAtTable: boolean
  /** As the secretariat wrote them down; backwards too. */
  readonly steps: readonly Reached[]
  /** The history of each of its offers, of those that were released. */
  readonly offers: readonly (readonly Reached[])[]
}

/**
 * Where a state stands at that time, derived (FS-18): the furthest of its offers that are not over; without one, the
 * secretariat's last entry, or how its last offer ended if that came after it. Null before it was asked.
 */
export function standingOf(contact: Contact, asOf: string): OfferStatus | null {
  const offers = contact.offers.flatMap((history) => lastOf(history, asOf) ?? [])
  const furthest = steps.findLast((step) => offers.some(({ status }) => status === step))
  if (furthest) return furthest
  const entry = lastOf(contact.steps, asOf)
  const ended = lastOf(offers, asOf)
  return (ended && (!entry || entry.at <= ended.at) ? ended : entry)?.status ?? null
}

/** The latest at or before that time; of several at once, the one that was written last. */
const lastOf = (history: readonly Reached[], asOf: string): Reached | null =>
  history.reduce<Reached | null>((last, step) => (step.at <= asOf && (!last || step.at >= last.at) ? step : last), null)

export type ByStatus = Readonly<Record<OfferStatus, number>>

/** How many states stand where. */
export interface OutreachFigures {
  /** All that were asked by then. */
  readonly approached: number
  /** Interested or further, and not over. */
  readonly interested: number
  readonly declined: number
  readonly atTable: number
  readonly atTableByStatus: ByStatus
  readonly elsewhereByStatus: ByStatus
}

/** Figures of outreach at that time; whoever was not asked by then is not among them. */
export function outreachFigures(contacts: readonly Contact[], asOf: string): OutreachFigures {
  const asked = contacts.flatMap((contact) => {
    const standing = standingOf(contact, asOf)
    return standing ? [{ standing, isAtTable: contact.isAtTable }] : []
  })
  const standings = (wanted: readonly { readonly standing: OfferStatus }[]) => wanted.map(({ standing }) => standing)
  const present = asked.filter(({ isAtTable }) => isAtTable)
  return {
    approached: asked.length,
    interested: asked.filter(({ standing }) => standing !== 'APPROACHED' && !isOver(standing)).length,
    declined: asked.filter(({ standing }) => standing === 'DECLINED').length,
    atTable: present.length,
    atTableByStatus: count(standings(present)),
    elsewhereByStatus: count(standings(asked.filter(({ isAtTable }) => !isAtTable))),
  }
}

function count(standings: readonly OfferStatus[]): ByStatus {
  const counted: Record<OfferStatus, number> = {
    APPROACHED: 0,
    INTERESTED: 0,
    INDICATED: 0,
    PLEDGED: 0,
    COMMITTED: 0,
    DEPLOYED: 0,
    DECLINED: 0,
    WITHDRAWN: 0,
    ENDED: 0,
  }
  for (const standing of standings) counted[standing] += 1
  return counted
}
