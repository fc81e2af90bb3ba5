import { useLoaderData } from '@remix-run/react'
import { ConferenceListPage } from '#app/features/conference/conference-list.tsx'
import { conferenceList } from '#app/features/conference/contract.ts'
import { load } from '#app/kernel/remix.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('conference.conferences') }

export const loader = load(({ caller }) => caller.ask(conferenceList, {}))

export default function Conferences() {
  return (
    <ConferenceListPage list={useLive<typeof conferenceList>('conference.list', {}, useLoaderData<typeof loader>())} />
  )
}
