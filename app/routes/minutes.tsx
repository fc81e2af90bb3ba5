import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openRecord, recordList } from '#app/features/minutes/contract.ts'
import { MeetingsWithout } from '#app/features/minutes/meetings-without.tsx'
import { mayKeepRecords } from '#app/features/minutes/policy.ts'
import { RecordTable } from '#app/features/minutes/record-table.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { formAction, leadsTo, load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { useLive } from '#app/live/use-live.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('minutes.title') }

export const loader = load(async ({ caller }) => {
  const acting = actingIn(caller.actor)
  return { list: await caller.ask(recordList, {}), side: acting.side, mayKeep: mayKeepRecords(acting) }
})

export const action = formAction(leadsTo(openRecord, ({ minutesId }) => redirect(`/minutes/${minutesId}`)))

export default function Minutes() {
  const { t } = useWords()
  const { list, side, mayKeep } = useLoaderData<typeof loader>()
  const { records, without } = useLive<typeof recordList>('minutes.list', {}, list)
  return (
    <Page title={t('minutes.title')}>
      {records.length > 0 ? (
        <RecordTable records={records} />
      ) : (
        <EmptyState>{t(side === 'secretariat' ? 'minutes.empty' : 'minutes.emptyPublished')}</EmptyState>
      )}
      {without.length > 0 ? <MeetingsWithout meetings={without} decision={mayKeep} /> : null}
    </Page>
  )
}
