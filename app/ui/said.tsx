import { type ReactNode, useCallback, useState } from 'react'
import { Icon } from './icon.tsx'
import { check } from './icons.ts'
import { useAnnounce } from './live-region.tsx'

export interface SaidHere {
  /** To stand where the act was done; null until something was. */
  readonly saidNow: ReactNode
  /** Says that an act was done, to eyes and to screen readers; with null, nothing any more. */
  readonly say: (text: string | null) => void
}

/** A line in its place on the page for acts that leave no other trace in sight. */
export function useSaid(): SaidHere {
  const announce = useAnnounce()
  const [text, setText] = useState<string | null>(null)
  const say = useCallback(
    (next: string | null) => {
      setText(next)
      if (next) announce(next)
    },
    [announce],
  )
  const saidNow = text ? (
    <p className="said ok sm">
      <Icon of={check} /> {text}
    </p>
  ) : null
  return { saidNow, say }
}
