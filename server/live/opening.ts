import { randomInt } from 'node:crypto'
import { type Acting, actingOf, type Person } from '#app/kernel/actor.ts'
import type { DocumentAccess, DocumentKind } from '#app/kernel/documents.ts'
import { missing } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { cleanText, type Names } from '#app/kernel/text.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import type { Bearer, OpenInput } from '#app/live/messages.ts'
import type { Admission } from './member.ts'

export interface OpeningParts {
  readonly kinds: ReadonlyMap<string, DocumentKind>
  /** One transaction under row-level security for this person. */
  asPerson<Result>(person: Person, work: (tx: Tx) => Promise<Result>): Promise<Result>
  readonly editorSchema: number
}

export interface Opening {
  admit(person: Person, input: OpenInput): Promise<Admission>
  /** Asked again when access may have changed; throws `missing` when there is none any more. */
  access(person: Person, documentId: string): Promise<Pick<Admission, 'access' | 'accessEpoch'>>
}

interface Granted extends Pick<DocumentAccess, 'caret'>, Pick<Admission, 'access' | 'accessEpoch'> {}

interface DocumentRow {
  kind: string
  access_epoch: number
}

const mostIds = 2 ** 32 - 1
const issueAttempts = 5

/** Decides whether and how a person may open a document. Who may not is answered as if there were none (SEC-063). */
export function createOpening({ kinds, asPerson, editorSchema }: OpeningParts): Opening {
  async function decide(tx: Tx, person: Person, documentId: string): Promise<Granted> {
    // The epoch is read before access is decided: if access changes in between, edits under the older epoch are refused.
    const [row] = await tx.$queryRaw<
      DocumentRow[]
    >`SELECT kind, access_epoch FROM live_document WHERE id = ${documentId}`
    const decision = row ? await kinds.get(row.kind)?.open(tx, person, documentId) : null
    if (!row || !decision || decision.access === 'none') throw missing()
    return { access: decision.access, caret: decision.caret, accessEpoch: row.access_epoch }
  }

  return {
    admit: (person, input) =>
      asPerson(person, async (tx) => {
        const acting = actingOf(person)
        if (!acting) throw missing()
        const { access, caret, accessEpoch } = await decide(tx, person, input.document)
        const isEditorCurrent = input.schema === editorSchema
        const mayWrite = access === 'write' && isEditorCurrent
        const holder = newId()
        const ids = mayWrite ? await admitIds(tx, person, acting, input, holder) : { clientId: null, carried: [] }
        const who = await bearerOf(tx, person, acting, caret)
        return { access, who, bearerKey: keyOf(acting, caret), accessEpoch, holder, isEditorCurrent, ...ids }
      }),
    access: (person, documentId) =>
      asPerson(person, async (tx) => {
        const { access, accessEpoch } = await decide(tx, person, documentId)
        return { access, accessEpoch }
      }),
  }
}

/** Client ids are the server's to give: a new one, or those this accreditation was given in this document before. */
async function admitIds(tx: Tx, { personId }: Person, { accreditationId }: Acting, input: OpenInput, holder: string) {
  const { document, resume, carry = [] } = input
  const take = async (wanted: readonly number[], fresh: number | null) => {
    const rows = await tx.$queryRaw<{ client_id: bigint; is_fresh: boolean }[]>`
      SELECT client_id, is_fresh FROM plenary_live_admit(
        ${document}, ${accreditationId}, ${personId}, ${holder}, ${wanted.map(BigInt)}::bigint[], ${fresh}::bigint)`
    return rows.map((row) => ({ id: Number(row.client_id), isFresh: row.is_fresh }))
  }
  const known = [...new Set(resume === undefined ? carry : [resume, ...carry])]
  const taken = known.length > 0 ? (await take(known, null)).map(({ id }) => id) : []
  const carried = taken.filter((id) => id !== resume)
  if (resume !== undefined && taken.includes(resume)) return { clientId: resume, carried }
  for (let attempt = 0; attempt < issueAttempts; attempt++) {
    const [issued] = await take([], randomInt(1, mostIds))
    if (issued) return { clientId: issued.id, carried }
  }
  throw new Error('No client id was free.')
}

async function bearerOf(
  tx: Tx,
  person: Person,
  acting: Acting,
  caret: DocumentAccess['caret'],
): Promise<Bearer | null> {
  if (caret === 'none') return null
  if (caret === 'person') return { kind: 'person', name: shownName(person.name) }
  if (!acting.delegationId) return { kind: 'secretariat' }
  const rows = await tx.$queryRaw<{ names: Names }[]>`SELECT names FROM delegation WHERE id = ${acting.delegationId}`
  const names = Object.entries(rows[0]?.names ?? {}).map(([language, name]) => [language, shownName(name)])
  return { kind: 'delegation', names: Object.fromEntries(names) }
}

function keyOf(acting: Acting, caret: DocumentAccess['caret']): string {
  return caret === 'delegation' ? (acting.delegationId ?? 'secretariat') : acting.accreditationId
}

/** One short line without controls or anything that changes the direction of what follows (SEC-070). */
const shownName = (name: string) => cleanText(name).replace(/\s+/g, ' ').trim().slice(0, 80)
