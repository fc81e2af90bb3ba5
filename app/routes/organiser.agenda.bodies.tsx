import { useLoaderData } from '@remix-run/react'
import { deskView } from '#app/features/agenda/contract.ts'
import { amendBody, amendRoom, appointOfficers, createBody, createRoom } from '#app/features/agenda/meeting-contract.ts'
import { BodiesSetup } from '#app/features/agenda/setup/bodies-setup.tsx'
import { SetupPage } from '#app/features/agenda/setup/setup-page.tsx'
import { formAction, load } from '#app/kernel/remix.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('desk.arrangeBodies') }

export const loader = load(({ caller }) => caller.ask(deskView, {}))

export const action = formAction(createBody, amendBody, appointOfficers, createRoom, amendRoom)

export { clientAction } from '#app/ui/offline-action.ts'

export default function OrganiserBodies() {
  const desk = useLive<typeof deskView>('agenda.desk', {}, useLoaderData<typeof loader>())
  return (
    <SetupPage desk={desk}>
      <BodiesSetup desk={desk} />
    </SetupPage>
  )
}
