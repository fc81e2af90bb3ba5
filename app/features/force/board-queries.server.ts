import { delegationsOf } from '#app/features/conference/api.server.ts'
import type { Acting } from '#app/kernel/actor.ts'
import { must } from '#app/kernel/must.ts'
import { type Ask, actingIn, answer, type QueryHandler } from '#app/kernel/work.server.ts'
import type { ForceStatement, Prisma } from '#prisma/client.ts'
import { balanceOf } from './board.ts'
import { forceBoard, forceOwn, forceQuotes, type Offer, releasedTotals } from './contract.ts'
import { figuresKinds } from './figures.ts'
import { offersWhere } from './offer-store.server.ts'
import { mayReadForce } from './policy.ts'
import { elementsOf, phasesOf, toElement, toPhase } from './requirement-store.server.ts'
import { oneOf, toFund, toOffer } from './rows.server.ts'

export const boardQueries: QueryHandler[] = [
  answer(forceBoard, async (ask) => {
    const { tx, actor } = ask
    const acting = actingIn(actor)
    const { conferenceId, side } = acting
    const totals = await totalsOf(ask, conferenceId)
    if (side === 'observer') return { view: 'TOTALS' as const, totals }
    const statement = await tx.forceStatement.findUnique({ where: { conferenceId } })
    const rows = await offersWhere(tx, seenByAllOf(acting))
    const inSight = new Set(rows.map(({ id }) => id))
    const states = (await delegationsOf(tx, conferenceId)).filter(({ kind }) => kind === 'STATE')
    return {
      view: 'FACTS' as const,
      statement: statement && {
        title: statement.title,
        figures: oneOf(figuresKinds, statement.figures),
        issued: statement.issued,
        hasChanged: await hasChangedSince(ask, statement),
        changedAt: statement.changedAt.toISOString(),
      },
      phases: (await phasesOf(tx, conferenceId)).map(toPhase),
      elements: (await elementsOf(tx, conferenceId)).map(toElement),
      offers: rows.map((row) => toOffer(row, { inSight, knowsDecisions: side === 'secretariat' })),
      funds: (await tx.forceFund.findMany({ where: { conferenceId }, orderBy: { name: 'asc' } })).map(toFund),
      delegations: states.map(({ id, code, names }) => ({ delegationId: id, code, names: { ...names } })),
      totals,
    }
  }),

  answer(forceQuotes, async ({ tx, actor, allow }) => {
    const acting = actingIn(actor)
    allow(mayReadForce(acting))
    const { conferenceId } = acting
    const statement = await tx.forceStatement.findUnique({ where: { conferenceId } })
    if (!statement) return { phases: [], elements: [] }
    const rows = await offersWhere(tx, { conferenceId, audience: { in: ['STATES', 'ALL'] } })
    const phases = (await phasesOf(tx, conferenceId)).map(toPhase)
    const elements = (await elementsOf(tx, conferenceId)).map(toElement)
    const offers = rows.map((row) => toOffer(row, { knowsDecisions: false }))
    const balances = balanceOf({ figures: oneOf(figuresKinds, statement.figures), phases, elements, offers })
    return {
      phases: phases.map(({ phaseId, name }, place) => ({ phaseId, name, total: must(balances[place]).total })),
      elements: elements.map(({ elementId, serial, name }) => ({
        elementId,
        serial,
        name,
        strengths: balances.map((balance) => must(balance.elements.get(elementId))),
      })),
    }
  }),

  answer(forceOwn, async ({ tx, actor }) => {
    const acting = actingIn(actor)
    return { offers: acting.side === 'state' ? await seenByOne({ tx }, acting) : [] }
  }),
]

/** FS-21: what the board shows every state, and the secretariat all that left its delegation. Never sealed, never private. */
function seenByAllOf({ conferenceId, side }: Acting): Prisma.ForceOfferWhereInput {
  return { conferenceId, audience: side === 'secretariat' ? { not: 'NONE' } : { in: ['STATES', 'ALL'] } }
}

async function seenByOne({ tx }: Pick<Ask, 'tx'>, { conferenceId, delegationId }: Acting): Promise<Offer[]> {
  if (!delegationId) return []
  const own = { delegationId, audience: 'NONE', sealedAt: null }
  const shown = { delegationId, audience: { in: ['SECRETARIAT', 'NAMED'] } }
  const named = { audience: 'NAMED', recipientIds: { has: delegationId } }
  const rows = await offersWhere(tx, { conferenceId, OR: [own, shown, named] })
  const leads = rows.flatMap(({ attachedToId }) => attachedToId ?? [])
  const leading = await tx.forceOffer.findMany({ where: { id: { in: leads } }, select: { id: true } })
  const inSight = new Set(leading.map(({ id }) => id))
  return rows.map((row) => toOffer(row, { inSight, knowsDecisions: row.delegationId === delegationId }))
}

/** Whether the requirement says something else than in the version that was issued last. */
async function hasChangedSince(
  { tx }: Pick<Ask, 'tx'>,
  { conferenceId, issued, changedAt }: ForceStatement,
): Promise<boolean> {
  const where = { conferenceId_number: { conferenceId, number: issued } }
  const latest = await tx.forceIssue.findUnique({ where, select: { issuedAt: true } })
  return latest !== null && changedAt > latest.issuedAt
}

/** What observers were told last and is still said; null where nothing is. */
async function totalsOf({ tx }: Pick<Ask, 'tx'>, conferenceId: string) {
  const row = await tx.forceTotals.findFirst({
    where: { conferenceId, endedAt: null },
    orderBy: { releasedAt: 'desc' },
  })
  if (!row) return null
  const content = releasedTotals.safeParse(row.content)
  return content.success ? { releasedAt: row.releasedAt.toISOString(), content: content.data } : null
}
