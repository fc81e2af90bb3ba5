import { useLoaderData } from '@remix-run/react'
import {
  addSubItem,
  adoptAgenda,
  createItem,
  deskView,
  moveItem,
  referItem,
  renameItem,
  renumberItem,
} from '#app/features/agenda/contract.ts'
import { ItemsSetup } from '#app/features/agenda/setup/items-setup.tsx'
import { SetupPage } from '#app/features/agenda/setup/setup-page.tsx'
import { formAction, load } from '#app/kernel/remix.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('desk.arrangeItems') }

export const loader = load(({ caller }) => caller.ask(deskView, {}))

export const action = formAction(createItem, addSubItem, renameItem, renumberItem, referItem, moveItem, adoptAgenda)

export { clientAction } from '#app/ui/offline-action.ts'

export default function OrganiserAgenda() {
  const desk = useLive<typeof deskView>('agenda.desk', {}, useLoaderData<typeof loader>())
  return (
    <SetupPage desk={desk}>
      <ItemsSetup desk={desk} />
    </SetupPage>
  )
}
