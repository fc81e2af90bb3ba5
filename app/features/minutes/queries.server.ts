import { flatten } from '#app/editor/flatten.ts'
import { bodyById, meetingsOf, recordLinesOf } from '#app/features/agenda/api.server.ts'
import { conferenceById, delegationsOf } from '#app/features/conference/api.server.ts'
import { hidden } from '#app/kernel/policy.ts'
import { type Ask, actingIn, answer, type QueryHandler } from '#app/kernel/work.server.ts'
import { dayIn } from '#app/kernel/zone.ts'
import { publication, type RecordLine, recordList, recordView } from './contract.ts'
import { editionHash } from './edition-hash.server.ts'
import { missingLines } from './line-places.ts'
import { masthead, mastheadForObservers } from './masthead.ts'
import { editionOf } from './paragraphs.ts'
import { mayReadEdition, mayReadRecord } from './policy.ts'
import { loadRecord, paragraphRows } from './record-store.server.ts'
import { mastheadOf, sentencesFor } from './skeleton.server.ts'

export const minutesQueries: QueryHandler[] = [
  answer(recordList, async (ask) => {
    const { tx, actor } = ask
    const acting = actingIn(actor)
    const rows = await tx.minutes.findMany({
      where: { conferenceId: acting.conferenceId },
      select: { id: true, meetingId: true },
    })
    const records: RecordLine[] = []
    for (const { id } of rows) {
      const record = await loadRecord(tx, acting.conferenceId, id)
      const mayRead =
        acting.side === 'observer' ? mayReadEdition(acting, record.rules) : mayReadRecord(acting, record.rules)
      if (mayRead.ok) records.push(await lineOf(ask, record))
    }
    return {
      records: records.sort((a, b) => (a.date + a.symbol < b.date + b.symbol ? 1 : -1)),
      without: acting.side === 'secretariat' ? await meetingsWithout(ask, rows) : [],
    }
  }),

  answer(recordView, async (ask, { minutesId }) => {
    const { tx, actor, allow } = ask
    const acting = actingIn(actor)
    const record = await loadRecord(tx, acting.conferenceId, minutesId)
    const { row, rules, meeting } = record
    const line = { ...(await lineOf(ask, record)), language: row.language, textHash: row.textHash }
    if (acting.side === 'observer') {
      allow(mayReadEdition(acting, rules))
      const edition = await tx.minutesEdition.findUniqueOrThrow({ where: { minutesId } })
      return {
        ...line,
        masthead: masthead.parse(edition.masthead),
        shown: { kind: 'edition' as const, paragraphs: asJson(edition.paragraphs) },
      }
    }
    allow(mayReadRecord(acting, rules))
    if (rules.step === 'DRAFT') {
      // Before the words are made from it, so that what happens meanwhile is heard as news.
      const happened = { lineIds: (await recordLinesOf(tx, meeting.id)).map(({ id }) => id) }
      const { json } = await ask.documents.read(tx, row.documentId)
      const content = flatten(json)
      const missing = [...missingLines(content.content, await sentencesFor(tx, meeting, row.language))]
      return {
        ...line,
        masthead: await mastheadOf(tx, meeting, row.symbol),
        shown: { kind: 'text' as const, documentId: row.documentId, content, happened, missing },
      }
    }
    const paragraphs = await paragraphRows(tx, minutesId)
    return {
      ...line,
      masthead: masthead.parse(row.masthead),
      shown: {
        kind: 'record' as const,
        paragraphs: paragraphs.map(({ label, blocks }) => ({ label, blocks: [...blocks] })),
      },
    }
  }),

  answer(publication, async (ask, { minutesId }) => {
    const { tx, actor, allow } = ask
    const acting = actingIn(actor)
    if (acting.side !== 'secretariat') allow(hidden)
    const record = await loadRecord(tx, acting.conferenceId, minutesId)
    if (record.rules.step === 'DRAFT') allow(hidden)
    const paragraphs = await paragraphRows(tx, minutesId)
    const head = mastheadForObservers(masthead.parse(record.row.masthead))
    const observers = (await delegationsOf(tx, acting.conferenceId)).filter(({ kind }) => kind === 'OBSERVER')
    return {
      ...(await lineOf(ask, record)),
      language: record.row.language,
      masthead: head,
      paragraphs: paragraphs.map(({ place, label, blocks, isReleased }) => ({
        place,
        label,
        isReleased,
        blocks: [...blocks],
      })),
      released: paragraphs.filter(({ isReleased, label }) => isReleased && label).length,
      withheld: paragraphs.filter(({ isReleased, label }) => !isReleased && label).length,
      textHash: editionHash(head, editionOf(paragraphs)),
      observers: observers.map(({ code, names }) => ({ code, names })),
    }
  }),
]

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value))

async function lineOf(
  { tx }: Ask,
  { row, rules, meeting }: Awaited<ReturnType<typeof loadRecord>>,
): Promise<RecordLine> {
  const { timeZone } = await conferenceById(tx, row.conferenceId)
  const body = await bodyById(tx, row.bodyId)
  return {
    minutesId: row.id,
    meetingId: row.meetingId,
    symbol: row.symbol,
    step: rules.step,
    body: body.names,
    bodyKind: body.kind,
    meetingNumber: meeting.number,
    date: dayIn(meeting.openedAt ?? meeting.scheduledStart, timeZone),
    circulatedAt: row.circulatedAt?.toISOString() ?? null,
    correctionsUntil: row.correctionsUntil?.toISOString() ?? null,
    approvedAt: row.approvedAt?.toISOString() ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
  }
}

async function meetingsWithout({ tx, actor }: Ask, rows: readonly { meetingId: string }[]) {
  const { conferenceId } = actingIn(actor)
  const { timeZone } = await conferenceById(tx, conferenceId)
  const meetings = (await meetingsOf(tx, conferenceId)).filter(
    ({ id, openedAt }) => openedAt && !rows.some(({ meetingId }) => meetingId === id),
  )
  return Promise.all(
    meetings.map(async (meeting) => {
      const body = await bodyById(tx, meeting.bodyId)
      return {
        meetingId: meeting.id,
        body: body.names,
        bodyKind: body.kind,
        meetingNumber: meeting.number,
        date: dayIn(meeting.openedAt ?? meeting.scheduledStart, timeZone),
      }
    }),
  )
}
