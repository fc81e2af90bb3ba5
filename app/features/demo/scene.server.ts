import { agendaBoard } from '#app/features/agenda/contract.ts'
import { roster } from '#app/features/conference/contract.ts'
import type { ConferenceFile } from '#app/features/imports/conference-file.ts'
import type { Caller } from '#app/kernel/caller.ts'
import { must } from '#app/kernel/must.ts'
import { shifted } from './clock.ts'
import type { Stage } from './stage.ts'
import type { Story } from './story.ts'

/** The imported conference as the story names its things. */
export interface Scene {
  readonly stage: Stage
  readonly story: Story
  readonly shiftMs: number
  readonly timeZone: string
  item(number: string): string
  meeting(ref: { readonly body: string; readonly number: number }): string
  delegation(code: string): string
  /** The states at the table, by their English names. */
  readonly stateNames: readonly string[]
  /** A time of the story, moved along. */
  time(at: string): string
}

export async function sceneOf(
  organiser: Caller,
  file: ConferenceFile,
  given: Pick<Scene, 'stage' | 'story' | 'shiftMs'>,
): Promise<Scene> {
  const { items, bodies, meetings } = await organiser.ask(agendaBoard, {})
  const { delegations } = await organiser.ask(roster, {})
  const symbols = new Map(file.bodies.map(({ ref, symbol }) => [ref, symbol]))
  const bodyId = (ref: string) => bodies.find(({ symbol }) => symbol === symbols.get(ref))?.bodyId
  return {
    ...given,
    timeZone: file.conference.timeZone,
    item: (number) => must(items.find((item) => item.number === number)).itemId,
    meeting: ({ body, number }) =>
      must(meetings.find((meeting) => meeting.bodyId === bodyId(body) && meeting.number === number)).meetingId,
    delegation: (code) => must(delegations.find((each) => each.code === code)).delegationId,
    stateNames: file.delegations.flatMap(({ kind, names }) => (kind === 'STATE' ? [must(names.en)] : [])),
    time: (at) => shifted(at, given.shiftMs).toISOString(),
  }
}
