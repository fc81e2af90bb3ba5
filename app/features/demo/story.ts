import { z } from 'zod'

const at = z.iso.datetime({ offset: true })
const badge = z.string()
const texts = z.array(z.string()).min(1)
const meetingRef = z.object({ body: z.string(), number: z.number() })

/** What a text looks like after somebody wrote in it: a line a block, see `blocks.ts`. */
const writing = z.strictObject({ at, by: badge, text: texts, revision: z.string().optional() })

const log = z.strictObject({
  at,
  act: z.enum(['open', 'suspend', 'resume', 'close']),
  /** The item the act is about; the meeting itself where there is none. */
  item: z.string().optional(),
  reason: z.string().optional(),
})

const meeting = z.strictObject({
  ...meetingRef.shape,
  presiding: badge,
  rollCall: z.strictObject({ at, present: z.array(z.string()).min(1) }),
  left: z.array(z.strictObject({ at, delegation: z.string() })).default([]),
  log: z.array(log).min(1),
})

const subject = z.enum(['FORCE_STRUCTURE', 'COMMAND_ARRANGEMENTS', 'ITEM'])

const position = z.strictObject({
  ref: z.string(),
  item: z.string(),
  subject,
  title: z.string(),
  drafter: badge,
  head: badge,
  writings: z.array(writing).min(1),
  tabled: z.strictObject({ at, audience: z.enum(['STATES', 'ALL']) }).optional(),
})

const sharedDraft = z.strictObject({
  ref: z.string(),
  item: z.string(),
  subject,
  title: z.string(),
  by: badge,
  openedAt: at,
  group: z.array(z.string()).min(2),
  writings: z.array(writing.extend({ issuedAt: at.optional() })).min(1),
})

const note = z.strictObject({
  item: z.string(),
  scope: z.enum(['DELEGATION', 'PERSONAL', 'SESSION', 'SECRETARIAT']),
  writings: z.array(writing.omit({ revision: true })).min(1),
})

const minutes = z.strictObject({
  meeting: meetingRef,
  by: badge,
  openedAt: at,
  paragraphs: z.array(z.strictObject({ text: z.string(), isReleased: z.boolean() })).min(1),
  circulatedAt: at,
  correctionsHours: z.number().int().positive(),
  approved: z.strictObject({ at, by: badge, basis: z.string() }).optional(),
  published: z.strictObject({ at, by: badge, released: z.array(z.number()), withheld: z.array(z.number()) }).optional(),
})

/** What happened at the demonstration conference up to the moment at which its scene is frozen. */
export const story = z.strictObject({
  referenceNow: at,
  /** The address of whoever imports the conference and is its organiser. */
  organiser: z.string(),
  opensAt: at,
  adoption: z.strictObject({ at, by: badge, symbol: z.string() }),
  rollCalledBy: badge,
  meetings: z.array(meeting),
  sharedDrafts: z.array(sharedDraft),
  positions: z.array(position),
  notes: z.array(note),
  minutes: z.array(minutes),
  announcements: z.array(
    z.strictObject({
      at,
      by: badge,
      audience: z.enum(['ALL', 'STATES', 'OBSERVERS', 'SECRETARIAT']),
      texts: z.record(z.string(), z.string()),
    }),
  ),
})

export type Story = z.output<typeof story>
export type StoryMeeting = Story['meetings'][number]
export type StoryPosition = Story['positions'][number]
export type StoryDraft = Story['sharedDrafts'][number]
export type StoryNote = Story['notes'][number]
export type StoryMinutes = Story['minutes'][number]
