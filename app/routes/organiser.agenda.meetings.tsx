import { useLoaderData } from '@remix-run/react'
import { deskView } from '#app/features/agenda/contract.ts'
import {
  addSlot,
  cancelMeeting,
  editSlot,
  moveMeeting,
  removeSlot,
  scheduleMeeting,
} from '#app/features/agenda/meeting-contract.ts'
import { MeetingsSetup } from '#app/features/agenda/setup/meetings-setup.tsx'
import { SetupPage } from '#app/features/agenda/setup/setup-page.tsx'
import { formAction, load } from '#app/kernel/remix.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('desk.arrangeMeetings') }

export const loader = load(({ caller }) => caller.ask(deskView, {}))

export const action = formAction(scheduleMeeting, moveMeeting, cancelMeeting, addSlot, editSlot, removeSlot)

export { clientAction } from '#app/ui/offline-action.ts'

export default function OrganiserMeetings() {
  const desk = useLive<typeof deskView>('agenda.desk', {}, useLoaderData<typeof loader>())
  return (
    <SetupPage desk={desk}>
      <MeetingsSetup desk={desk} />
    </SetupPage>
  )
}
