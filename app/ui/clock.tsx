import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

interface ServerClock {
  /** The server's clock when it made the page, in milliseconds. */
  readonly madeAt: number
  /** How far the server's clock is ahead of this device's. Known in the browser only. */
  readonly aheadMs: () => number
}

const Context = createContext<ServerClock>({ madeAt: 0, aheadMs: () => 0 })

/** Time as the server has it: a device that is ten minutes wrong shows the right time all the same (EC-59). */
export function ClockProvider({ now, children }: { now: string; children: ReactNode }) {
  const [madeAt] = useState(() => Date.parse(now))
  const clock = useMemo<ServerClock>(() => ({ madeAt, aheadMs: () => madeAt - arrivedAt() }), [madeAt])
  return <Context.Provider value={clock}>{children}</Context.Provider>
}

/** When this page's answer began to arrive, by the device's clock. */
function arrivedAt(): number {
  const [page] = performance.getEntriesByType('navigation')
  const start = page instanceof PerformanceNavigationTiming ? page.responseStart : 0
  return performance.timeOrigin + start
}

/** For what keeps its own time: how far the server's clock is ahead of this device's. */
export const useAheadMs = (): (() => number) => useContext(Context).aheadMs

/** The server's time in milliseconds, renewed at each full step: a minute for clocks, a second for a speaker's timer. */
export function useNow(stepMs = 60_000): number {
  const { madeAt, aheadMs } = useContext(Context)
  const [now, setNow] = useState(madeAt)
  useEffect(() => {
    const ahead = aheadMs()
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const time = Date.now() + ahead
      setNow(time)
      timer = setTimeout(tick, stepMs - (time % stepMs))
    }
    tick()
    return () => clearTimeout(timer)
  }, [aheadMs, stepMs])
  return now
}
