import {
  approveRecord,
  circulateRecord,
  openRecord,
  publication,
  publishRecord,
  recordView,
  releaseParagraph,
} from '#app/features/minutes/contract.ts'
import { documentOf, keepingIds } from './blocks.ts'
import { withTimes } from './clock.ts'
import type { Scene } from './scene.server.ts'
import type { Stage, StoryEvent } from './stage.ts'
import type { StoryMinutes } from './story.ts'

/** Records are written, circulated, approved by the body and published paragraph by paragraph. */
export const minutesEvents = (scene: Scene): StoryEvent[] =>
  scene.story.minutes.flatMap((minutes) => eventsOf(scene, minutes))

function eventsOf(scene: Scene, minutes: StoryMinutes): StoryEvent[] {
  const { stage } = scene
  const { by, openedAt, circulatedAt, correctionsHours, approved, published, paragraphs } = minutes
  const meetingId = scene.meeting(minutes.meeting)
  /** Opening a record that is there finds it. */
  const recordOf = async () => (await stage.as(by)).mutate(openRecord, { meetingId })
  return [
    {
      at: openedAt,
      act: async () => {
        const { minutesId } = await recordOf()
        const { shown } = await (await stage.as(by)).ask(recordView, { minutesId })
        if (shown.kind !== 'text') return
        const lines = paragraphs.map(({ text }) => withTimes(text, scene))
        await stage.write(by, shown.documentId, (before) => keepingIds(before, documentOf(lines), stage.newId))
      },
    },
    {
      at: circulatedAt,
      act: async () => {
        const { minutesId } = await recordOf()
        await (await stage.as(by)).mutate(circulateRecord, { minutesId, correctionsHours })
      },
    },
    ...(approved
      ? [
          {
            at: approved.at,
            act: async () => {
              const { minutesId } = await recordOf()
              await (await stage.as(approved.by)).mutate(approveRecord, { minutesId, basis: approved.basis })
            },
          },
        ]
      : []),
    ...(published
      ? [{ at: published.at, act: async () => publish(stage, (await recordOf()).minutesId, published) }]
      : []),
  ]
}

async function publish(stage: Stage, minutesId: string, { by, released }: NonNullable<StoryMinutes['published']>) {
  const officer = await stage.as(by)
  for (const place of released) await officer.mutate(releaseParagraph, { minutesId, place, isReleased: true })
  // What was looked at is what is published: the act wants the hash of the edition as it was shown.
  const { textHash } = await officer.ask(publication, { minutesId })
  await officer.mutate(publishRecord, { minutesId, textHash })
}
