import { useLoaderData } from '@remix-run/react'
import { programmeView } from '#app/features/agenda/contract.ts'
import { ProgrammePage } from '#app/features/agenda/programme-page.tsx'
import { load } from '#app/kernel/remix.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('agenda.programme') }

export const loader = load(({ caller }) => caller.ask(programmeView, {}))

export default function Programme() {
  return (
    <ProgrammePage programme={useLive<typeof programmeView>('agenda.programme', {}, useLoaderData<typeof loader>())} />
  )
}
