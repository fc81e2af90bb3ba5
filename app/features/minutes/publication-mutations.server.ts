import { canonicalJson } from '#app/kernel/canonical-json.ts'
import { DomainError, missing } from '#app/kernel/errors.ts'
import { actingIn, handle, type MutationHandler } from '#app/kernel/work.server.ts'
import { publishRecord, releaseAllParagraphs, releaseParagraph } from './contract.ts'
import { editionHash } from './edition-hash.server.ts'
import { masthead, mastheadForObservers } from './masthead.ts'
import { editionOf } from './paragraphs.ts'
import { mayWriteRecord } from './policy.ts'
import { recordsChanged } from './record-mutations.server.ts'
import { assertStep, type RecordStep } from './record-steps.ts'
import { lockRecord, paragraphRows } from './record-store.server.ts'

export const publicationMutations: MutationHandler[] = [
  handle(releaseParagraph, async (work, { minutesId, place, isReleased }) => {
    const acting = actingIn(work.actor)
    const { rules } = await lockRecord(work.tx, acting.conferenceId, minutesId)
    work.allow(mayWriteRecord(acting, rules))
    assertReleasable(rules.step)
    const { count } = await work.tx.minutesParagraph.updateMany({ where: { minutesId, place }, data: { isReleased } })
    if (count === 0) throw missing()
    work.record({ place, isReleased })
    recordsChanged(work)
    return {}
  }),

  handle(releaseAllParagraphs, async (work, { minutesId }) => {
    const acting = actingIn(work.actor)
    const { rules } = await lockRecord(work.tx, acting.conferenceId, minutesId)
    work.allow(mayWriteRecord(acting, rules))
    assertReleasable(rules.step)
    await work.tx.minutesParagraph.updateMany({ where: { minutesId }, data: { isReleased: true } })
    recordsChanged(work)
    return {}
  }),

  handle(publishRecord, async (work, { minutesId, textHash }) => {
    const { tx, now } = work
    const acting = actingIn(work.actor)
    const { conferenceId } = acting
    const { row, rules } = await lockRecord(tx, conferenceId, minutesId)
    work.allow(mayWriteRecord(acting, rules))
    assertStep(rules.step, 'PUBLISHED')
    const paragraphs = editionOf(await paragraphRows(tx, minutesId))
    const head = mastheadForObservers(masthead.parse(row.masthead))
    if (editionHash(head, paragraphs) !== textHash) {
      throw new DomainError(
        'conflict',
        'minutes/not-what-was-shown',
        'The edition has changed since you looked at it. Look at it again, then publish.',
      )
    }
    const stored = JSON.parse(canonicalJson({ masthead: head, paragraphs }))
    await tx.minutesEdition.create({ data: { minutesId, conferenceId, ...stored, textHash, publishedAt: now } })
    await tx.minutes.update({ where: { id: minutesId }, data: { step: 'PUBLISHED', publishedAt: now, textHash } })
    work.record({ symbol: row.symbol, textHash })
    recordsChanged(work)
    return { symbol: row.symbol, publishedAt: now.toISOString(), textHash }
  }),
]

function assertReleasable(step: RecordStep): void {
  if (step === 'CIRCULATED' || step === 'APPROVED') return
  throw step === 'PUBLISHED'
    ? new DomainError(
        'conflict',
        'minutes/published',
        'The observers’ edition has been published and does not change any more.',
      )
    : new DomainError(
        'conflict',
        'minutes/not-circulated',
        'Paragraphs are released once the record has been circulated.',
      )
}
