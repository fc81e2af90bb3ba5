import { conferenceFileView } from '#app/features/imports/contract.ts'
import { load } from '#app/kernel/remix.server.ts'
import { download } from './download.server.ts'

/** The conference one acts in as a conference file. */
export const loader = load(async ({ caller }) => {
  const { fileName, text } = await caller.ask(conferenceFileView, {})
  return download(fileName, text)
})
