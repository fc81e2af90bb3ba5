import { z } from 'zod'
import { DomainError, missing } from '#app/kernel/errors.ts'
import { actingIn, type Tx, type Work } from '#app/kernel/work.server.ts'
import type { ForcePhase, ForceStatement, Prisma } from '#prisma/client.ts'
import { type Element, forceBoard, type Phase } from './contract.ts'
import { byPhase } from './offer-store.server.ts'
import { capabilities, milestoneKinds, priorities } from './terms.ts'

const withRequired = { required: true } satisfies Prisma.ForceElementInclude
export type ElementRow = Prisma.ForceElementGetPayload<{ include: typeof withRequired }>

/** The statement, held against change: whoever changes the requirement or accepts offers waits here (EC-73). */
export async function lockStatement({ tx, actor }: Work): Promise<ForceStatement> {
  const { conferenceId } = actingIn(actor)
  await tx.$executeRaw`SELECT 1 FROM force_statement WHERE conference_id = ${conferenceId} FOR UPDATE`
  const row = await tx.forceStatement.findUnique({ where: { conferenceId } })
  if (!row) throw noStatement()
  return row
}

/** The same where offers may be made before there is a statement: whoever takes several rows takes this one first. */
export async function holdForce({ tx, actor }: Work): Promise<void> {
  const { conferenceId } = actingIn(actor)
  await tx.$executeRaw`SELECT 1 FROM force_statement WHERE conference_id = ${conferenceId} FOR UPDATE`
}

const noStatement = () =>
  new DomainError(
    'conflict',
    'force/no-statement',
    'There is no statement of requirements yet. The force generation officer begins it.',
  )

/** Phases first to last. */
export const phasesOf = (tx: Tx, conferenceId: string): Promise<ForcePhase[]> =>
  tx.forcePhase.findMany({ where: { conferenceId }, orderBy: { place: 'asc' } })

/** The elements that stand, by serial. */
export const elementsOf = (tx: Tx, conferenceId: string): Promise<ElementRow[]> =>
  tx.forceElement.findMany({
    where: { conferenceId, removedAt: null },
    include: withRequired,
    orderBy: [{ serial: 'asc' }, { id: 'asc' }],
  })

/** An element that stands, or the one answer for what is not there. */
export async function elementById(tx: Tx, conferenceId: string, id: string): Promise<ElementRow> {
  const row = await tx.forceElement.findFirst({ where: { id, conferenceId, removedAt: null }, include: withRequired })
  if (!row) throw missing()
  return row
}

/** Every change of the requirement is seen by whoever sees the board. */
export async function statementChanged(work: Work): Promise<void> {
  const { conferenceId } = actingIn(work.actor)
  await work.tx.forceStatement.update({
    where: { conferenceId },
    data: { version: { increment: 1 }, changedAt: work.now },
  })
  work.changed(forceBoard, {})
}

const milestones = z.array(z.object({ kind: z.enum(milestoneKinds), target: z.string() })).catch([])
const capability = z.enum(capabilities).catch('OTHER')
const priority = z.enum(priorities).catch('ESSENTIAL')

export const toPhase = (row: ForcePhase): Phase => ({
  phaseId: row.id,
  name: row.name,
  ceiling: row.ceiling,
  targetDate: row.targetDate,
  milestones: milestones.parse(row.milestones),
})

export const toElement = (row: ElementRow): Element => ({
  elementId: row.id,
  serial: row.serial,
  name: row.name,
  capability: capability.parse(row.capability),
  sector: row.sector,
  priority: priority.parse(row.priority),
  isCritical: row.isCritical,
  isIndivisible: row.isIndivisible,
  maxContributors: row.maxContributors,
  specification: row.specification,
  note: row.note,
  required: byPhase(row.required, ({ required }) => required),
})
