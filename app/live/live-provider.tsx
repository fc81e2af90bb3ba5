import { type ReactNode, useEffect, useState } from 'react'
import { useAheadMs } from '#app/ui/clock.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { LinkEnded } from './link-ended.tsx'
import { type Live, LiveContext, useLink } from './live-context.ts'
import { loadLive } from './load-live.ts'
import { SignOutGuard } from './sign-out-guard.tsx'

export interface LiveProviderProps {
  readonly accreditationId: string | null
  /** Chosen at sign-in: unsent text then lives in this tab only. */
  readonly isSharedComputer: boolean
  readonly children: ReactNode
}

/**
 * Makes the pages under it live: one connection for the tab, in the root of the pages of a signed-in person, around the
 * frame. When that person's access ends, what they see is taken away.
 */
export function LiveProvider({ accreditationId, isSharedComputer, children }: LiveProviderProps) {
  const [live, setLive] = useState<Live | null>(null)
  const aheadMs = useAheadMs()
  useEffect(
    () => loadLive({ accreditationId, isSharedComputer, aheadMs: aheadMs() }, setLive),
    [accreditationId, isSharedComputer, aheadMs],
  )
  return (
    <LiveContext.Provider value={live}>
      <Admitted>{children}</Admitted>
    </LiveContext.Provider>
  )
}

function Admitted({ children }: { children: ReactNode }) {
  const link = useLink()
  if (link.kind === 'ended') return <LinkEnded because={link.because} />
  return (
    <>
      {children}
      <LeaveGuard />
      <SignOutGuard />
    </>
  )
}
