import type { LeftWorld } from '#tests/support/world.ts'
import { aCast, type Cast, castFrom } from './cast.ts'
import { aRegister, type Register } from './secrets.ts'
import { type AgendaStage, stageAgenda } from './stage-agenda.ts'
import { type DraftsStage, stageDrafts } from './stage-drafts.ts'
import { type ElsewhereStage, stageElsewhere } from './stage-elsewhere.ts'
import { type ForceStage, stageForce } from './stage-force.ts'
import { type MinutesStage, stageMinutes } from './stage-minutes.ts'
import { allProved, type PeopleStage, stagePeople } from './stage-people.ts'

/** One conference in mid-course, with a word of its own in every field that somebody may not read. */
export interface Stage extends Cast {
  readonly register: Register
  readonly agenda: AgendaStage
  readonly drafts: DraftsStage
  readonly minutes: MinutesStage
  readonly force: ForceStage
  readonly people: PeopleStage
  readonly there: ElsewhereStage
}

let set: Promise<readonly [LeftWorld, Stage]> | null = null

/** A stage of one's own with a server of its own. It is set once: everybody starts from the same. */
export async function aStage(): Promise<Stage> {
  set ??= setStage()
  const [left, stage] = await set
  return { ...stage, ...(await castFrom(left, stage)), register: aRegister(stage.register.secrets) }
}

async function setStage() {
  const cast = await aCast()
  const { server } = cast
  const register = aRegister()
  const people = await stagePeople(cast, register)
  const { pastMeeting, present } = await stageAgenda(server, register)
  const minutes = await stageMinutes(server, register, pastMeeting)
  const agenda = await present()
  const drafts = await stageDrafts(server, register, {
    itemId: agenda.pendingItemId,
    noteItemId: agenda.openItemId,
  })
  const force = await stageForce(server, register, drafts.toAll.symbol)
  const there = await stageElsewhere(cast, register)
  await allProved(server)
  return [await server.leave(), { ...cast, register, agenda, drafts, minutes, force, people, there }] as const
}
