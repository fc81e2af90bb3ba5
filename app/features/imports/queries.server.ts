import { conferenceById, rosterOf } from '#app/features/conference/api.server.ts'
import { actingOf } from '#app/kernel/actor.ts'
import { must } from '#app/kernel/must.ts'
import { hidden } from '#app/kernel/policy.ts'
import { actingIn, answer, answerLoaded, personOf, type QueryHandler, type Tx } from '#app/kernel/work.server.ts'
import { columnsOf } from './columns.ts'
import { conferenceFileOf } from './conference-file-of.server.ts'
import { conferenceFileView, importPreview, importStart, importTemplate } from './contract.ts'
import { csvText } from './csv-text.ts'
import { exampleFile } from './example-file.ts'
import { checkUpload, keptCheckFor } from './kept-check.server.ts'
import { knownTo } from './known.server.ts'
import { mayAddToConference, mayImport, maySeeImport } from './policy.ts'
import { uploadOf, waitingUpload } from './uploads.server.ts'

export const importQueries: QueryHandler[] = [
  answer(importStart, async ({ tx, actor, now, allow }) => {
    if (!maySeeImport(actor)) allow(hidden)
    const { personId } = personOf(actor)
    const acting = actingOf(actor)
    const into = acting && mayAddToConference(acting).ok ? acting.conferenceId : null
    const pending = await tx.importUpload.findFirst({
      where: { personId, expiresAt: { gt: now } },
      select: { id: true, conferenceId: true },
    })
    // One for another conference is looked at where one acts in that.
    const isHere = pending !== null && mayImport(actor, pending.conferenceId).ok
    const upload = isHere ? await waitingUpload(tx, pending.id, now) : null
    return {
      mayFound: mayImport(actor, null).ok,
      current: into ? await conferenceById(tx, into) : null,
      pending: upload && {
        uploadId: upload.id,
        files: [...upload.fileNames],
        expiresAt: upload.expiresAt.toISOString(),
        typed: upload.conference,
      },
    }
  }),

  answerLoaded(
    importPreview,
    async ({ tx, actor, now, allow }, { uploadId }) => {
      const waiting = await waitingUpload(tx, uploadId, now)
      const { conferenceId } = waiting
      allow(mayImport(actor, conferenceId))
      const known = await knownTo(tx, personOf(actor).personId, conferenceId, now)
      const kept = keptCheckFor(waiting.checked, known)
      const target = conferenceId && (await targetOf(tx, conferenceId))
      return { waiting, target, kept, known, upload: kept ? null : await uploadOf(tx, uploadId, now) }
    },
    ({ waiting: { id, conferenceId, fileNames, expiresAt }, target, kept, known, upload }) => {
      const { known: _, conference, ...found } = kept ?? checkUpload(must(upload), known)
      return {
        uploadId: id,
        expiresAt: expiresAt.toISOString(),
        files: [...fileNames],
        isNew: conferenceId === null,
        conference: target || conference,
        ...found,
      }
    },
  ),

  answer(importTemplate, async ({ actor, allow }, { part, locale }) => {
    if (!maySeeImport(actor)) allow(hidden)
    if (part === 'conference') {
      return { fileName: 'conference.json', text: `${JSON.stringify(exampleFile, null, 2)}\n` }
    }
    const columns = columnsOf[part]
    const rows = [
      columns.map((column) => (locale === 'fr' ? column.fr : column.en)),
      ...[0, 1].map((place) => columns.map(({ examples }) => examples[place] ?? '')),
    ]
    return { fileName: `${part}.csv`, text: csvText(rows, locale === 'fr' ? ';' : ',') }
  }),

  answer(conferenceFileView, async ({ tx, actor, allow }) => {
    const acting = actingIn(actor)
    allow(mayAddToConference(acting))
    const file = await conferenceFileOf(tx, acting.conferenceId)
    const name = file.conference.symbolRoot.replace(/[^A-Za-z0-9.-]+/g, '-')
    return { fileName: `${name}.json`, text: `${JSON.stringify(file, null, 2)}\n` }
  }),
]

/** The conference that is added to; of a new one the files or the form say it. */
async function targetOf(tx: Tx, conferenceId: string) {
  const { conference } = await rosterOf(tx, conferenceId)
  const { city } = (await conferenceById(tx, conferenceId)).venue
  return { ...conference, city: city ?? '' }
}
