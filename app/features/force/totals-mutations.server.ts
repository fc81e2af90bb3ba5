import { DomainError, missing } from '#app/kernel/errors.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { endTotals, forceBoard, releaseTotals } from './contract.ts'
import { figuresKinds } from './figures.ts'
import { offersWhere } from './offer-store.server.ts'
import { mayGenerateForce } from './policy.ts'
import { totalsToRelease } from './released-totals.ts'
import { elementsOf, lockStatement, phasesOf, toElement, toPhase } from './requirement-store.server.ts'
import { oneOf, toOffer } from './rows.server.ts'

export const totalsMutations: MutationHandler[] = [
  handle(releaseTotals, async (work, { phaseIds, rows }) => {
    const { tx, actor, now, newId } = work
    const acting = actingIn(actor)
    work.allow(mayGenerateForce(acting))
    const { conferenceId, role } = acting
    const statement = await lockStatement(work)
    const phases = (await phasesOf(tx, conferenceId)).map(toPhase)
    if (phaseIds.some((wanted) => !phases.some(({ phaseId }) => phaseId === wanted))) throw missing()
    const offers = await offersWhere(tx, { conferenceId, audience: 'ALL' })
    const content = totalsToRelease(
      {
        figures: oneOf(figuresKinds, statement.figures),
        phases,
        elements: (await elementsOf(tx, conferenceId)).map(toElement),
        offers: offers.map((offer) => toOffer(offer, { knowsDecisions: false })),
      },
      { phaseIds, rows },
    )
    await endThose(work, conferenceId)
    await tx.forceTotals.create({
      data: { id: newId(), conferenceId, releasedAt: now, releasedByRole: role, content },
    })
    work.record({ phases: phaseIds.length, rows })
    work.changed(forceBoard, {})
    return {}
  }),

  handle(endTotals, async (work) => {
    const acting = actingIn(work.actor)
    work.allow(mayGenerateForce(acting))
    if ((await endThose(work, acting.conferenceId)) === 0)
      throw new DomainError('conflict', 'force/no-totals', 'No totals are shown to observers.')
    work.changed(forceBoard, {})
    return {}
  }),
]

/** The rows stay as what was said when; answers how many ended. */
async function endThose({ tx, now }: Work, conferenceId: string): Promise<number> {
  const { count } = await tx.forceTotals.updateMany({ where: { conferenceId, endedAt: null }, data: { endedAt: now } })
  return count
}
