import { type Acting, isHead } from '#app/kernel/actor.ts'
import { DomainError, missing } from '#app/kernel/errors.ts'
import { hidden } from '#app/kernel/policy.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { assertBodiesOf, hasHead, headThere, placeOf, roleOf } from './capacities.server.ts'
import { purposes } from './invitation.ts'
import {
  confirmInvitation,
  confirmLinks,
  declineInvitation,
  delegationNews,
  giveAccess,
  invite,
  neverSignedIn,
  pendingInvitations,
  renewInvitation,
  revokeInvitation,
} from './invitation-contract.ts'
import {
  createInvitation,
  firstStep,
  type InvitationRow,
  lockInvitation,
  renewLink,
} from './invitation-store.server.ts'
import { asItCounts, wordOf, wordsOf } from './own-word.server.ts'
import { mayConfirm, mayGiveAccess, mayInviteTo, mayRevoke, opensElsewhere } from './policy.ts'

export const invitationMutations: MutationHandler[] = [
  handle(invite, async (work, { email, name, title, role, bodyIds, locale, ...input }) => {
    const { tx, now, newId } = work
    const acting = actingIn(work.actor)
    const delegationId = input.delegationId ?? acting.delegationId
    if (acting.delegationId && delegationId !== acting.delegationId) work.allow(hidden)
    const place = await placeOf(tx, acting.conferenceId, delegationId, role)
    work.allow(mayInviteTo(acting, place))
    await assertBodiesOf(tx, acting.conferenceId, bodyIds ?? [])
    // Two may invite the same person at the same moment: the places of one delegation are kept one by one.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`places:${acting.conferenceId}:${delegationId ?? ''}`}, 0))`
    if (delegationId && isHead(place) && (await hasHead(tx, delegationId))) throw headThere()
    const where = { conferenceId: acting.conferenceId, delegationId, fromDelegationId: acting.delegationId }
    await assertNotYet(work, email, where)
    const link = await createInvitation(
      tx,
      {
        id: newId(),
        purpose: 'JOIN',
        step: await firstStep(tx, where),
        ...where,
        personId: null,
        accreditationId: null,
        email,
        name,
        title,
        role,
        bodyIds: bodiesFor(acting, bodyIds),
        locale,
        invitedBy: acting.accreditationId,
      },
      now,
    )
    invitationsChanged(work, delegationId)
    work.record({ invitationId: link.invitationId, delegationId, role, step: link.step })
    return link
  }),

  handle(renewInvitation, async (work, { invitationId }) => {
    const row = await theInvitation(work, invitationId)
    work.allow(mayRevoke(actingIn(work.actor), row))
    const purpose = purposes.find((each) => each === row.purpose) ?? 'JOIN'
    const step = row.step === 'AWAITING_HEAD' ? 'AWAITING_HEAD' : 'OPEN'
    invitationsChanged(work, row.delegationId)
    return renewLink(work.tx, { id: row.id, purpose, step }, work.now)
  }),

  handle(revokeInvitation, async (work, { invitationId }) => {
    const row = await theInvitation(work, invitationId)
    work.allow(mayRevoke(actingIn(work.actor), row))
    await settle(work, row, { step: 'REVOKED' })
    return {}
  }),

  handle(confirmInvitation, async (work, { invitationId }) => {
    await confirm(work, invitationId)
    return {}
  }),

  handle(confirmLinks, async (work, { invitationIds }) => {
    // In one order, so that two who confirm the same links at the same moment do not wait for each other.
    for (const invitationId of [...new Set(invitationIds)].sort()) await confirm(work, invitationId)
    return {}
  }),

  handle(declineInvitation, async (work, { invitationId }) => {
    const row = await theInvitation(work, invitationId)
    const acting = actingIn(work.actor)
    work.allow(mayConfirm(acting, row, await wordOf(work.tx, row.delegationId)))
    await settle(work, row, { step: 'DECLINED', confirmedBy: acting.accreditationId })
    return {}
  }),

  handle(giveAccess, async (work, { accreditationId }) => {
    const { tx, now, newId } = work
    const acting = actingIn(work.actor)
    await tx.$executeRaw`SELECT 1 FROM accreditation WHERE id = ${accreditationId} FOR UPDATE`
    const row = await tx.accreditation.findFirst({
      where: { id: accreditationId, conferenceId: acting.conferenceId },
      include: { person: true },
    })
    if (!row) throw missing()
    const { person, personId, delegationId, conferenceId } = row
    const others = await tx.accreditation.findMany({
      where: { personId, step: 'ACTIVE', NOT: { id: accreditationId } },
      select: { conferenceId: true, delegationId: true },
    })
    const words = await wordsOf(
      tx,
      [row, ...others].map((place) => place.delegationId),
    )
    work.allow(
      mayGiveAccess(acting, {
        ...(await placeOf(tx, conferenceId, delegationId, roleOf(row.role))),
        isActive: row.step === 'ACTIVE',
        hasPassword: person.passwordHash !== null,
        isElsewhere: person.isOrganiser || opensElsewhere(others, acting, words),
      }),
    )
    // A link given before is dead once another is made.
    await tx.invitation.updateMany({
      where: { accreditationId, purpose: 'ACCESS', step: { in: ['OPEN', 'AWAITING_HEAD'] } },
      data: { step: 'REVOKED', settledAt: now },
    })
    const { email, name, title, locale } = person
    const from = {
      conferenceId,
      delegationId,
      fromDelegationId: acting.delegationId,
      invitedBy: acting.accreditationId,
    }
    const link = {
      id: newId(),
      purpose: 'ACCESS',
      step: acting.delegationId === null && words.has(delegationId ?? '') ? 'AWAITING_HEAD' : 'OPEN',
      personId,
      accreditationId,
      role: row.role,
      bodyIds: [],
    } as const
    if (delegationId) work.changed(neverSignedIn, {}, { delegationId })
    return createInvitation(tx, { ...link, ...from, email, name, title, locale }, now)
  }),
]

