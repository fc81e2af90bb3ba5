import { useLoaderData } from '@remix-run/react'
import {
  allotMinutes,
  closeItem,
  deferItem,
  deskView,
  moveItem,
  openItem,
  reopenItem,
  resumeItem,
  setObserverAccess,
  suspendItem,
  undoLastAct,
  withdrawItem,
} from '#app/features/agenda/contract.ts'
import { DeskPage } from '#app/features/agenda/desk/desk-page.tsx'
import type { PublishLine } from '#app/features/agenda/desk/to-publish.tsx'
import {
  addSlot,
  announce,
  closeMeeting,
  conveneMeeting,
  declareLeft,
  declarePresent,
  editSlot,
  openMeeting,
  removeSlot,
  resumeMeeting,
  suspendMeeting,
} from '#app/features/agenda/meeting-contract.ts'
import { titleOfMeeting } from '#app/features/agenda/meeting-title.ts'
import { type RecordLine, recordList } from '#app/features/minutes/contract.ts'
import { toPublish } from '#app/features/minutes/record-steps.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { formAction, load } from '#app/kernel/remix.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('desk.title') }

export const loader = load(async ({ caller }) => ({
  desk: await caller.ask(deskView, {}),
  minutes: await caller.ask(recordList, {}),
}))

export const action = formAction(
  openItem,
  suspendItem,
  resumeItem,
  deferItem,
  closeItem,
  reopenItem,
  withdrawItem,
  moveItem,
  allotMinutes,
  setObserverAccess,
  undoLastAct,
  openMeeting,
  suspendMeeting,
  resumeMeeting,
  closeMeeting,
  conveneMeeting,
  addSlot,
  editSlot,
  removeSlot,
  declarePresent,
  declareLeft,
  announce,
)

export { clientAction } from '#app/ui/offline-action.ts'

export default function Desk() {
  const loaded = useLoaderData<typeof loader>()
  const desk = useLive<typeof deskView>('agenda.desk', {}, loaded.desk)
  const { records } = useLive<typeof recordList>('minutes.list', {}, loaded.minutes)
  return <DeskPage desk={desk} toPublish={usePublishLines(records)} />
}

function usePublishLines(records: readonly RecordLine[]): PublishLine[] {
  const words = useWords()
  return toPublish(records).map((record) => ({
    to: `/minutes/${record.minutesId}`,
    symbol: record.symbol,
    title: titleOfMeeting(words, { number: record.meetingNumber, kind: record.bodyKind, names: record.body }),
    state: words.t(`minutes.step.${record.step}`),
  }))
}
