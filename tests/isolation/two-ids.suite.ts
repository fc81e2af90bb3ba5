import { expect, test } from 'vitest'
import type { Mutation, Query } from '#app/kernel/contract.ts'
import { must } from '#app/kernel/must.ts'
import { outcomeIn } from './expectation.ts'
import { acts, questions } from './matrix.ts'
import type { Stage } from './stage.ts'

interface Thing {
  readonly id: string
  /** Whose conference it is of. */
  readonly of: 'here' | 'elsewhere'
  /** A revision goes with its own draft, a line with its own record, and with no other. */
  readonly with?: string
  readonly textHash?: string
}

/** For each name an id may have in an input: some of ours, some of others’, some of another conference. */
function things({
  drafts,
  agenda,
  minutes,
  force,
  server,
  people,
  there,
}: Stage): Readonly<Record<string, readonly Thing[]>> {
  const [here, elsewhere] = ['here', 'elsewhere'] as const
  const papers = [drafts.position, drafts.positionOfB, drafts.sharedAC]
  const records = [minutes.draft, minutes.circulated]
  const items = [
    { id: agenda.pendingItemId, of: here },
    { id: agenda.restrictedItemId, of: here },
    { id: there.itemId, of: elsewhere },
  ]
  const accreditations = [
    { id: server.accreditation('chair'), of: here },
    { id: server.accreditation('IKD.head'), of: here },
    { id: there.accreditationId, of: elsewhere },
  ]
  const bodies = [
    { id: server.bodies.wg1, of: here },
    { id: there.bodyId, of: elsewhere },
  ]
  const delegations = [
    { id: server.delegation('IKD'), of: here },
    { id: server.delegation('ESM'), of: here },
    { id: there.delegationId, of: elsewhere },
  ]
  const offers = [
    { id: force.offers.own, of: here, with: force.offers.own },
    { id: force.offers.toStates, of: here, with: force.offers.toStates },
    { id: force.offers.ownOfB, of: here, with: force.offers.ownOfB },
    { id: there.offerId, of: elsewhere, with: there.offerId },
  ]
  /** An offer that another one names may be of anybody who shows it. */
  const named = [
    { id: force.offers.named, of: here },
    { id: there.offerId, of: elsewhere },
  ]
  const elements = [
    { id: force.battalionId, of: here },
    { id: there.elementId, of: elsewhere },
  ]
  return {
    offerId: offers,
    attachedToId: named,
    linkOfferId: named,
    // A paragraph without its text's symbol is of no text at all.
    linkBlockId: [{ id: 'said00000001', of: here }],
    elementId: elements,
    toElementId: [
      { id: force.hospitalId, of: here },
      { id: there.otherElementId, of: elsewhere },
    ],
    fundId: [
      { id: force.fundId, of: here },
      { id: there.fundId, of: elsewhere },
    ],
    conditionId: [
      { id: force.conditions.ofOwn, of: here, with: force.offers.own },
      { id: force.conditions.ofStates, of: here, with: force.offers.toStates },
      { id: there.conditionId, of: elsewhere, with: there.offerId },
    ],
    caveatId: [
      { id: force.caveats.ofOwn, of: here, with: force.offers.own },
      { id: force.caveats.none, of: here, with: force.offers.toStates },
      { id: there.caveatId, of: elsewhere, with: there.offerId },
    ],
    recipientIds: delegations,
    draftId: [
      ...papers.map(({ draftId }) => ({ id: draftId, of: here, with: draftId })),
      { id: there.draftId, of: elsewhere, with: there.draftId },
    ],
    revisionId: [
      ...papers.map(({ draftId, revisionId, textHash }) => ({ id: revisionId, of: here, with: draftId, textHash })),
      { id: there.revisionId, of: elsewhere, with: there.draftId },
    ],
    minutesId: records.map(({ minutesId }) => ({ id: minutesId, of: here, with: minutesId })),
    lineId: records.map(({ minutesId, lineId }) => ({ id: lineId, of: here, with: minutesId })),
    itemId: items,
    parentId: items,
    beforeId: items,
    bodyId: bodies,
    bodyIds: bodies,
    roomId: [
      { id: agenda.roomId, of: here },
      { id: there.roomId, of: elsewhere },
    ],
    meetingId: [
      { id: agenda.scheduledMeetingId, of: here },
      { id: agenda.meetingId, of: here },
      { id: there.meetingId, of: elsewhere },
    ],
    delegationId: delegations,
    delegationIds: delegations,
    proposerId: delegations,
    accreditationId: accreditations,
    chairId: accreditations,
    coChairId: accreditations,
    rapporteurId: accreditations,
    invitationId: [
      { id: people.invitations.ofA.invitationId, of: here },
      { id: there.invitationId, of: elsewhere },
    ],
  }
}

