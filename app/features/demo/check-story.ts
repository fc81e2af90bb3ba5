import type { ConferenceFile } from '#app/features/imports/conference-file.ts'
import { type Role, sideOfRole } from '#app/kernel/actor.ts'
import type { Story } from './story.ts'

/** What does not fit in the story or between it and the conference it happens at, each with its path and the reason. */
export function storyProblems(story: Story, conference: ConferenceFile): string[] {
  const seats = new Map<string, { role: Role; delegation: string | null }>(
    conference.people.flatMap(({ accreditations }) =>
      accreditations.flatMap(({ badge, role, delegation }) => (badge ? [[badge, { role, delegation }] as const] : [])),
    ),
  )
  const codes = new Set(conference.delegations.map(({ code }) => code))
  const items = new Set(conference.agenda.items.map(({ number }) => number))
  const meetings = new Set(conference.meetings.map(({ body, number }) => `${body} ${number}`))
  const found: string[] = []
  const say = (path: string, reason: string) => found.push(`${path}: ${reason}`)
  const known = (set: { has(key: string): boolean }, key: string, path: string) => {
    if (!set.has(key)) say(path, `${key} is not in the conference`)
  }
  const ordered = (times: readonly string[], path: string) =>
    times.forEach((time, place) => {
      if (Date.parse(time) > Date.parse(story.referenceNow)) say(`${path}[${place}]`, 'is after the scene is frozen')
      if (place > 0 && Date.parse(time) < Date.parse(times[place - 1] ?? ''))
        say(`${path}[${place}]`, 'is out of order')
    })

  if (!conference.people.some(({ email }) => email === story.organiser)) say('organiser', 'is not among the people')
  for (const who of [story.adoption.by, story.rollCalledBy]) known(seats, who, 'adoption')
  story.meetings.forEach((meeting, index) => {
    const path = `meetings[${index}]`
    known(meetings, `${meeting.body} ${meeting.number}`, path)
    known(seats, meeting.presiding, `${path}.presiding`)
    for (const code of [...meeting.rollCall.present, ...meeting.left.map(({ delegation }) => delegation)])
      known(codes, code, `${path}.rollCall`)
    for (const { item } of meeting.log) if (item) known(items, item, `${path}.log`)
    ordered(
      meeting.log.map(({ at }) => at),
      `${path}.log`,
    )
  })
  story.positions.forEach((position, index) => {
    const path = `positions[${index}]`
    known(items, position.item, `${path}.item`)
    const [drafter, head] = [seats.get(position.drafter), seats.get(position.head)]
    if (!drafter || !head || drafter.delegation !== head.delegation)
      say(path, 'is drafted and tabled by one delegation')
    if (head?.role !== 'HEAD') say(`${path}.head`, `${position.head} is no head of delegation`)
    if (position.tabled && !position.writings.at(-1)?.revision) say(path, 'is tabled without a named revision')
    ordered([...position.writings.map(({ at }) => at), ...(position.tabled ? [position.tabled.at] : [])], path)
  })
  story.sharedDrafts.forEach((draft, index) => {
    const path = `sharedDrafts[${index}]`
    known(items, draft.item, `${path}.item`)
    for (const code of draft.group) known(codes, code, `${path}.group`)
    for (const { by } of draft.writings) {
      const seat = seats.get(by)
      const isWriter = seat && (seat.delegation === null || draft.group.includes(seat.delegation))
      if (!isWriter) say(`${path}.writings`, `${by} is not in the drafting group`)
    }
    ordered([draft.openedAt, ...draft.writings.map(({ at }) => at)], path)
  })
  story.notes.forEach((note, index) => {
    const path = `notes[${index}]`
    known(items, note.item, `${path}.item`)
    const circles = new Set(note.writings.map(({ by }) => seats.get(by)?.delegation))
    if (circles.size !== 1) say(path, 'is written by one circle')
    const isSecretariats = note.scope === 'SESSION' || note.scope === 'SECRETARIAT'
    const writers = note.writings.map(({ by }) => seats.get(by))
    if (writers.some((seat) => !seat || (sideOfRole(seat.role) === 'secretariat') !== isSecretariats))
      say(path, `is no ${note.scope} note of its writers`)
    ordered(
      note.writings.map(({ at }) => at),
      `${path}.writings`,
    )
  })
  story.minutes.forEach(({ meeting, paragraphs, published }, index) => {
    const path = `minutes[${index}]`
    known(meetings, `${meeting.body} ${meeting.number}`, path)
    if (!published) return
    const released = paragraphs.flatMap(({ isReleased }, place) => (isReleased ? [place + 1] : []))
    const all = [...published.released, ...published.withheld].sort((a, b) => a - b)
    if (released.join() !== published.released.join()) say(`${path}.published.released`, 'differs from the paragraphs')
    if (all.length !== paragraphs.length || all.some((number, place) => number !== place + 1))
      say(`${path}.published`, `${all.length} paragraphs are released or withheld, there are ${paragraphs.length}`)
  })
  return found
}
