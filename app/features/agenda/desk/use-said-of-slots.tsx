import { useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { type SaidHere, useSaid } from '#app/ui/said.tsx'

export interface SaidOfSlots extends SaidHere {
  /** This slot was asked to be taken out: it is gone, with its form, before an answer could be shown in it. */
  readonly leaves: (slotId: string) => void
}

/** One line beside a list of slots for what was done with them. */
export function useSaidOfSlots(slotIds: readonly string[]): SaidOfSlots {
  const { t } = useWords()
  const { saidNow, say } = useSaid()
  const leaving = useRef<string | null>(null)
  useEffect(() => {
    if (leaving.current === null || slotIds.includes(leaving.current)) return
    leaving.current = null
    say(t('desk.slotRemoved'))
  }, [slotIds, say, t])
  const leaves = (slotId: string) => {
    leaving.current = slotId
  }
  return { saidNow, say, leaves }
}
