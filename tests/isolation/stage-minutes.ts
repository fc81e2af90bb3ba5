import {
  approveRecord,
  circulateRecord,
  openRecord,
  publication,
  publishRecord,
  recordView,
  releaseParagraph,
} from '#app/features/minutes/contract.ts'
import { aDocument, aParagraph } from '#tests/builders/documents.ts'
import type { WholeServer } from '#tests/support/whole-server.ts'
import { write, writeAndDelete } from '#tests/support/writing.ts'
import { conference, type Reader, type Register, states } from './secrets.ts'
import type { stageAgenda } from './stage-agenda.ts'

type PastMeeting = Awaited<ReturnType<typeof stageAgenda>>['pastMeeting']

/** Four records, each one step further than the one before it. */
export async function stageMinutes(server: WholeServer, { secret }: Register, pastMeeting: PastMeeting) {
  const rapporteur = await server.as('rapporteur')
  const chair = await server.as('chair')

  /** A record with one paragraph that may be released and one that may not. */
  async function aRecord(name: string, readers: readonly Reader[], readersIfReleased: readonly Reader[] = readers) {
    const item = secret(`name of the item taken in the meeting of the ${name} record`, ...states, 'secretariat')
    const { meetingId, itemId } = await pastMeeting(item, ['IKD'])
    const { minutesId } = await rapporteur.mutate(openRecord, { meetingId })
    const { shown } = await rapporteur.ask(recordView, { minutesId })
    const documentId = shown.kind === 'text' ? shown.documentId : ''
    await writeAndDelete(server, 'rapporteur', documentId, secret(`deleted words of the ${name} record`, 'secretariat'))
    const kept = secret(`paragraph of the ${name} record`, ...readersIfReleased)
    const withheld = secret(`withheld paragraph of the ${name} record`, ...readers)
    const text = aDocument(aParagraph(kept, 'kept00000001'), aParagraph(withheld, 'held00000001'))
    await write(server, 'rapporteur', documentId, text)
    const { id: lineId } = await server.database.prisma.recordLine.findFirstOrThrow({
      where: { meetingId, kind: 'item-opened' },
    })
    return { minutesId, meetingId, documentId, itemId, lineId }
  }

  async function circulated(...given: Parameters<typeof aRecord>) {
    const record = await aRecord(...given)
    await rapporteur.mutate(circulateRecord, { minutesId: record.minutesId })
    return record
  }

  async function approved(...given: Parameters<typeof aRecord>) {
    const record = await circulated(...given)
    const basis = secret(`basis on which the ${given[0]} record was approved`, 'secretariat')
    await chair.mutate(approveRecord, { minutesId: record.minutesId, basis })
    const { paragraphs } = await rapporteur.ask(publication, { minutesId: record.minutesId })
    for (const { place, blocks } of paragraphs) {
      const isReleased = JSON.stringify(blocks).includes('kept00000001')
      await rapporteur.mutate(releaseParagraph, { minutesId: record.minutesId, place, isReleased })
    }
    return record
  }

  async function published(...given: Parameters<typeof aRecord>) {
    const record = await approved(...given)
    const { minutesId } = record
    const { textHash } = await rapporteur.ask(publication, { minutesId })
    await rapporteur.mutate(publishRecord, { minutesId, textHash })
    return record
  }

  const delegates = [...states, 'secretariat'] as const
  return {
    draft: await aRecord('draft', ['secretariat']),
    circulated: await circulated('circulated', ['A', 'secretariat']),
    approved: await approved('approved', delegates),
    published: await published('published', delegates, conference),
  }
}

export type MinutesStage = Awaited<ReturnType<typeof stageMinutes>>
