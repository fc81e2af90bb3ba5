import { useLoaderData } from '@remix-run/react'
import { ownPresence, todayView } from '#app/features/agenda/contract.ts'
import type { LatelyLine } from '#app/features/agenda/lately.tsx'
import { declareLeft, declarePresent } from '#app/features/agenda/meeting-contract.ts'
import { TodayPage } from '#app/features/agenda/today-page.tsx'
import { type TabledLine, tabledList } from '#app/features/drafts/contract.ts'
import { tabledPath } from '#app/features/drafts/words-of.ts'
import { type RecordLine, recordList } from '#app/features/minutes/contract.ts'
import { RecordName } from '#app/features/minutes/record-name.tsx'
import { formAction, load } from '#app/kernel/remix.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('today.title') }

export const loader = load(async ({ caller }) => ({
  view: await caller.ask(todayView, {}),
  presence: await caller.ask(ownPresence, {}),
  tabled: await caller.ask(tabledList, {}),
  minutes: await caller.ask(recordList, {}),
}))

export const action = formAction(declarePresent, declareLeft)

export { clientAction } from '#app/ui/offline-action.ts'

export default function Today() {
  const loaded = useLoaderData<typeof loader>()
  const view = useLive<typeof todayView>('agenda.today', {}, loaded.view)
  const presence = useLive<typeof ownPresence>('agenda.ownPresence', {}, loaded.presence)
  const tabled = useLive<typeof tabledList>('tabled.list', {}, loaded.tabled)
  const minutes = useLive<typeof recordList>('minutes.list', {}, loaded.minutes)
  return (
    <TodayPage
      view={view}
      presence={presence}
      tabled={newest(tabled.texts.filter(isStanding).map(tabledLine))}
      minutes={newest(minutes.records.flatMap(publishedLine))}
    />
  )
}

const newest = (lines: readonly LatelyLine[]) => [...lines].sort((a, b) => b.at.localeCompare(a.at)).slice(0, 6)

const isStanding = ({ withdrawnAt }: TabledLine) => withdrawnAt === null

const tabledLine = ({ symbol, title, tabledAt, delegation }: TabledLine): LatelyLine => ({
  to: tabledPath(symbol),
  symbol,
  title,
  at: tabledAt,
  by: delegation?.names ?? null,
})

const publishedLine = ({ minutesId, symbol, body, bodyKind, meetingNumber, publishedAt }: RecordLine): LatelyLine[] =>
  publishedAt
    ? [
        {
          to: `/minutes/${minutesId}`,
          symbol,
          title: <RecordName body={body} bodyKind={bodyKind} meetingNumber={meetingNumber} />,
          at: publishedAt,
        },
      ]
    : []
