import { conferenceById } from '#app/features/conference/api.server.ts'
import { giveAccessLinks } from '#app/features/identity/api.server.ts'
import { mayInvite } from '#app/features/identity/policy.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { allowed, assertAllowed, hidden } from '#app/kernel/policy.ts'
import { actingIn, handle, handlePrepared, type MutationHandler, personOf } from '#app/kernel/work.server.ts'
import { check } from './check.ts'
import { fileConference } from './conference-file.ts'
import { confirmImport, discardImport, giveLinks, importStart, receiveImport } from './contract.ts'
import { countsOf } from './counts.ts'
import { checkUpload } from './kept-check.server.ts'
import { holdConference, knownTo } from './known.server.ts'
import type { Known } from './known.ts'
import type { Reading } from './parts.ts'
import { placesOf } from './places.server.ts'
import { mayImport } from './policy.ts'
import { readable } from './unreadable.server.ts'
import { keptMs, readUpload, uploadOf } from './uploads.server.ts'
import { writeParts } from './write.server.ts'

export const importMutations: MutationHandler[] = [
  handlePrepared(
    receiveImport,
    async ({ read, now, actor }, { into, conference, files }) => {
      const { personId } = personOf(actor)
      const conferenceId = into === 'CURRENT' ? actingIn(actor).conferenceId : null
      assertAllowed(mayImport(actor, conferenceId))
      const parts = files.map(({ part }) => part)
      assertComplete({ parts, isNew: conferenceId === null, hasFields: conference !== undefined })
      const kept = readable(files)
      const fields = conference && !parts.includes('conference') ? conference : null
      const known = await read((tx) => knownTo(tx, personId, conferenceId, now))
      const checked = checkUpload({ conference: fields && fileConference.parse(fields), files: kept }, known)
      return { conferenceId, kept, fields, checked }
    },
    async (work, _, { conferenceId, kept, fields, checked }) => {
      const { tx, now, newId } = work
      const { personId } = personOf(work.actor)
      work.allow(mayImport(work.actor, conferenceId))
      // One at a time: what was sent before is replaced, so that no list of people lies about longer than it is needed.
      await tx.importUpload.deleteMany({ where: { personId } })
      const uploadId = newId<'importUpload'>()
      await tx.importUpload.create({
        data: {
          id: uploadId,
          personId,
          conferenceId,
          ...(fields ? { fields: { ...fields } } : {}),
          files: kept.map((file) => ({ ...file })),
          fileNames: kept.map(({ name }) => name),
          checked: JSON.parse(JSON.stringify(checked)),
          createdAt: now,
          expiresAt: new Date(now.getTime() + keptMs),
        },
      })
      work.record({ files: kept.length })
      work.changed(importStart, {}, { personId })
      return { uploadId }
    },
  ),

  handlePrepared(
    confirmImport,
    // Reading thousands of rows takes a moment, in which nobody's row is held.
    async ({ read, now, actor }, { uploadId }) => {
      const { personId } = personOf(actor)
      const [upload, known] = await read(async (tx) => {
        const found = await uploadOf(tx, uploadId, now)
        return [found, await knownTo(tx, personId, found.conferenceId, now)] as const
      })
      const reading = readUpload(upload, known)
      return { upload, known, reading, isSound: isSound(reading, known) }
    },
    async (work, { uploadId }, { upload, ...before }) => {
      const { tx, now } = work
      const { personId } = personOf(work.actor)
      work.allow(mayImport(work.actor, upload.conferenceId))
      if (upload.conferenceId) await holdConference(tx, upload.conferenceId)
      // Taken away first and for good, so that the button pressed twice writes once.
      const { count } = await tx.importUpload.deleteMany({ where: { id: uploadId, expiresAt: { gt: now } } })
      work.allow(count === 1 ? allowed : hidden)
      const known = await knownTo(tx, personId, upload.conferenceId, now)
      // What the words of a table mean depends on what is there: read again only if that changed meanwhile.
      const isSame = JSON.stringify(known) === JSON.stringify(before.known)
      const reading = isSame ? before.reading : readUpload(upload, known)
      if (!(isSame ? before.isSound : isSound(reading, known))) throw stillToCorrect()
      const { parts } = reading
      const { conferenceId, login } = await writeParts(work, { parts, known, conferenceId: upload.conferenceId })
      const counts = countsOf(reading, known)
      work.record({ conferenceId, ...counts })
      work.changed(importStart, {}, { personId })
      return { conferenceId, counts, login }
    },
  ),

  handle(discardImport, async (work, { uploadId }) => {
    const { personId } = personOf(work.actor)
    const { count } = await work.tx.importUpload.deleteMany({ where: { id: uploadId, personId } })
    work.allow(count === 1 ? allowed : hidden)
    work.changed(importStart, {}, { personId })
    return {}
  }),

  handle(giveLinks, async (work) => {
    const acting = actingIn(work.actor)
    work.allow(acting.side === 'secretariat' ? mayInvite(acting) : hidden)
    const links = await giveAccessLinks(work, acting)
    const places = await placesOf(work.tx, acting.conferenceId)
    work.record({ links: links.length })
    const { timeZone } = await conferenceById(work.tx, acting.conferenceId)
    return {
      timeZone,
      links: links.flatMap((link) => {
        const place = places.find(({ accreditationId }) => accreditationId === link.accreditationId)
        return place ? { ...place, ...link } : []
      }),
    }
  }),
]

const isSound = (reading: Reading, known: Known) => check(reading, known).problems.length === 0

interface Sent {
  readonly parts: readonly string[]
  readonly isNew: boolean
  readonly hasFields: boolean
}

function assertComplete({ parts, isNew, hasFields }: Sent): void {
  if (parts.length === 0) throw at('file', 'imports/no-file', 'Choose a file.')
  const isWhole = parts.includes('conference')
  if (isWhole && (parts.length > 1 || !isNew)) {
    throw at(
      'file.conference',
      'imports/file-stands-alone',
      'A conference file makes a conference of its own. Send it alone.',
    )
  }
  if (isNew && !isWhole && !hasFields) {
    throw at('conference.shortName', 'imports/which-conference', 'Say which conference the tables belong to.')
  }
}

const at = (path: string, code: string, sentence: string) =>
  new DomainError('invalid', 'invalid', 'Some entries need attention.', { fields: [{ path, code, sentence }] })

const stillToCorrect = () =>
  new DomainError(
    'conflict',
    'imports/still-to-correct',
    'Something has to be corrected first; nothing was written. The preview says what.',
  )
