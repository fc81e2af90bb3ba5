import { Outlet, type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { AnnouncementBanner } from '#app/features/agenda/announcement-banner.tsx'
import { latestAnnouncement } from '#app/features/agenda/contract.ts'
import type { LatestAnnouncement } from '#app/features/agenda/views.ts'
import { shellView } from '#app/features/conference/contract.ts'
import { mayManageConference } from '#app/features/conference/policy.ts'
import { IdleNotice } from '#app/features/identity/idle-notice.tsx'
import { type Acting, actingOf } from '#app/kernel/actor.ts'
import { load } from '#app/kernel/remix.server.ts'
import { ConnectionBanner, LinkMode } from '#app/live/connection-banner.tsx'
import { HeaderSaveState, useSavedWords } from '#app/live/header-save-state.tsx'
import { useLiveParts } from '#app/live/live-context.ts'
import { LiveProvider } from '#app/live/live-provider.tsx'
import { RouteErrorPanel } from '#app/ui/error-panel.tsx'
import { BareFrame } from '#app/ui/shell/bare.tsx'
import type { PageId } from '#app/ui/shell/rail-pages.ts'
import { Shell } from '#app/ui/shell/shell.tsx'
import type { ShellView } from '#app/ui/shell/shell-view.ts'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'

export const loader = load(async ({ caller, context }) => ({
  ...(await caller.ask(shellView, {})),
  announced: actingOf(caller.actor) ? await caller.ask(latestAnnouncement, {}) : null,
  isSharedComputer: context.isSharedComputer,
  hiddenPages: hiddenPages(actingOf(caller.actor)),
}))

/** Most of the secretariat never manages people: the page is not there for them. */
const hiddenPages = (acting: Acting | null): PageId[] => (acting && mayManageConference(acting).ok ? [] : ['people'])

/** After every act, not for a mere change of page; saying so spares the server the question. */
export const shouldRevalidate = ({ defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) => defaultShouldRevalidate

/** The frame of every page of a signed-in person, and its live connection. It guards nothing. */
export default function Frame() {
  const view = useLoaderData<typeof loader>()
  return (
    <LiveProvider accreditationId={view.acting?.accreditationId ?? null} isSharedComputer={view.isSharedComputer}>
      <LiveShell view={view} hiddenPages={view.hiddenPages} announced={view.announced}>
        <Outlet />
        <LoginEnd />
      </LiveShell>
    </LiveProvider>
  )
}

/** Before the server's next look at its connections, the page itself ends with the login. */
function LoginEnd() {
  const connection = useLiveParts()?.connection
  return <IdleNotice onEnded={() => connection?.loginEnded()} />
}

interface LiveShellProps {
  readonly view: ShellView
  readonly hiddenPages: readonly PageId[]
  readonly announced: LatestAnnouncement | null
  readonly children: ReactNode
}

function LiveShell({ view, hiddenPages, announced, children }: LiveShellProps) {
  const savedWords = useSavedWords(view.conference?.timeZone ?? 'UTC')
  return (
    <Shell
      view={view}
      hiddenPages={hiddenPages}
      status={<HeaderSaveState />}
      banner={<ConnectionBanner />}
      news={announced ? <AnnouncementBanner latest={announced} /> : null}
      foot={<LinkMode />}
      savedWords={savedWords}
    >
      {children}
    </Shell>
  )
}

/** Inside the frame where it could be made, so that one keeps one's bearings. */
export function ErrorBoundary() {
  const view = useShellView()
  const panel = <RouteErrorPanel />
  return view ? <Shell view={view}>{panel}</Shell> : <BareFrame>{panel}</BareFrame>
}
