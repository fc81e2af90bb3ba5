import { allowed } from '#app/kernel/policy.ts'
import { actingIn, answer, personOf, type QueryHandler } from '#app/kernel/work.server.ts'
import { linksMadeAt, linksToConfirm, withoutSignIn } from './access-links.server.ts'
import { capacitiesOf, roleOf, storedNames } from './capacities.server.ts'
import { frontDoor, myCapacities, mySecurity } from './contract.ts'
import { purposes, stateOf } from './invitation.ts'
import { delegationNews, invitationShown, neverSignedIn, pendingInvitations } from './invitation-contract.ts'
import { type InvitationRow, invitationOf } from './invitation-store.server.ts'
import { asItCounts, asTheyCount, wordOf, wordsOf } from './own-word.server.ts'
import { mayConfirm } from './policy.ts'

export const identityQueries: QueryHandler[] = [
  answer(mySecurity, async ({ tx, actor, now, allow }) => {
    allow(allowed)
    const { personId } = personOf(actor)
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId } })
    const logins = await tx.login.findMany({
      where: { personId, idleUntil: { gt: now }, expiresAt: { gt: now } },
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    })
    return {
      email: person.email,
      passwordSetAt: person.passwordSetAt?.toISOString() ?? null,
      logins: logins.map(({ id, device, isShared, createdAt, lastSeenAt, expiresAt }) => ({
        loginId: id,
        device,
        isShared,
        startedAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        endsAt: expiresAt.toISOString(),
      })),
    }
  }),

  answer(myCapacities, async ({ tx, actor, allow }) => {
    allow(allowed)
    const { personId, isOrganiser } = personOf(actor)
    return { isOrganiser, capacities: await capacitiesOf(tx, personId) }
  }),

  answer(frontDoor, async ({ tx, allow }) => {
    allow(allowed)
    // With several conferences on one installation, which ones there are is nobody's business before signing in.
    const [only, other] = await tx.conference.findMany({ take: 2 })
    if (!only || other) return { conference: null }
    const { name, city } = storedNames(only.venue)
    const { symbolRoot, timeZone, startsOn, endsOn, isDemo } = only
    const place = { venueName: name ?? null, city: city ?? null, timeZone }
    return { conference: { names: storedNames(only.names), symbolRoot, ...place, startsOn, endsOn, isDemo } }
  }),

  answer(invitationShown, async ({ tx, now, allow }, { token }) => {
    allow(allowed)
    const row = await asItCounts(tx, await invitationOf(tx, token))
    const state = stateOf(row, now)
    if (!row || state === 'gone') return { state: 'gone' as const }
    const place = await placeNames(tx, row)
    if (state === 'awaiting-head') return { state, ...place }
    const person = row.personId ? { id: row.personId } : { email: row.email }
    const hasPassword = (await tx.person.count({ where: { ...person, passwordHash: { not: null } } })) > 0
    const purpose = purposes.find((each) => each === row.purpose) ?? 'JOIN'
    return {
      state,
      ...place,
      purpose,
      email: row.email,
      name: row.name,
      expiresAt: row.expiresAt.toISOString(),
      hasPassword,
    }
  }),

  answer(pendingInvitations, async ({ tx, actor, now, allow }) => {
    allow(allowed)
    const acting = actingIn(actor)
    const { conferenceId, delegationId } = acting
    // A delegation sees who is to join it; the secretariat sees what it sent itself, and no delegation's own (SEC-031).
    const ours = delegationId ? { delegationId } : { fromDelegationId: null }
    const sent = await tx.invitation.findMany({
      where: { conferenceId, ...ours, purpose: 'JOIN', step: { in: ['OPEN', 'AWAITING_HEAD'] } },
      orderBy: [{ invitedAt: 'desc' }, { id: 'asc' }],
    })
    const rows = await asTheyCount(tx, sent)
    const word = await wordOf(tx, delegationId)
    const names = await delegationNames(tx, rows)
    return {
      invitations: rows.map((row) => ({
        invitationId: row.id,
        email: row.email,
        name: row.name,
        title: row.title,
        role: roleOf(row.role),
        delegationId: row.delegationId,
        delegationNames: names.get(row.delegationId ?? '') ?? null,
        step: shownStep(row, now),
        isOurs: row.fromDelegationId === delegationId,
        isToConfirm: row.expiresAt > now && mayConfirm(acting, row, word).ok,
        invitedAt: row.invitedAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
      })),
    }
  }),

  answer(delegationNews, async ({ tx, actor, allow }) => {
    allow(allowed)
    const { conferenceId, delegationId } = actingIn(actor)
    if (!delegationId) return { news: [] }
    const came = { purpose: 'ACCESS', step: { in: ['ACCEPTED', 'DECLINED'] } }
    const rows = await tx.invitation.findMany({
      where: { conferenceId, delegationId, OR: [{ purpose: 'JOIN' }, came] },
      orderBy: { invitedAt: 'desc' },
      take: 50,
    })
    const news = rows.flatMap(newsOf).sort((a, b) => (a.at < b.at ? 1 : -1))
    return { news: news.slice(0, 30) }
  }),

  answer(neverSignedIn, async ({ tx, actor, now, allow }) => {
    allow(allowed)
    const { conferenceId, delegationId } = actingIn(actor)
    const rows = await withoutSignIn(tx, { conferenceId, ...(delegationId ? { delegationId } : {}) })
    const names = await delegationNames(tx, rows)
    const words = await wordsOf(
      tx,
      rows.map((row) => row.delegationId),
    )
    const toConfirm = delegationId ? await linksToConfirm(tx, delegationId, now) : null
    const madeAt = delegationId ? null : await linksMadeAt(tx, conferenceId, now)
    return {
      linksMadeAt: madeAt?.toISOString() ?? null,
      people: rows.map((row) => ({
        accreditationId: row.id,
        name: row.person.name,
        role: roleOf(row.role),
        delegationId: row.delegationId,
        delegationNames: names.get(row.delegationId ?? '') ?? null,
        word: words.get(row.delegationId ?? '') ?? null,
        toConfirm: toConfirm?.get(row.id) ?? null,
      })),
    }
  }),
]

