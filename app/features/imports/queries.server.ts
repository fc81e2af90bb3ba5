import { conferenceById, rosterOf } from '#app/features/conference/api.server.ts'
import { actingOf } from '#app/kernel/actor.ts'
import { hidden } from '#app/kernel/policy.ts'
import { actingIn, answer, personOf, type QueryHandler, type Tx } from '#app/kernel/work.server.ts'
import { check } from './check.ts'
import { columnsOf } from './columns.ts'
import { conferenceFileOf } from './conference-file-of.server.ts'
import { conferenceFileView, importPreview, importStart, importTemplate } from './contract.ts'
import { countsOf } from './counts.ts'
import { csvText } from './csv-text.ts'
import { exampleFile } from './example-file.ts'
import { knownTo } from './known.server.ts'
import type { Reading } from './parts.ts'
import { mayAddToConference, mayImport, maySeeImport } from './policy.ts'
import { readUpload, type Upload, uploadOf } from './uploads.server.ts'

export const importQueries: QueryHandler[] = [
  answer(importStart, async ({ tx, actor, now, allow }) => {
    if (!maySeeImport(actor)) allow(hidden)
    const { personId } = personOf(actor)
    const acting = actingOf(actor)
    const into = acting && mayAddToConference(acting).ok ? acting.conferenceId : null
    const pending = await tx.importUpload.findFirst({ where: { personId, expiresAt: { gt: now } } })
    const upload = pending && (await uploadOf(tx, pending.id, now))
    return {
      mayFound: mayImport(actor, null).ok,
      current: into ? await conferenceById(tx, into) : null,
      pending: upload && {
        uploadId: upload.id,
        files: upload.files.map(({ name }) => name),
        expiresAt: upload.expiresAt.toISOString(),
        typed: upload.conference,
      },
    }
  }),

  answer(importPreview, async ({ tx, actor, now, allow }, { uploadId }) => {
    const upload = await uploadOf(tx, uploadId, now)
    allow(mayImport(actor, upload.conferenceId))
    const known = await knownTo(tx, personOf(actor).personId, upload.conferenceId, now)
    const reading = readUpload(upload, known)
    const checked = check(reading, known)
    return {
      uploadId,
      expiresAt: upload.expiresAt.toISOString(),
      files: upload.files.map(({ name }) => name),
      isNew: upload.conferenceId === null,
      conference: await targetOf(tx, upload, reading),
      counts: countsOf(reading, known),
      ...checked,
    }
  }),

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

/** The conference the preview is about: the one in the file, the one typed, or the one that is added to. */
async function targetOf(tx: Tx, { conferenceId }: Upload, { parts }: Reading) {
  if (conferenceId === null) return parts.conference?.value ?? null
  const { conference } = await rosterOf(tx, conferenceId)
  const { city } = (await conferenceById(tx, conferenceId)).venue
  return { ...conference, city: city ?? '' }
}
