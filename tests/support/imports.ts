import { tableNames } from '#app/features/imports/columns.ts'
import type { ConferenceFileInput } from '#app/features/imports/conference-file.ts'
import { confirmImport, importPreview, receiveImport } from '#app/features/imports/contract.ts'
import type { Caller } from '#app/kernel/caller.ts'
import type { InputOf } from '#app/kernel/contract.ts'

export const bytesOf = (text: string) => new TextEncoder().encode(text)

type Sent = InputOf<typeof receiveImport>['files'][number]

export const aFile = (
  part: Sent['part'],
  text: string,
  name = part === 'conference' ? 'c.json' : `${part}.csv`,
): Sent => ({
  part,
  name,
  bytes: bytesOf(text),
})

/** Sends a conference file and answers what the preview says. */
export async function sendFile(caller: Caller, file: ConferenceFileInput | string) {
  const text = typeof file === 'string' ? file : JSON.stringify(file, null, 2)
  const { uploadId } = await caller.mutate(receiveImport, { into: 'NEW', files: [aFile('conference', text)] })
  return caller.ask(importPreview, { uploadId })
}

/** Sends tables to the conference that is acted in. */
export async function sendTables(
  caller: Caller,
  tables: Partial<Record<'delegations' | 'participants' | 'agenda', string>>,
) {
  const files = tableNames.flatMap((part) => (tables[part] === undefined ? [] : aFile(part, tables[part])))
  const { uploadId } = await caller.mutate(receiveImport, { into: 'CURRENT', files })
  return caller.ask(importPreview, { uploadId })
}

export const confirm = (caller: Caller, { uploadId }: { uploadId: string }) =>
  caller.mutate(confirmImport, { uploadId })
