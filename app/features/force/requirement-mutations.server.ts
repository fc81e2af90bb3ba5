import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/kernel/canonical-json.ts'
import { DomainError, missing } from '#app/kernel/errors.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { ceilingProblem } from './ceilings.ts'
import {
  forceBoard,
  issuedContent,
  issueList,
  issueStatement,
  removePhase,
  setElement,
  setPhase,
  setStatement,
} from './contract.ts'
import { storeElement } from './element-store.server.ts'
import { mayGenerateForce } from './policy.ts'
import {
  elementsOf,
  lockStatement,
  phasesOf,
  statementChanged,
  toElement,
  toPhase,
} from './requirement-store.server.ts'

export const requirementMutations: MutationHandler[] = [
  handle(setStatement, async (work, { title, figures }) => {
    const { tx, actor, now } = work
    const acting = actingIn(actor)
    work.allow(mayGenerateForce(acting))
    const { conferenceId } = acting
    await tx.$executeRaw`SELECT 1 FROM conference WHERE id = ${conferenceId} FOR UPDATE`
    const before = await tx.forceStatement.findUnique({ where: { conferenceId } })
    if (before && before.figures !== figures) await assertNoFigures(work)
    await tx.forceStatement.upsert({
      where: { conferenceId },
      create: { conferenceId, title, figures, changedAt: now },
      update: { title, figures, changedAt: now, version: { increment: 1 } },
    })
    work.record({ figures })
    work.changed(forceBoard, {})
    return {}
  }),

  handle(setPhase, async (work, { phaseId, name, ceiling, targetDate, ioc, foc }) => {
    const { tx } = work
    const { conferenceId } = await asGenerator(work)
    const milestones = [...(ioc ? [{ kind: 'IOC', target: ioc }] : []), ...(foc ? [{ kind: 'FOC', target: foc }] : [])]
    const phases = await phasesOf(tx, conferenceId)
    const data = { name, ceiling, targetDate, milestones }
    const known = phases.find(({ id }) => id === phaseId)
    if (phaseId && !known) throw missing()
    assertInOrder(phases, known?.place ?? phases.length + 1, targetDate)
    if (ioc && foc && foc < ioc) throw milestonesOutOfOrder()
    const id = known?.id ?? work.newId()
    if (known) await tx.forcePhase.update({ where: { id }, data })
    else await tx.forcePhase.create({ data: { id, conferenceId, place: phases.length + 1, ...data } })
    work.record({ phaseId: id, ceiling, targetDate })
    await statementChanged(work)
    return { phaseId: id }
  }),

  handle(removePhase, async (work, { phaseId }) => {
    const { tx } = work
    const { conferenceId } = await asGenerator(work)
    const last = (await phasesOf(tx, conferenceId)).at(-1)
    if (!last || last.id !== phaseId)
      throw new DomainError('conflict', 'force/not-the-last-phase', 'Only the last phase can be taken away.')
    const stands = { phaseId, required: { gt: 0 } }
    const offered = { phaseId, offered: { gt: 0 } }
    if ((await tx.forceRequired.count({ where: stands })) + (await tx.forceFigure.count({ where: offered })) > 0)
      throw phaseInUse()
    await tx.forceRequired.deleteMany({ where: { phaseId } })
    await tx.forcePhase.delete({ where: { id: phaseId } })
    work.record({ phaseId })
    await statementChanged(work)
    return {}
  }),

  handle(setElement, async (work, input) => {
    const { conferenceId } = await asGenerator(work)
    const stored = await storeElement(work, conferenceId, input)
    work.record({ elementId: stored.elementId })
    await statementChanged(work)
    return stored
  }),

  handle(issueStatement, async (work, { note }) => {
    const { tx, now, newId } = work
    const { conferenceId, role } = await asGenerator(work)
    const statement = await tx.forceStatement.findUniqueOrThrow({ where: { conferenceId } })
    const phases = (await phasesOf(tx, conferenceId)).map(toPhase)
    const elements = (await elementsOf(tx, conferenceId)).map(toElement)
    assertAddsUp(ceilingProblem(phases, elements, statement.figures))
    const content = issuedContent.parse({ title: statement.title, figures: statement.figures, phases, elements })
    const number = statement.issued + 1
    const textHash = createHash('sha256').update(canonicalJson(content)).digest('hex')
    const issued = { number, note, content, textHash, issuedAt: now, issuedByRole: role }
    await tx.forceIssue.create({ data: { id: newId(), conferenceId, ...issued } })
    await tx.forceStatement.update({ where: { conferenceId }, data: { issued: number } })
    work.record({ number, textHash })
    work.changed(issueList, {})
    work.changed(forceBoard, {})
    return { number }
  }),
]

/** Who keeps the requirement, with the statement held against change. */
export async function asGenerator(work: Work) {
  const acting = actingIn(work.actor)
  work.allow(mayGenerateForce(acting))
  await lockStatement(work)
  return acting
}

async function assertNoFigures({ tx, actor }: Work): Promise<void> {
  const { conferenceId } = actingIn(actor)
  // Offers that were released state their figures alike; whether there are others is not asked.
  const released = { line: { offer: { audience: { not: 'NONE' } } } }
  const required = await tx.forceRequired.count({ where: { conferenceId, required: { gt: 0 } } })
  const offered = await tx.forceFigure.count({ where: { conferenceId, offered: { gt: 0 }, ...released } })
  if (required + offered === 0) return
  throw new DomainError(
    'conflict',
    'force/figures-stated',
    'Figures have been entered already. Whether they include earlier phases can be changed only before the first of them.',
  )
}

function assertInOrder(
  phases: readonly { readonly place: number; readonly targetDate: string }[],
  place: number,
  targetDate: string,
): void {
  const isWrong = phases.some(
    (phase) =>
      (phase.place < place && phase.targetDate > targetDate) || (phase.place > place && phase.targetDate < targetDate),
  )
  if (isWrong)
    throw new DomainError(
      'conflict',
      'force/phases-out-of-order',
      'A phase is reached after the one before it. Choose a later date, or change the other phase first.',
    )
}

const milestonesOutOfOrder = () =>
  new DomainError(
    'conflict',
    'force/milestones-order',
    'Full operational capability is reached after initial operational capability, not before it. Check both dates.',
  )

const phaseInUse = () =>
  new DomainError(
    'conflict',
    'force/phase-in-use',
    'Elements need people in this phase, or states offer them. Set those figures to 0 first.',
  )

function assertAddsUp(problem: ReturnType<typeof ceilingProblem>): void {
  if (!problem) return
  throw new DomainError(
    'conflict',
    'force/off-the-ceiling',
    `The elements of ${problem.phase} add up to ${problem.required}, its ceiling is ${problem.ceiling}. Mend one of them, then issue.`,
    { params: { ...problem } },
  )
}