const asking = ['IKD.head', 'ESM.head', 'secretary', 'generator', 'elsewhere organiser']

export function twoIdsSuite(stageNow: () => Stage) {
  test('[SEC-009] ids that do not belong together do nothing together', async () => {
    const stage = stageNow()
    const { registry } = stage.server.runtime
    const contracts = [...registry.mutations.values(), ...registry.queries.values()].map(({ contract }) => contract)
    const several = contracts.filter((contract) => idFieldsOf(contract).length >= 2)
    const wrong: string[] = []
    const neverDone: string[] = []
    for (const contract of several) {
      let done = 0
      for (const player of asking.map(stage.player)) {
        const actor = await stage.actorOf(player)
        for (const mixture of mixturesFor(contract, stage)) {
          const { name, kind } = contract
          const got = await outcomeIn(() =>
            kind === 'query'
              ? stage.server.runtime.ask(actor, name, mixture.input)
              : stage.server.runtime.mutate(actor, 'a request', name, mixture.input),
          )
          if (got !== 'yes') continue
          done += 1
          const side = player.group === 'elsewhere' ? 'elsewhere' : 'here'
          if (!mixture.isSound(side)) wrong.push(`${player.name}: ${name} ${JSON.stringify(mixture.input)}`)
        }
      }
      if (done === 0) neverDone.push(contract.name)
    }
    expect(wrong).toEqual([])
    // Otherwise nothing was shown.
    expect(neverDone).toEqual([])
    expect(several.length).toBeGreaterThan(15)
  }, 120_000)
}

function idFieldsOf({ input }: Query | Mutation): string[] {
  const shape: unknown = Reflect.get(input, 'shape')
  return typeof shape === 'object' && shape !== null ? Object.keys(shape).filter((name) => /Ids?$/.test(name)) : []
}

function mixturesFor(contract: Query | Mutation, stage: Stage) {
  const known = things(stage)
  const row = must([...acts, ...questions].find(({ name }) => name === contract.name))
  const given = row.input(stage)
  const fields = idFieldsOf(contract)
  const choices = fields.map((field) => {
    const some = must(known[field], `no things for ${contract.name} ${field}`)
    return field in given ? some : [null, ...some]
  })
  return combinations(choices).map((choice) => {
    const picked = choice.filter((each) => each !== null)
    const ids = choice.flatMap((each, place): [string, unknown][] => {
      const field = fields[place] ?? ''
      return each ? [[field, field.endsWith('s') ? [each.id] : each.id]] : []
    })
    const textHash = picked.find((each) => each.textHash)?.textHash
    return {
      input: { ...given, ...Object.fromEntries(ids), ...('textHash' in given ? { textHash } : {}) },
      isSound: (side: Thing['of']) =>
        picked.every(({ of }) => of === side) && new Set(picked.flatMap((each) => each.with ?? [])).size <= 1,
    }
  })
}

const combinations = <T>([first, ...rest]: readonly (readonly T[])[]): T[][] =>
  first ? first.flatMap((each) => combinations(rest).map((others) => [each, ...others])) : [[]]
