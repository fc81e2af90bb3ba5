import { Suspense, useEffect, useRef } from 'react'
import { sureLazy } from '#app/ui/sure-lazy.ts'
import { useLoginClock } from './use-login-clock.tsx'

const IdleDialogs = sureLazy(async () => (await import('./idle-dialogs.tsx')).IdleDialogs)

/**
 * Two minutes before a login that nobody uses ends, the page says so; when it has ended, it says that too and leaves
 * what was typed where it is (SEC-043). Looking at the clock is not using the login. `onEnded`: a live page ends itself
 * and says what becomes of unsent words.
 */
export function IdleNotice({ onEnded }: { onEnded?: () => void }) {
  const { warning, endsAt, stay } = useLoginClock()
  const end = useRef(onEnded)
  end.current = onEnded
  useEffect(() => {
    if (warning === 'ended') end.current?.()
  }, [warning])
  if (warning === 'none') return null
  return (
    <Suspense>
      <IdleDialogs hasEnded={warning === 'ended'} endsAt={endsAt} stay={stay} />
    </Suspense>
  )
}
