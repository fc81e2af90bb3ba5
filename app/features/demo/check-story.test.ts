import { expect, test } from 'vitest'
import { storyProblems } from './check-story.ts'
import { readDemonstration } from './story.server.ts'

const { story, file } = readDemonstration()
const [shared, ...otherDrafts] = story.sharedDrafts
const [record, ...otherRecords] = story.minutes
const [first, ...otherMeetings] = story.meetings
const [position, ...otherPositions] = story.positions
if (!shared || !record?.published || !first || !position) throw new Error('the story has one of each')

test('[DM-8] the story fits together', () => {
  expect(storyProblems(story, file)).toEqual([])
})

test.each([
  [
    'an item nobody knows',
    { ...story, positions: [{ ...position, item: '99' }, ...otherPositions] },
    'positions[0].item: 99 is not in the conference',
  ],
  [
    'a writer from outside the drafting group',
    { ...story, sharedDrafts: [{ ...shared, group: ['ESM', 'IKD'] }, ...otherDrafts] },
    'sharedDrafts[0].writings: LRV-04 is not in the drafting group',
  ],
  [
    'an adviser who tables',
    { ...story, positions: [{ ...position, head: position.drafter }, ...otherPositions] },
    'positions[0].head: ESM-04 is no head of delegation',
  ],
  [
    'paragraphs that do not add up',
    { ...story, minutes: [{ ...record, published: { ...record.published, withheld: [13] } }, ...otherRecords] },
    'minutes[0].published: 23 paragraphs are released or withheld, there are 30',
  ],
  [
    'acts out of order',
    { ...story, meetings: [{ ...first, log: [...first.log].reverse() }, ...otherMeetings] },
    'meetings[0].log[1]: is out of order',
  ],
  [
    'something after the scene is frozen',
    { ...story, referenceNow: '2026-10-21T11:18:00+03:00' },
    'notes[5].writings[1]: is after the scene is frozen',
  ],
])('[DM-8] %s is refused with path and reason', (_name, broken, sentence) => {
  expect(storyProblems(broken, file)).toContain(sentence)
})