/** Locked, so that confirming, revoking and accepting at the same moment happen one after the other. */
async function theInvitation(work: Work, invitationId: string): Promise<InvitationRow> {
  const row = await asItCounts(work.tx, await lockInvitation(work.tx, invitationId))
  if (!row || row.conferenceId !== actingIn(work.actor).conferenceId) throw missing()
  return row
}

async function confirm(work: Work, invitationId: string): Promise<void> {
  const row = await theInvitation(work, invitationId)
  const acting = actingIn(work.actor)
  work.allow(mayConfirm(acting, row, await wordOf(work.tx, row.delegationId)))
  await work.tx.invitation.update({
    where: { id: row.id },
    data: { step: 'OPEN', confirmedBy: acting.accreditationId },
  })
  invitationsChanged(work, row.delegationId)
}

async function settle(
  work: Work,
  row: InvitationRow,
  data: { step: 'REVOKED' | 'DECLINED'; confirmedBy?: string },
): Promise<void> {
  await work.tx.invitation.update({ where: { id: row.id }, data: { ...data, settledAt: work.now } })
  invitationsChanged(work, row.delegationId)
}

interface Where {
  readonly conferenceId: string
  readonly delegationId: string | null
  readonly fromDelegationId: string | null
}

async function assertNotYet({ tx, now }: Work, email: string, where: Where): Promise<void> {
  const { conferenceId, delegationId } = where
  const members = await tx.accreditation.count({
    where: { conferenceId, delegationId, step: 'ACTIVE', person: { email } },
  })
  if (members > 0) throw atEmail('identity/already-member', 'This person is a member already.')
  const before = await tx.invitation.findFirst({
    where: { ...where, email, purpose: 'JOIN', step: { in: ['OPEN', 'AWAITING_HEAD'] } },
  })
  if (!before) return
  if (before.expiresAt > now) {
    throw atEmail(
      'identity/already-invited',
      'This person is invited already. Make a new link there if the first one is lost.',
    )
  }
  await tx.invitation.update({ where: { id: before.id }, data: { step: 'REVOKED', settledAt: now } })
}

const atEmail = (code: string, sentence: string) =>
  new DomainError('conflict', code, sentence, { fields: [{ path: 'email', code, sentence }] })

/** The bodies named; a head can only pass on its own. Without any, those of the inviter. */
function bodiesFor(acting: Acting, asked: readonly string[] | undefined): readonly string[] {
  if (!asked || asked.length === 0) return acting.bodyIds
  return acting.side === 'secretariat' ? asked : asked.filter((id) => acting.bodyIds.includes(id))
}

/** What a delegation does about its own members is nobody else's business; what the secretariat does concerns both. */
export function invitationsChanged(work: Work, delegationId: string | null): void {
  const acting = work.actor.kind === 'person' ? work.actor.acting : null
  const only = acting?.delegationId ? { delegationId: acting.delegationId } : undefined
  work.changed(pendingInvitations, {}, only)
  if (!delegationId) return
  work.changed(delegationNews, {}, { delegationId })
  work.changed(neverSignedIn, {}, { delegationId })
}
