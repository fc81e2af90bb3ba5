import { useLoaderData } from '@remix-run/react'
import { AgendaPage } from '#app/features/agenda/agenda-page.tsx'
import { agendaBoard } from '#app/features/agenda/contract.ts'
import { load } from '#app/kernel/remix.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('agenda.title') }

export const loader = load(({ caller }) => caller.ask(agendaBoard, {}))

export default function Agenda() {
  return <AgendaPage board={useLive<typeof agendaBoard>('agenda.board', {}, useLoaderData<typeof loader>())} />
}
