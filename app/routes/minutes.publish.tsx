import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publication, publishRecord, releaseAllParagraphs, releaseParagraph } from '#app/features/minutes/contract.ts'
import { PublicationPage } from '#app/features/minutes/publication-page.tsx'
import { must } from '#app/kernel/must.ts'
import { leadsTo, load } from '#app/kernel/remix.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { confirmedAction } from './confirmed-action.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('minutes.observerEdition') }

export const loader = load(({ caller, params }) => caller.ask(publication, { minutesId: must(params.minutesId) }))

export const action = confirmedAction(
  releaseParagraph,
  releaseAllParagraphs,
  leadsTo(publishRecord, (_, { params }) => redirect(`/minutes/${must(params.minutesId)}`)),
)

export default function Publish() {
  const loaded = useLoaderData<typeof loader>()
  return (
    <PublicationPage
      publication={useLive<typeof publication>('minutes.publication', { minutesId: loaded.minutesId }, loaded)}
    />
  )
}
