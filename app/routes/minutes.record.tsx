import { useLoaderData } from '@remix-run/react'
import {
  approveRecord,
  circulateRecord,
  insertLines,
  recordView,
  takeRecordBack,
} from '#app/features/minutes/contract.ts'
import { DraftNews } from '#app/features/minutes/draft-news.tsx'
import { RecordPage } from '#app/features/minutes/record-page.tsx'
import { must } from '#app/kernel/must.ts'
import { formAction, load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('minutes.summaryRecord') }

export const loader = load(async ({ caller, params }) => ({
  record: await caller.ask(recordView, { minutesId: must(params.minutesId) }),
  acting: actingIn(caller.actor),
}))

export const action = formAction(insertLines, circulateRecord, takeRecordBack, approveRecord)

export default function MinutesRecord() {
  const loaded = useLoaderData<typeof loader>()
  const { minutesId } = loaded.record
  const record = useLive<typeof recordView>('minutes.view', { minutesId }, loaded.record)
  const { meetingId, shown } = record
  return (
    <>
      {shown.kind === 'text' ? <DraftNews meetingId={meetingId} happened={shown.happened} /> : null}
      <RecordPage record={record} acting={loaded.acting} />
    </>
  )
}
