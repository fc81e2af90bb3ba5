import { bodyById, meetingById } from '#app/features/agenda/api.server.ts'
import { missing } from '#app/kernel/errors.ts'
import { hoursMs } from '#app/kernel/time.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import {
  approveRecord,
  circulateRecord,
  insertLines,
  openRecord,
  publication,
  recordList,
  recordView,
  takeRecordBack,
} from './contract.ts'
import { missingLines, paragraphOf, placesOf } from './line-places.ts'
import { paragraphsOf } from './paragraphs.ts'
import { mayApprove, mayCirculate, mayKeepRecords, mayWriteRecord } from './policy.ts'
import { assertDraft, assertStep } from './record-steps.ts'
import { lockRecord } from './record-store.server.ts'
import { nothingToCirculate, recordSymbol } from './record-symbols.ts'
import { mastheadOf, sentencesFor, skeletonText } from './skeleton.server.ts'

export const recordMutations: MutationHandler[] = [
  handle(openRecord, async (work, { meetingId, language }) => {
    const { tx, now, newId, documents } = work
    const acting = actingIn(work.actor)
    work.allow(mayKeepRecords(acting))
    const { conferenceId } = acting
    const meeting = await meetingById(tx, conferenceId, meetingId)
    // The meeting's row is locked: two rapporteurs who open at once share one record (MI-1).
    await tx.$executeRaw`SELECT 1 FROM meeting WHERE id = ${meetingId} FOR UPDATE`
    const before = await tx.minutes.findUnique({ where: { meetingId }, select: { id: true } })
    if (before) return { minutesId: before.id }
    const content = skeletonText(await sentencesFor(tx, meeting, language))
    const documentId = await documents.create(tx, {
      kind: 'minutes',
      conferenceId,
      side: 'secretariat',
      content,
      now,
      newId,
    })
    const minutesId = newId<'minutes'>()
    const symbol = meeting.recordSymbol ?? recordSymbol((await bodyById(tx, meeting.bodyId)).symbol, meeting.number)
    await tx.minutes.create({
      data: {
        id: minutesId,
        conferenceId,
        meetingId,
        bodyId: meeting.bodyId,
        symbol,
        language,
        documentId,
        createdAt: now,
      },
    })
    recordsChanged(work)
    return { minutesId }
  }),

  handle(insertLines, async (work, { minutesId, lineId }) => {
    const { tx, now, newId, documents } = work
    const acting = actingIn(work.actor)
    const { row, rules, meeting } = await lockRecord(tx, acting.conferenceId, minutesId)
    work.allow(mayWriteRecord(acting, rules))
    assertDraft(rules.step)
    const lines = await sentencesFor(tx, meeting, row.language)
    if (lineId && !lines.some(({ blockId }) => blockId === lineId)) throw missing()
    let inserted = 0
    await documents.add(tx, row.documentId, {
      // Asked of the text as it is now, so that two who press at once add each line once.
      arrange({ content }) {
        const wanted = missingLines(content, lines).filter(({ blockId }) => !lineId || blockId === lineId)
        inserted = wanted.length
        return placesOf(content, lines, wanted).map(({ at, line }) => ({ at, block: paragraphOf(line) }))
      },
      now,
      newId,
    })
    work.record({ inserted })
    work.changed(recordView, { minutesId })
    return { inserted }
  }),

  handle(circulateRecord, async (work, { minutesId, correctionsHours }) => {
    const { tx, now, documents } = work
    const acting = actingIn(work.actor)
    const { row, rules, meeting } = await lockRecord(tx, acting.conferenceId, minutesId)
    work.allow(mayWriteRecord(acting, rules))
    assertStep(rules.step, 'CIRCULATED')
    work.allow(mayCirculate(rules.closedAt))
    const { json } = await documents.read(tx, row.documentId)
    const earlier = await tx.minutesParagraph.findMany({ where: { minutesId } })
    const labels = Object.fromEntries(earlier.flatMap(({ blockId, label }) => (label ? [[blockId, label]] : [])))
    const paragraphs = paragraphsOf(json, labels)
    if (paragraphs.length === 0) throw nothingToCirculate()
    await tx.minutesParagraph.deleteMany({ where: { minutesId } })
    await tx.minutesParagraph.createMany({
      data: paragraphs.map(({ blockId, label, blocks }, index) => ({
        minutesId,
        conferenceId: acting.conferenceId,
        place: index + 1,
        label,
        blockId,
        blocks: JSON.parse(JSON.stringify(blocks)),
        isReleased: earlier.some((each) => each.blockId === blockId && each.isReleased),
      })),
    })
    await tx.minutes.update({
      where: { id: minutesId },
      data: {
        step: 'CIRCULATED',
        circulatedAt: now,
        correctionsUntil: new Date(now.getTime() + hoursMs(correctionsHours)),
        masthead: await mastheadOf(tx, meeting, row.symbol),
      },
    })
    await documents.close(tx, row.documentId, 'circulated')
    work.revoke({ scope: 'document', id: row.documentId, reason: 'closed' })
    recordsChanged(work)
    return {}
  }),

  handle(takeRecordBack, async (work, { minutesId }) => {
    const { tx, documents } = work
    const acting = actingIn(work.actor)
    const { row, rules } = await lockRecord(tx, acting.conferenceId, minutesId)
    work.allow(mayWriteRecord(acting, rules))
    assertStep(rules.step, 'DRAFT')
    await tx.minutes.update({
      where: { id: minutesId },
      data: { step: 'DRAFT', circulatedAt: null, correctionsUntil: null },
    })
    await documents.reopen(tx, row.documentId)
    work.revoke({ scope: 'document', id: row.documentId, reason: 'access-changed' })
    recordsChanged(work)
    return {}
  }),

  handle(approveRecord, async (work, { minutesId, basis }) => {
    const { tx, now } = work
    const acting = actingIn(work.actor)
    const { rules } = await lockRecord(tx, acting.conferenceId, minutesId)
    work.allow(mayApprove(acting, rules))
    assertStep(rules.step, 'APPROVED')
    await tx.minutes.update({
      where: { id: minutesId },
      data: { step: 'APPROVED', approvedAt: now, approvalBasis: basis },
    })
    recordsChanged(work)
    return {}
  }),
]

export function recordsChanged(work: Work): void {
  work.changed(recordList, {})
  work.changed(recordView, {})
  work.changed(publication, {})
}
