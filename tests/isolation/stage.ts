import { aCast, type Cast } from './cast.ts'
import { aRegister, type Register } from './secrets.ts'
import { type AgendaStage, stageAgenda } from './stage-agenda.ts'
import { type DraftsStage, stageDrafts } from './stage-drafts.ts'
import { type ElsewhereStage, stageElsewhere } from './stage-elsewhere.ts'
import { type MinutesStage, stageMinutes } from './stage-minutes.ts'
import { allProved, type PeopleStage, stagePeople } from './stage-people.ts'

/** One conference in mid-course, with a word of its own in every field that somebody may not read. */
export interface Stage extends Cast {
  readonly register: Register
  readonly agenda: AgendaStage
  readonly drafts: DraftsStage
  readonly minutes: MinutesStage
  readonly people: PeopleStage
  readonly there: ElsewhereStage
}

export async function aStage(): Promise<Stage> {
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
  const there = await stageElsewhere(cast, register)
  await allProved(server)
  return { ...cast, register, agenda, drafts, minutes, people, there }
}
