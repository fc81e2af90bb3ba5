import { accreditedNames } from '#app/features/conference/api.server.ts'
import { actingIn, answer, type QueryHandler } from '#app/kernel/work.server.ts'
import { outreachBook } from './contract.ts'
import { basisKinds, statuses } from './pipeline.ts'
import { mayReadOutreach } from './policy.ts'
import { oneOf, toStep } from './rows.server.ts'

export const outreachQueries: QueryHandler[] = [
  answer(outreachBook, async ({ tx, actor, allow }) => {
    const acting = actingIn(actor)
    allow(mayReadOutreach(acting))
    const { conferenceId } = acting
    const contacts = await tx.forceContact.findMany({
      where: { conferenceId },
      include: { steps: { orderBy: [{ at: 'asc' }, { recordedAt: 'asc' }, { id: 'asc' }] } },
      orderBy: { name: 'asc' },
    })
    const offers = await tx.forceOffer.findMany({
      where: { conferenceId, audience: { not: 'NONE' } },
      include: { steps: { where: { audience: { not: 'NONE' } }, orderBy: { place: 'asc' } } },
      orderBy: { id: 'asc' },
    })
    const recorders = contacts.flatMap(({ steps }) =>
      steps.flatMap(({ recordedBy, struckBy }) => [recordedBy, struckBy ?? []].flat()),
    )
    const names = await accreditedNames(tx, recorders)
    return {
      contacts: contacts.map(({ id, name, delegationId, steps }) => ({
        contactId: id,
        name,
        delegationId,
        steps: steps.map((step) => ({
          stepId: step.id,
          status: oneOf(statuses, step.status),
          at: step.at.toISOString(),
          recordedAt: step.recordedAt.toISOString(),
          recordedBy: names.get(step.recordedBy) ?? '',
          basisKind: oneOf(basisKinds, step.basisKind),
          basisReference: step.basisReference,
          note: step.note,
          struck:
            step.struckAt && step.struckBy
              ? { at: step.struckAt.toISOString(), by: names.get(step.struckBy) ?? '' }
              : null,
        })),
      })),
      offers: offers.map(({ delegationId, steps }) => ({
        delegationId,
        steps: steps
          .map((step) => toStep(step, { knowsDecisions: true }))
          .flatMap(({ to, at }) => (to ? [{ status: to, at }] : [])),
      })),
    }
  }),
]