const shownStep = ({ step, expiresAt }: InvitationRow, now: Date) =>
  expiresAt <= now ? ('EXPIRED' as const) : step === 'AWAITING_HEAD' ? ('AWAITING_HEAD' as const) : ('OPEN' as const)

type Tx = Parameters<typeof invitationOf>[0]
type News = (typeof delegationNews)['output']['_output']['news'][number]

function newsOf(row: InvitationRow): News[] {
  const about = {
    name: row.name,
    role: roleOf(row.role),
    by: row.fromDelegationId ? ('delegation' as const) : ('secretariat' as const),
  }
  const asked = row.confirmedBy !== null || row.step === 'AWAITING_HEAD'
  const invited: News = { ...about, at: row.invitedAt.toISOString(), what: asked ? 'awaiting-head' : 'invited' }
  // Somebody with a link to a first password was a member before.
  const isMember = row.purpose === 'ACCESS'
  const ends: Readonly<Record<string, News['what']>> = isMember
    ? { ACCEPTED: 'signed-in', DECLINED: 'access-declined' }
    : { ACCEPTED: 'joined', DECLINED: 'declined', REVOKED: 'revoked' }
  const end = ends[row.step]
  const ended: News[] = end && row.settledAt ? [{ ...about, at: row.settledAt.toISOString(), what: end }] : []
  return isMember ? ended : [invited, ...ended]
}

async function delegationNames(tx: Tx, rows: readonly { readonly delegationId: string | null }[]) {
  const ids = [...new Set(rows.flatMap(({ delegationId }) => delegationId ?? []))]
  const found = await tx.delegation.findMany({ where: { id: { in: ids } }, select: { id: true, names: true } })
  return new Map(found.map(({ id, names }) => [id, storedNames(names)]))
}

async function placeNames(tx: Tx, { conferenceId, delegationId, role }: InvitationRow) {
  const conference = conferenceId ? await tx.conference.findUnique({ where: { id: conferenceId } }) : null
  const delegation = delegationId ? await tx.delegation.findUnique({ where: { id: delegationId } }) : null
  return {
    conferenceNames: conference && storedNames(conference.names),
    symbolRoot: conference?.symbolRoot ?? null,
    delegationNames: delegation && storedNames(delegation.names),
    role: role === null ? null : roleOf(role),
  }
}
