import type { DocumentJson } from '#app/editor/document-shape.ts'
import {
  bodyById,
  itemRefsOf,
  type MeetingRow,
  presentAt,
  recordLinesOf,
  roomById,
} from '#app/features/agenda/api.server.ts'
import { accreditedNames, conferenceById, delegationsOf } from '#app/features/conference/api.server.ts'
import { isLocale } from '#app/i18n/choose-locale.ts'
import { nameInSentence } from '#app/i18n/names.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { dayIn, timeIn } from '#app/kernel/zone.ts'
import { paragraphOf, type ToldSentence } from './line-places.ts'
import { discussedFromTo, type Masthead } from './masthead.ts'
import { sentenceOf } from './sentences.ts'

/** The masthead of a meeting's record, from what happened (MI-8). */
export async function mastheadOf(tx: Tx, meeting: MeetingRow, symbol: string): Promise<Masthead> {
  const { conferenceId } = meeting
  const conference = await conferenceById(tx, conferenceId)
  const body = await bodyById(tx, meeting.bodyId)
  const lines = await recordLinesOf(tx, meeting.id)
  const items = await itemRefsOf(tx, conferenceId)
  const delegations = await delegationsOf(tx, conferenceId)
  const present = new Set(await presentAt(tx, meeting.id))
  const here = delegations.filter(({ id }) => present.has(id))
  const short = ({ code, names }: (typeof delegations)[number]) => ({ code, names })
  const taken = [...new Set(lines.flatMap(({ itemId, kind }) => (itemId && kind.startsWith('item-') ? itemId : [])))]
  return {
    symbol,
    body: body.names,
    meetingNumber: meeting.number,
    date: dayIn(meeting.openedAt ?? meeting.scheduledStart, conference.timeZone),
    timeZone: conference.timeZone,
    place: conference.venue.name ?? null,
    room: meeting.roomId ? (await roomById(tx, meeting.roomId)).name : null,
    privacy: meeting.privacy,
    openedAt: meeting.openedAt?.toISOString() ?? null,
    closedAt: meeting.closedAt?.toISOString() ?? null,
    chair: meeting.presidingId
      ? ((await accreditedNames(tx, [meeting.presidingId])).get(meeting.presidingId) ?? null)
      : null,
    present: here.filter(({ kind }) => kind === 'STATE').map(short),
    observers: here.filter(({ kind }) => kind === 'OBSERVER').map(short),
    items: taken.flatMap((itemId) => {
      const item = items.get(itemId)
      const times = discussedFromTo(lines.filter((line) => line.itemId === itemId))
      return item ? [{ number: item.number, names: item.names, ...times }] : []
    }),
    texts: lines
      .filter(({ kind }) => kind === 'text-tabled' || kind === 'text-issued')
      .map((line) => ({
        symbol: line.symbol ?? '',
        by: delegations.find(({ id }) => id === line.delegationId)?.names ?? null,
        at: line.at.toISOString(),
      })),
  }
}

/** Every procedural sentence of a meeting so far, in order. */
export async function sentencesFor(tx: Tx, meeting: MeetingRow, language: string): Promise<ToldSentence[]> {
  const { timeZone } = await conferenceById(tx, meeting.conferenceId)
  const items = await itemRefsOf(tx, meeting.conferenceId)
  const delegations = new Map((await delegationsOf(tx, meeting.conferenceId)).map((each) => [each.id, each]))
  return (await recordLinesOf(tx, meeting.id)).flatMap((line) => {
    const by = line.delegationId ? delegations.get(line.delegationId) : undefined
    const sentence = sentenceOf(
      {
        kind: line.kind,
        time: timeIn(line.at, timeZone),
        item: line.itemId ? (items.get(line.itemId)?.number ?? null) : null,
        symbol: line.symbol,
        delegation: by ? nameInSentence(by, isLocale(language) ? language : 'en') : null,
      },
      language,
    )
    return sentence ? [{ blockId: line.id, at: line.at.toISOString(), sentence }] : []
  })
}

/** The first text of a record: what happened so far, a paragraph a line. */
export const skeletonText = (sentences: readonly ToldSentence[]): DocumentJson => ({
  type: 'doc',
  content: sentences.length === 0 ? [{ type: 'paragraph' }] : sentences.map(paragraphOf),
})
