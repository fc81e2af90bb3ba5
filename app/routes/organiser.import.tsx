import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { discardImport, fileParts, importStart, receiveImport } from '#app/features/imports/contract.ts'
import { ImportPage } from '#app/features/imports/import-page.tsx'
import type { TypedValues } from '#app/kernel/action-result.ts'
import type { Mutation } from '#app/kernel/contract.ts'
import { DomainError, isDomainError, toRefusal } from '#app/kernel/errors.ts'
import { act, actingSaid, type Entry, load, refused } from '#app/kernel/remix.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('imports.title') }

export const loader = load(({ caller }) => caller.ask(importStart, {}))

export const action = act(receiveImport.name, async (entry, { intent, acting, once: _, ...input }) => {
  if (intent === discardImport.name) {
    const meant = { acting: actingSaid(entry.caller, discardImport, acting) }
    await entry.caller.mutate(discardImport, { uploadId: String(input.uploadId) }, meant)
    return redirect('/organiser/import', 303)
  }
  try {
    const meant = { acting: actingSaid(entry.caller, receiveImport, acting) }
    return redirect(`/organiser/import/${await receive(entry, input, meant)}`, 303)
  } catch (error) {
    if (!isDomainError(error) || error.kind === 'signed-out') throw error
    return refused(receiveImport.name, toRefusal(inForm(error)), typedIn(input))
  }
})

/** The files and the fields of the form as the mutation takes them. Answers where the preview is. */
async function receive(
  { caller }: Entry,
  { file, into, from: _, ...conference }: Record<string, unknown>,
  meant: { readonly acting?: string },
) {
  const files = await sentFiles(file)
  const isOwn = into !== 'CURRENT'
  const isWhole = files.some(({ part }) => part === 'conference')
  const fields = isOwn && !isWhole && files.length > 0 ? { conference } : {}
  // What was typed is for the contract to judge, as everywhere.
  const mutation: Mutation = receiveImport
  const answer = await caller.mutate(mutation, { into: isOwn ? 'NEW' : 'CURRENT', files, ...fields }, meant)
  return receiveImport.output.parse(answer).uploadId
}

/** What is wrong, under the names the form has. */
const inForm = ({ kind, code, sentence, params, fields = [] }: DomainError) =>
  new DomainError(kind, code, sentence, {
    params,
    fields: fields.map((field) => ({ ...field, path: field.path.replace(/^conference\./, '') })),
  })

/** What was typed, by the names of the fields: the page is made anew without JavaScript. Files are chosen again. */
const typedIn = (input: Record<string, unknown>, prefix = ''): TypedValues =>
  Object.fromEntries(
    Object.entries(input).flatMap(([name, value]): [string, readonly string[]][] => {
      if (typeof value === 'string') return [[`${prefix}${name}`, [value]]]
      const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof File)
      return isGroup ? Object.entries(typedIn({ ...value }, `${prefix}${name}.`)) : []
    }),
  )

async function sentFiles(sent: unknown) {
  const given = new Map(typeof sent === 'object' && sent !== null ? Object.entries(sent) : [])
  const files = await Promise.all(
    fileParts.map(async (part) => {
      const file: unknown = given.get(part)
      // A file field left empty is sent as a file without a name.
      if (!(file instanceof File) || file.name === '') return []
      return [{ part, name: file.name.slice(-255), bytes: new Uint8Array(await file.arrayBuffer()) }]
    }),
  )
  return files.flat()
}

export default function Import() {
  return <ImportPage start={useLive<typeof importStart>('imports.start', {}, useLoaderData<typeof loader>())} />
}
