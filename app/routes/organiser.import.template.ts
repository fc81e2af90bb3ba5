import { fileParts, importTemplate } from '#app/features/imports/contract.ts'
import { missing } from '#app/kernel/errors.ts'
import { load } from '#app/kernel/remix.server.ts'
import { download } from './download.server.ts'

/** A table to fill in, with the headings of the reader's language, or the example of a conference file. */
export const loader = load(async ({ caller, params, context: { locale } }) => {
  const part = fileParts.find((each) => each === params.part)
  if (!part) throw missing()
  const { fileName, text } = await caller.ask(importTemplate, { part, locale })
  return download(fileName, text)
})
