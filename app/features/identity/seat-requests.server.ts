import type { Role } from '#app/kernel/actor.ts'
import { actingIn, type Tx, type Work } from '#app/kernel/work.server.ts'
import { normalEmail } from './email.ts'
import { invitationsChanged } from './invitation-mutations.server.ts'
import { createInvitations } from './invitation-store.server.ts'

export interface SeatRequest {
  readonly email: string
  readonly name: string
  readonly title: string | null
  readonly locale: string
  readonly delegationId: string
  readonly role: Role
  readonly bodyIds: readonly string[]
  readonly badge: string | null
}

const open = { purpose: 'JOIN', fromDelegationId: null, step: { in: ['OPEN', 'AWAITING_HEAD'] } }

/**
 * Asks delegations for places in them, many at once: invitations of the secretariat that wait for the word of somebody
 * inside, and that the whole delegation sees (SEC-030). Their links are made anew on the page People once they are
 * needed. Whoever calls has looked at `awaitedOf` while `holdSeats` held the conference.
 */
export async function requestSeats(work: Work, seats: readonly SeatRequest[]): Promise<void> {
  if (seats.length === 0) return
  const { tx, now, newId } = work
  const { conferenceId, accreditationId: invitedBy } = actingIn(work.actor)
  const rows = seats.map((seat) => ({ ...seat, email: normalEmail(seat.email) }))
  // Invitations that ran out unanswered give way to the new ones.
  await tx.invitation.updateMany({
    where: { ...open, conferenceId, email: { in: rows.map(({ email }) => email) }, expiresAt: { lte: now } },
    data: { step: 'REVOKED', settledAt: now },
  })
  await createInvitations(
    tx,
    rows.map((seat) => ({
      ...seat,
      id: newId(),
      purpose: 'JOIN',
      step: 'AWAITING_HEAD',
      conferenceId,
      fromDelegationId: null,
      personId: null,
      accreditationId: null,
      invitedBy,
    })),
    now,
  )
  for (const delegationId of new Set(rows.map((seat) => seat.delegationId))) invitationsChanged(work, delegationId)
}

/** The places the secretariat keeps for people who have not come yet, with the numbers kept for them. */
export const awaitedOf = (tx: Tx, conferenceId: string, now: Date) =>
  tx.invitation.findMany({
    where: { ...open, conferenceId, expiresAt: { gt: now } },
    select: { email: true, delegationId: true, badge: true },
    orderBy: [{ invitedAt: 'asc' }, { id: 'asc' }],
  })
