import { useSearchParams } from '@remix-run/react'
import { bodyAtDesk, type DeskItem, itemInHand, itemsAtDesk, meetingAtDesk } from '#app/features/agenda/desk-model.ts'
import { meetingTitle } from '#app/features/agenda/meeting-title.ts'
import { useActing } from '#app/features/agenda/use-acting.tsx'
import type { DeskAnswer, DeskBody } from '#app/features/agenda/views.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { SegmentedLinks } from '#app/ui/segmented.tsx'
import { AgendaColumn } from './agenda-column.tsx'
import { AnnounceForm } from './announce-form.tsx'
import { ToldNotice, ToldPlace } from './desk-told.tsx'
import { ItemPanel } from './item-panel.tsx'
import { MeetingControls } from './meeting-controls.tsx'
import { NextInRoom } from './next-in-room.tsx'
import { RollCall } from './roll-call.tsx'
import { SessionStrip } from './session-strip.tsx'
import { type PublishLine, ToPublish } from './to-publish.tsx'
import { UndoBar } from './undo-bar.tsx'
import { useMayRun } from './use-may-run.tsx'

export interface DeskPageProps {
  readonly desk: DeskAnswer
  readonly toPublish: readonly PublishLine[]
}

/** One screen from which a body's meeting is run. Nothing on it counts, names or hints at what delegations write. */
export function DeskPage({ desk, toPublish }: DeskPageProps) {
  const { t } = useWords()
  const [search] = useSearchParams()
  const acting = useActing()
  const body = bodyAtDesk(desk, search.get('body'), acting?.bodyIds ?? [])
  if (!body) {
    const arrange = <LinkButton to="/organiser/agenda/bodies">{t('desk.arrange')}…</LinkButton>
    return (
      <Page title={t('desk.title')}>
        <EmptyState action={arrange}>{t('desk.noBodies')}</EmptyState>
      </Page>
    )
  }
  return (
    <ToldPlace>
      <BodyDesk key={body.bodyId} desk={desk} body={body} toPublish={toPublish} />
    </ToldPlace>
  )
}

function BodyDesk({ desk, body, toPublish }: DeskPageProps & { body: DeskBody }) {
  const words = useWords()
  const { t } = words
  const [search] = useSearchParams()
  const mayRun = useMayRun(desk.bodies)
  const meeting = meetingAtDesk(desk.meetings, body.bodyId)
  const item = itemInHand(desk, search.get('item'), meeting)
  const isWhole = search.get('items') === 'all'
  const rollCall = desk.rollCalls.find(({ meetingId }) => meetingId === meeting?.meetingId) ?? null
  const mayRunHere = mayRun(body.bodyId)
  return (
    <Page
      isFlush
      title={meeting ? meetingTitle(words, meeting, desk.bodies) : nameIn(body.names, words.locale)}
      crumbs={[{ label: t('desk.title') }, { label: nameIn(body.names, words.locale) }]}
      end={<MeetingControls meeting={meeting} body={body} desk={desk} mayRun={mayRunHere} />}
      printedAs="secretariat"
    >
      <BodySwitch bodies={desk.bodies} current={body.bodyId} />
      <SessionStrip meeting={meeting} body={body} rollCall={rollCall} />
      <RunNotice mayRun={mayRunHere} />
      <ToldNotice />
      <UndoBar lastAct={desk.lastAct} mayRun={mayRun(desk.lastAct?.bodyId ?? body.bodyId)} />
      <div className="dk">
        <AgendaColumn
          shown={isWhole ? desk.items : itemsAtDesk(desk, body.bodyId, meeting)}
          desk={desk}
          meeting={meeting}
          selectedId={item?.itemId ?? null}
          isWhole={isWhole}
          mayRun={(each: DeskItem) => mayRun(each.bodyId)}
        />
        <ItemPanel item={item} desk={desk} mayRun={item ? mayRun(item.bodyId) : mayRunHere} />
        <RollCall rollCall={rollCall} mayRun={mayRunHere} />
      </div>
      <div className="ft3">
        <ToPublish lines={toPublish} />
        <AnnounceForm last={desk.announcements[0]} />
        <NextInRoom meeting={meeting} desk={desk} />
      </div>
    </Page>
  )
}

/** Said once for the whole desk, to those who follow it and do not run it. */
function RunNotice({ mayRun }: { mayRun: Decision }) {
  const { t } = useWords()
  if (mayRun.ok || mayRun.kind === 'missing') return null
  return (
    <div className="told">
      <Notice kind="info">{t('desk.followOnly')}</Notice>
    </div>
  )
}

function BodySwitch({ bodies, current }: { bodies: readonly DeskBody[]; current: string }) {
  const { t, locale } = useWords()
  if (bodies.length < 2) return null
  const segments = bodies.map(({ bodyId, names }) => ({
    to: `/organiser/desk?body=${bodyId}`,
    label: nameIn(names, locale),
    isCurrent: bodyId === current,
  }))
  return (
    <div className="filter pad no-print">
      <SegmentedLinks label={t('desk.bodies')} segments={segments} />
      <LinkButton kind="quiet" className="end" to="/organiser/agenda">
        {t('desk.arrange')}…
      </LinkButton>
    </div>
  )
}
