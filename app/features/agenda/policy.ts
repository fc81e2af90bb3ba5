import type { Acting, Role } from '#app/kernel/actor.ts'
import { allowed, type Decision, denied, hidden } from '#app/kernel/policy.ts'

/** A body as its officers matter to a decision. */
export interface BodyOffices {
  readonly id: string
  readonly chairId: string | null
  readonly coChairId: string | null
}
type Who = Pick<Acting, 'accreditationId' | 'role' | 'bodyIds' | 'side' | 'delegationId'>

const everyDesk: readonly Role[] = ['ORGANISER', 'SECRETARY', 'FLOOR_MANAGER']
const chairs: readonly Role[] = ['CHAIR', 'CO_CHAIR']
const arrangers: readonly Role[] = ['ORGANISER', 'SECRETARY']

/**
 * Who opens, suspends, resumes, defers and closes in a body, reorders its items and changes its times (AG-20): its chair
 * and co-chair, and for every body the secretary, the floor manager and the organiser.
 */
export function mayRunDesk(acting: Who, body: BodyOffices): Decision {
  // Observers are not told either which bodies and items there are to run (SEC-004).
  if (acting.side === 'observer') return hidden
  if (everyDesk.includes(acting.role)) return allowed
  const presides = acting.accreditationId === body.chairId || acting.accreditationId === body.coChairId
  if (presides || (chairs.includes(acting.role) && acting.bodyIds.includes(body.id))) return allowed
  return denied(
    'agenda/not-at-this-desk',
    'The chair of this body and the secretariat’s desk do this. You can follow it here.',
  )
}

/** Who sets up bodies, rooms and officers. */
export const mayArrange = (acting: Who): Decision =>
  arrangers.includes(acting.role)
    ? allowed
    : denied('agenda/not-an-organiser', 'The organiser and the secretary of the conference set this up.')

/** The desk as a page: everybody in the secretariat follows it, whoever runs it. */
export const maySeeDesk = (acting: Pick<Acting, 'side'>): boolean => acting.side === 'secretariat'

const mayDeclareFor: readonly Role[] = ['HEAD', 'DEPUTY_HEAD', 'OBSERVER_HEAD']

/** A head or deputy declares the own delegation; the desk records what a delegation answers at the roll-call. */
export function mayDeclarePresence(acting: Who, delegationId: string, body: BodyOffices): Decision {
  if (acting.side === 'secretariat') return mayRunDesk(acting, body)
  if (acting.delegationId === delegationId && mayDeclareFor.includes(acting.role)) return allowed
  return denied('agenda/head-declares', 'The head of delegation or a deputy declares the delegation present.')
}

export const mayAnnounce = (acting: Who): Decision =>
  [...everyDesk, ...chairs, 'DOCUMENTS_OFFICER', 'PROTOCOL_OFFICER'].includes(acting.role)
    ? allowed
    : denied('agenda/not-announcing', 'The desk, the documents officer and the protocol officer make announcements.')

/** The delegation that asked for an item may take it back while the agenda is provisional (EC-32). */
export function mayWithdrawItem(
  acting: Who,
  { body, proposerId, isAdopted }: { body: BodyOffices; proposerId: string | null; isAdopted: boolean },
): Decision {
  const isProposer = proposerId !== null && acting.delegationId === proposerId && mayDeclareFor.includes(acting.role)
  if (!isProposer) return mayRunDesk(acting, body)
  if (!isAdopted) return allowed
  return denied(
    'agenda/withdrawal-needs-agreement',
    'The agenda is adopted: withdrawing the item needs the agreement of the body. Ask the chair to put it to the body.',
  )
}
