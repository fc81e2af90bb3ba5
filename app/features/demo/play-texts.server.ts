import {
  createPosition,
  draftView,
  issueRevision,
  nameRevision,
  openSharedDraft,
  tableRevision,
  tablingReview,
} from '#app/features/drafts/contract.ts'
import { openNote } from '#app/features/notes/contract.ts'
import { must } from '#app/kernel/must.ts'
import { documentOf, keepingIds } from './blocks.ts'
import type { Scene } from './scene.server.ts'
import type { StoryEvent } from './stage.ts'
import type { StoryDraft, StoryNote, StoryPosition } from './story.ts'

/** Positions are drafted, revised and tabled; shared drafts opened, written in and issued; notes kept. */
export const textEvents = (scene: Scene): StoryEvent[] => [
  ...scene.story.sharedDrafts.flatMap((draft) => sharedDraftEvents(scene, draft)),
  ...scene.story.positions.flatMap((position) => positionEvents(scene, position)),
  ...scene.story.notes.flatMap((note) => noteEvents(scene, note)),
]

/** Something made once, by the first event that needs it. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const write = ({ stage }: Scene, by: string, documentId: string, lines: readonly string[]) =>
  stage.write(by, documentId, (before) => keepingIds(before, documentOf(lines), stage.newId))

/** A name for the text as it stands; answers what the review of it shows. */
async function keep({ stage }: Scene, by: string, draftId: string, name: string) {
  const writer = await stage.as(by)
  const { revisionId } = await writer.mutate(nameRevision, { draftId, name })
  const { revision } = await writer.ask(tablingReview, { draftId, revisionId })
  return { draftId, revisionId, textHash: revision.textHash }
}

function positionEvents(scene: Scene, position: StoryPosition): StoryEvent[] {
  const { stage } = scene
  const { drafter, head, item, subject, title, writings, tabled } = position
  const draft = once(async () => {
    const writer = await stage.as(drafter)
    const { draftId } = await writer.mutate(createPosition, { title, subject, itemId: scene.item(item) })
    return writer.ask(draftView, { draftId })
  })
  let last: Awaited<ReturnType<typeof keep>> | undefined
  return [
    ...writings.map(({ at, by, text, revision }) => ({
      at,
      act: async () => {
        const { draftId, documentId } = await draft()
        await write(scene, by, documentId, text)
        if (revision) last = await keep(scene, by, draftId, revision)
      },
    })),
    ...(tabled
      ? [
          {
            at: tabled.at,
            act: async () => {
              await (await stage.as(head)).mutate(tableRevision, { ...must(last), audience: tabled.audience })
            },
          },
        ]
      : []),
  ]
}

function sharedDraftEvents(
  scene: Scene,
  { by, item, subject, title, group, openedAt, writings }: StoryDraft,
): StoryEvent[] {
  const { stage } = scene
  const draft = once(async () => {
    const officer = await stage.as(by)
    const delegationIds = group.map(scene.delegation)
    const { draftId } = await officer.mutate(openSharedDraft, {
      title,
      subject,
      itemId: scene.item(item),
      delegationIds,
    })
    return officer.ask(draftView, { draftId })
  })
  let last: Awaited<ReturnType<typeof keep>> | undefined
  return [
    { at: openedAt, act: async () => void (await draft()) },
    ...writings.flatMap(({ at, by: writer, text, revision, issuedAt }) => [
      {
        at,
        act: async () => {
          const { draftId, documentId } = await draft()
          await write(scene, writer, documentId, text)
          if (revision) last = await keep(scene, writer, draftId, revision)
        },
      },
      ...(issuedAt
        ? [
            {
              at: issuedAt,
              act: async () => {
                await (await stage.as(writer)).mutate(issueRevision, { ...must(last), audience: 'STATES' })
              },
            },
          ]
        : []),
    ]),
  ]
}

const noteEvents = (scene: Scene, { item, scope, writings }: StoryNote): StoryEvent[] =>
  writings.map(({ at, by, text }) => ({
    at,
    act: async () => {
      const { documentId } = await (await scene.stage.as(by)).mutate(openNote, { itemId: scene.item(item), scope })
      await write(scene, by, documentId, text)
    },
  }))
