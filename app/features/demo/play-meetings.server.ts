import { adoptAgenda, closeItem, openItem, resumeItem, suspendItem } from '#app/features/agenda/contract.ts'
import {
  announce,
  closeMeeting,
  declareLeft,
  declarePresent,
  openMeeting,
  resumeMeeting,
  suspendMeeting,
} from '#app/features/agenda/meeting-contract.ts'
import { withTimes } from './clock.ts'
import type { Scene } from './scene.server.ts'
import type { StoryEvent } from './stage.ts'
import type { StoryMeeting } from './story.ts'

const itemActs = { open: openItem, suspend: suspendItem, resume: resumeItem, close: closeItem } as const
const meetingActs = { open: openMeeting, suspend: suspendMeeting, resume: resumeMeeting, close: closeMeeting } as const

/** Meetings are opened, items taken up and closed, the roll called, the agenda adopted, announcements made. */
export function meetingEvents(scene: Scene): StoryEvent[] {
  const { stage, story } = scene
  const { adoption } = story
  return [
    ...story.meetings.flatMap((meeting) => eventsOf(scene, meeting)),
    {
      at: adoption.at,
      act: async () => {
        await (await stage.as(adoption.by)).mutate(adoptAgenda, { symbol: adoption.symbol })
      },
    },
    ...story.announcements.map(({ at, by, audience, texts }) => ({
      at,
      act: async () => {
        const moved = Object.entries(texts).map(([language, text]) => [language, withTimes(text, scene)])
        await (await stage.as(by)).mutate(announce, { audience, texts: Object.fromEntries(moved) })
      },
    })),
  ]
}

function eventsOf(scene: Scene, meeting: StoryMeeting): StoryEvent[] {
  const { stage, story } = scene
  const meetingId = scene.meeting(meeting)
  return [
    ...meeting.log.map(({ at, act, item, reason }) => ({
      at,
      act: async () => {
        const chair = await stage.as(meeting.presiding)
        if (item) await chair.mutate(itemActs[act], { itemId: scene.item(item) })
        else await chair.mutate(meetingActs[act], { meetingId, ...(reason ? { reason } : {}) })
      },
    })),
    {
      at: meeting.rollCall.at,
      act: async () => {
        const desk = await stage.as(story.rollCalledBy)
        for (const code of meeting.rollCall.present) {
          await desk.mutate(declarePresent, { meetingId, delegationId: scene.delegation(code) })
        }
      },
    },
    ...meeting.left.map(({ at, delegation }) => ({
      at,
      act: async () => {
        const desk = await stage.as(story.rollCalledBy)
        await desk.mutate(declareLeft, { meetingId, delegationId: scene.delegation(delegation) })
      },
    })),
  ]
}
