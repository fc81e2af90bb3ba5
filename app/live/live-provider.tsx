import { useRevalidator } from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import { useAheadMs } from '#app/ui/clock.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { LinkEnded } from './link-ended.tsx'
import { type KeptHere, type Live, LiveContext, useLink, useLiveParts } from './live-context.ts'
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
  const [before, setBefore] = useState<Before | null>(null)
  const aheadMs = useAheadMs()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    // What was kept for one accreditation is never sent in the name of another.
    const kept = before?.accreditationId === accreditationId ? before.kept : undefined
    return loadLive({ accreditationId, isSharedComputer, kept, aheadMs: aheadMs() }, setLive)
  }, [accreditationId, isSharedComputer, before, aheadMs])
  const goOn = ({ kept }: Live) => {
    setLive(null)
    setBefore({ accreditationId, kept })
    revalidate()
  }
  return (
    <LiveContext.Provider value={live}>
      <Admitted accreditationId={accreditationId} onReturn={goOn}>
        {children}
      </Admitted>
    </LiveContext.Provider>
  )
}

/** What was unsent when the page ended, and whose it is. */
interface Before {
  readonly accreditationId: string | null
  readonly kept: KeptHere
}

interface AdmittedProps extends Pick<LiveProviderProps, 'accreditationId' | 'children'> {
  readonly onReturn: (live: Live) => void
}

function Admitted({ accreditationId, onReturn, children }: AdmittedProps) {
  const link = useLink()
  const live = useLiveParts()
  if (link.kind === 'ended' && live) {
    return (
      <LinkEnded
        because={link.because}
        documents={live.documents}
        accreditationId={accreditationId}
        onReturn={() => onReturn(live)}
      />
    )
  }
  return (
    <>
      {children}
      <LeaveGuard />
      <SignOutGuard />
    </>
  )
}
