import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

export type Announce = (text: string, urgency?: 'polite' | 'assertive') => void

const Context = createContext<Announce>(() => {})

interface Said {
  readonly text: string
  readonly turn: number
}
const silence: Said = { text: '', turn: 0 }

/** Says things to screen readers: the speaker changed, saving is at risk, access ended. Not for remote edits. */
export function LiveRegions({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState(silence)
  const [assertive, setAssertive] = useState(silence)
  const announce = useCallback<Announce>((text, urgency = 'polite') => {
    const say = urgency === 'polite' ? setPolite : setAssertive
    say(({ turn }) => ({ text, turn: turn + 1 }))
  }, [])
  return (
    <Context.Provider value={announce}>
      {children}
      <div className="vh" role="status" aria-live="polite">
        {spoken(polite)}
      </div>
      <div className="vh" role="alert" aria-live="assertive">
        {spoken(assertive)}
      </div>
    </Context.Provider>
  )
}

/** The same words twice are two messages: an invisible difference makes the reader say them again. */
const spoken = ({ text, turn }: Said) => (text && turn % 2 === 0 ? `${text}\u00a0` : text)

export const useAnnounce = (): Announce => useContext(Context)
