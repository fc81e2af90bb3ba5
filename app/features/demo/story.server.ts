import { stepConference } from '#app/features/conference/contract.ts'
import { type ConferenceFile, conferenceFile } from '#app/features/imports/conference-file.ts'
import { confirmImport, importPreview, receiveImport } from '#app/features/imports/contract.ts'
import { dayIn } from '#app/kernel/zone.ts'
import { storyProblems } from './check-story.ts'
import { shifted, shiftTo } from './clock.ts'
import conferenceJson from './conference.json'
import { forceEvents } from './play-force.server.ts'
import { meetingEvents } from './play-meetings.server.ts'
import { minutesEvents } from './play-minutes.server.ts'
import { textEvents } from './play-texts.server.ts'
import { sceneOf } from './scene.server.ts'
import type { Stage } from './stage.ts'
import storyJson from './story.json'
import { type Story, story as storySchema } from './story.ts'

/** The demonstration as it is kept, checked. Throws with the path and the reason where something does not fit. */
export function readDemonstration(): { story: Story; file: ConferenceFile } {
  const story = storySchema.parse(storyJson)
  const file = conferenceFile.parse(conferenceJson)
  const problems = storyProblems(story, file)
  if (problems.length > 0) throw new Error(`The demonstration does not fit together:\n${problems.join('\n')}`)
  return { story, file }
}

/**
 * Imports the demonstration conference and plays what happened at it, each act by whoever did it and at its time, moved
 * so that the last of them is just past at `now`.
 */
export async function playStory(stage: Stage, now: Date): Promise<void> {
  const { story, file } = readDemonstration()
  const shiftMs = shiftTo(now, story.referenceNow)
  const moved = moveFile(file, shiftMs)
  stage.at(shifted(story.opensAt, shiftMs))
  await importFile(stage, moved)
  const organiser = await stage.organiser()
  await organiser.mutate(stepConference, { step: 'IN_SESSION' })
  const scene = await sceneOf(organiser, moved, { stage, story, shiftMs })
  const events = [...meetingEvents(scene), ...textEvents(scene), ...minutesEvents(scene), ...forceEvents(scene)]
  const inOrder = events
    .map((event, place) => ({ event, place }))
    .sort((a, b) => Date.parse(a.event.at) - Date.parse(b.event.at) || a.place - b.place)
  for (const [done, { event }] of inOrder.entries()) {
    stage.at(shifted(event.at, shiftMs))
    await event.act()
    if ((done + 1) % 30 === 0) stage.progress(`playing what happened: ${done + 1} of ${inOrder.length}`)
  }
}

/** Through the same door as any organiser's file. */
async function importFile(stage: Stage, file: ConferenceFile): Promise<void> {
  const organiser = await stage.organiser()
  const bytes = new TextEncoder().encode(JSON.stringify(file))
  const files = [{ part: 'conference' as const, name: 'conference.json', bytes }]
  const { uploadId } = await organiser.mutate(receiveImport, { into: 'NEW', files })
  const { problems, counts } = await organiser.ask(importPreview, { uploadId })
  if (problems.length > 0) {
    const lines = problems.map(({ row, column, sentence }) => `line ${row}, ${column}: ${sentence}`)
    throw new Error(`The demonstration conference cannot be imported:\n${lines.join('\n')}`)
  }
  stage.progress(`importing ${counts.states} states, ${counts.observers} observers and ${counts.people} people`)
  await organiser.mutate(confirmImport, { uploadId })
}

/** The same conference around another moment. Its days are those of its meetings at the venue. */
export function moveFile(file: ConferenceFile, shiftMs: number): ConferenceFile {
  const move = (time: string) => shifted(time, shiftMs).toISOString()
  const meetings = file.meetings.map((meeting) => ({
    ...meeting,
    startsAt: move(meeting.startsAt),
    endsAt: move(meeting.endsAt),
    slots: meeting.slots.map((slot) => ({ ...slot, startsAt: move(slot.startsAt), endsAt: move(slot.endsAt) })),
  }))
  const days = meetings
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
    .map((time) => dayIn(new Date(time), file.conference.timeZone))
    .sort()
  const { startsOn, endsOn } = file.conference
  return {
    ...file,
    conference: { ...file.conference, startsOn: days[0] ?? startsOn, endsOn: days.at(-1) ?? endsOn },
    delegations: file.delegations.map(({ credentials, ...delegation }) => ({
      ...delegation,
      credentials: { ...credentials, receivedAt: credentials.receivedAt && move(credentials.receivedAt) },
    })),
    lot: file.lot && { ...file.lot, drawnAt: file.lot.drawnAt && move(file.lot.drawnAt) },
    meetings,
  }
}
