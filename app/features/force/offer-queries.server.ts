import { type Ask, actingIn, answer, type QueryHandler } from '#app/kernel/work.server.ts'
import { type ConditionLink, caveatList, conditionLinks, offerReaders, offerView } from './contract.ts'
import { type LinkNow, linksNow } from './links.server.ts'
import { loadOffer, type OfferRow } from './offer-store.server.ts'
import { basisKinds, statuses } from './pipeline.ts'
import { mayReadCaveat, mayReadForce, mayReadOffer, mayReadStep } from './policy.ts'
import { reviewMarkOf } from './review-mark.server.ts'
import { oneOf, toCaveat, toOffer, toStep } from './rows.server.ts'
import { caveatAudiences, conditionStates, financeModes, offerAudiences } from './terms.ts'

type ConditionRow = Pick<OfferRow['conditions'][number], 'linkHash'>

export const offerQueries: QueryHandler[] = [
  answer(offerView, async (ask, { offerId }) => {
    const { tx, actor, allow } = ask
    const acting = actingIn(actor)
    const row = await loadOffer(tx, offerId)
    allow(mayReadOffer(acting, row))
    const isOwn = acting.delegationId === row.delegationId
    const knowsReaders = isOwn || acting.side === 'secretariat'
    const lead = row.attachedToId
      ? await tx.forceOffer.findUnique({ where: { id: row.attachedToId }, select: { id: true } })
      : null
    const steps = await tx.forceOfferStep.findMany({ where: { offerId }, orderBy: { place: 'asc' } })
    return {
      ...toOffer(row, { inSight: new Set(lead ? [lead.id] : []), knowsDecisions: knowsReaders }),
      note: row.note,
      financeMode: row.financeMode ? oneOf(financeModes, row.financeMode) : null,
      basisKind: row.basisKind ? oneOf(basisKinds, row.basisKind) : null,
      basisReference: row.basisReference,
      noticeDays: row.noticeDays,
      selfSustainmentDays: row.selfSustainmentDays,
      rotationMonths: row.rotationMonths,
      handoverDays: row.handoverDays,
      release:
        knowsReaders && row.releasedAt
          ? {
              audience: oneOf(offerAudiences, row.audience),
              recipientIds: row.recipientIds,
              releasedAt: row.releasedAt.toISOString(),
            }
          : null,
      conditions: await conditionsOf(ask, row),
      caveats: (await caveatsIn(ask, { offerId })).map((caveat) => ({
        ...toCaveat(caveat),
        release: knowsReaders
          ? { audience: oneOf(caveatAudiences, caveat.audience), recipientIds: caveat.recipientIds }
          : null,
      })),
      steps: steps
        .filter((taken) => mayReadStep(acting, row, taken).ok)
        .map((taken) => toStep(taken, { knowsDecisions: knowsReaders })),
      dependants: await dependantsOf(ask, offerId),
      hasOwnAccess: isOwn,
      reviewMark: isOwn ? await reviewMarkOf(tx, row) : null,
    }
  }),

  answer(offerReaders, async ({ tx, actor, allow }) => {
    const acting = actingIn(actor)
    allow(mayReadForce(acting))
    const { conferenceId, side, delegationId } = acting
    const rows = await tx.forceOffer.findMany({
      where: {
        conferenceId,
        audience: { not: 'NONE' },
        ...(side === 'secretariat' ? {} : { delegationId: delegationId ?? '' }),
      },
      select: { id: true, audience: true, recipientIds: true },
      orderBy: { id: 'asc' },
    })
    return {
      offers: rows.map(({ id, audience, recipientIds }) => ({
        offerId: id,
        audience: oneOf(offerAudiences, audience),
        recipientIds,
      })),
    }
  }),

  answer(conditionLinks, async (ask) => {
    const acting = actingIn(ask.actor)
    ask.allow(mayReadForce(acting))
    const open = await ask.tx.forceCondition.findMany({
      where: { conferenceId: acting.conferenceId, status: 'OPEN', offer: { overAt: null } },
      include: { offer: true },
      orderBy: [{ offerId: 'asc' }, { place: 'asc' }],
    })
    const inSight = open.filter(({ offer }) => mayReadOffer(acting, offer).ok)
    const links = await linksNow(ask, inSight)
    return {
      conditions: inSight.map((condition, place) => ({
        conditionId: condition.id,
        offerId: condition.offerId,
        title: condition.offer.title,
        link: toLink(condition, links[place]),
      })),
    }
  }),

  answer(caveatList, async (ask) => {
    ask.allow(mayReadForce(actingIn(ask.actor)))
    const caveats = await caveatsIn(ask, {})
    return {
      caveats: caveats.map((row) => ({
        ...toCaveat(row),
        isShared: row.audience !== 'NONE' && row.offer.audience !== 'NONE',
      })),
    }
  }),
]

async function conditionsOf(ask: Ask, { conditions }: OfferRow) {
  const links = await linksNow(ask, conditions)
  return conditions.map((condition, place) => {
    const { id, text, status, due } = condition
    return { conditionId: id, text, status: oneOf(conditionStates, status), due, link: toLink(condition, links[place]) }
  })
}

function toLink({ linkHash }: ConditionRow, link: LinkNow | null | undefined): ConditionLink | null {
  if (!link) return null
  const { hash, ...now } = link
  const hasChanged = linkHash !== hash
  return now.kind === 'TEXT' ? { ...now, hasChanged } : { ...now, status: oneOf(statuses, now.status), hasChanged }
}

/** Caveats whose readers the asker is one of, in the order in which they were declared. */
async function caveatsIn({ tx, actor }: Ask, where: { readonly offerId?: string }) {
  const acting = actingIn(actor)
  const { conferenceId, delegationId } = acting
  const rows = await tx.forceCaveat.findMany({
    where: { conferenceId, ...where },
    include: { offer: { select: { audience: true } } },
    orderBy: [{ declaredAt: 'asc' }, { place: 'asc' }, { id: 'asc' }],
  })
  const isOfTheirs = { delegationId: delegationId ?? '', kind: { in: ['TROOPS', 'POLICE'] } }
  const taken = await tx.forceFigure.findFirst({ where: { accepted: { gt: 0 }, line: { offer: isOfTheirs } } })
  return rows.filter((row) => mayReadCaveat(acting, row, taken !== null))
}

/** "1 offer depends on this", of those in sight (product need D17). */
async function dependantsOf({ tx }: Ask, offerId: string) {
  const hanging = await tx.forceCondition.findMany({ where: { linkOfferId: offerId }, select: { offerId: true } })
  const rows = await tx.forceOffer.findMany({
    where: { OR: [{ id: { in: hanging.map((each) => each.offerId) } }, { attachedToId: offerId }] },
    select: { id: true, delegationId: true, title: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, delegationId, title }) => ({ offerId: id, delegationId, title }))
}
