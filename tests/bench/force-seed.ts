import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { capabilities } from '#app/features/force/terms.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { must } from '#app/kernel/must.ts'
import type { Prisma } from '#prisma/client.ts'
import { openDatabase } from '#server/store/client.ts'
import { type Seat, seatConference } from '#tests/support/seats.ts'
import { cookiesOf } from './seeded.ts'

export interface ForceSeed {
  readonly dataDir: string
  /** Cookie headers: of members of the states, and of the organiser. */
  readonly states: readonly string[]
  readonly organiser: string
  readonly phaseIds: readonly string[]
  /** A line that all states see, with 100 persons offered in each phase and none accepted. */
  readonly line: { readonly offerId: string; readonly elementId: string }
  remove(): void
}

const [delegations, members, elements, offers, linesEach] = [60, 8, 200, 500, 3]

/** Rows at the scale of a large conference: what the measurement begins with, not what it is about. */
export async function seedForce(): Promise<ForceSeed> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plenary-force-'))
  const database = await openDatabase({ dataDir })
  const codes = Array.from({ length: delegations }, (_, place) => `S${String(place).padStart(2, '0')}`)
  const seats: Seat[] = [
    { name: 'organiser', role: 'ORGANISER' },
    ...codes.flatMap((of) =>
      Array.from(
        { length: members },
        (_, place): Seat => ({
          name: `${of}.${place}`,
          role: place === 0 ? 'HEAD' : 'DRAFTER',
          of,
        }),
      ),
    ),
  ]
  const at = new Date()
  const seated = await seatConference(database, seats, at)
  const cookies = await cookiesOf(database, seated)
  const { conferenceId } = seated
  const { prisma } = database
  const phaseIds = [newId(), newId()]
  await prisma.forceStatement.create({
    data: { conferenceId, title: 'Statement', figures: 'CUMULATIVE_AT_MILESTONE', changedAt: at },
  })
  await prisma.forcePhase.createMany({
    data: phaseIds.map((id, place) => ({
      id,
      conferenceId,
      place: place + 1,
      name: `Phase ${place + 1}`,
      ceiling: 100_000,
      targetDate: `202${7 + place}-03-31`,
      milestones: [],
    })),
  })
  const elementIds = Array.from({ length: elements }, () => newId())
  await prisma.forceElement.createMany({
    data: elementIds.map((id, place) => ({
      id,
      conferenceId,
      serial: place + 1,
      name: `Element number ${place + 1} of the force`,
      capability: must(capabilities[place % capabilities.length]),
      sector: ['Sector South', 'Sector Centre', 'Sector North'][place % 4] ?? null,
      priority: 'ESSENTIAL',
      isCritical: place % 9 === 0,
      isIndivisible: false,
      maxContributors: 60,
    })),
  })
  await prisma.forceRequired.createMany({
    data: elementIds.flatMap((elementId) =>
      phaseIds.map((phaseId, place) => ({ elementId, phaseId, conferenceId, required: 700 + 300 * place })),
    ),
  })
  const offerIds = Array.from({ length: offers }, () => newId())
  const delegationIds = codes.map((code) => must(seated.delegations.get(code)))
  await prisma.forceOffer.createMany({
    data: offerIds.map((id, place) => offerRow(id, place, { conferenceId, delegationIds, at })),
  })
  const lines = offerIds.flatMap((offerId, place) =>
    Array.from({ length: linesEach }, (_, line) => ({
      offerId,
      elementId: must(elementIds[(place * 7 + line * 61) % elements]),
      conferenceId,
    })),
  )
  await prisma.forceLine.createMany({ data: lines })
  await prisma.forceFigure.createMany({
    data: lines.flatMap((line, place) =>
      phaseIds.map((phaseId) => ({ ...line, phaseId, offered: 100, accepted: place === 0 ? 0 : 60 })),
    ),
  })
  await database.close()
  return {
    dataDir,
    phaseIds,
    organiser: must(cookies.get('organiser')),
    states: [...cookies].flatMap(([name, cookie]) => (name === 'organiser' ? [] : [cookie])),
    line: { offerId: must(lines[0]).offerId, elementId: must(lines[0]).elementId },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

interface Given {
  readonly conferenceId: string
  readonly delegationIds: readonly string[]
  readonly at: Date
}

/** Seven in ten are seen by all states, the others by some, by the secretariat, or by nobody else. */
function offerRow(
  id: string,
  place: number,
  { conferenceId, delegationIds, at }: Given,
): Prisma.ForceOfferCreateManyInput {
  const audience = (
    ['STATES', 'STATES', 'ALL', 'STATES', 'STATES', 'ALL', 'STATES', 'NAMED', 'SECRETARIAT', 'NONE'] as const
  )[place % 10]
  const delegationId = must(delegationIds[place % delegationIds.length])
  return {
    id,
    conferenceId,
    delegationId,
    kind: place % 11 === 5 ? 'POLICE' : 'TROOPS',
    status: place % 13 === 5 ? 'INDICATED' : 'PLEDGED',
    title: `Contribution number ${place + 1}`,
    availableFrom: '2027-02-15',
    audience,
    recipientIds:
      audience === 'NAMED' ? delegationIds.filter((other, step) => other !== delegationId && step % 20 === 3) : [],
    releasedAt: audience === 'NONE' ? null : at,
    createdBy: 'bench',
    createdAt: at,
    changedAt: at,
  }
}
