import { useBlocker } from '@remix-run/react'
import { Suspense } from 'react'
import { sureLazy } from '#app/ui/sure-lazy.ts'
import { useLiveParts } from './live-context.ts'

const LeaveDialog = sureLazy(async () => (await import('./leave-dialog.tsx')).LeaveDialog)

const asked = ['slow', 'offline', 'at-risk', 'rejected']

/**
 * Asks before a page is left whose edits are not on the server and not about to be. What is on its way goes on from the
 * next page; closing the tab is asked about by the browser.
 */
export function LeaveGuard() {
  const documents = useLiveParts()?.documents
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const kind = documents?.saveState()?.kind
    const isLeaving = currentLocation.pathname !== nextLocation.pathname
    return isLeaving && documents?.hasUnsaved === true && kind !== undefined && asked.includes(kind)
  })
  if (blocker.state !== 'blocked') return null
  return (
    <Suspense>
      <LeaveDialog stay={() => blocker.reset()} leave={() => blocker.proceed()} />
    </Suspense>
  )
}
