import type { Live } from './live-context.ts'
import type { LiveStart } from './start-live.client.ts'

const tryAgainMs = 5_000

/**
 * Fetches the live part of the program, which is no part of the first page, and starts it. The page works without it, so
 * where it cannot be fetched that is tried again without a word. Answers how to end it.
 */
export function loadLive(start: LiveStart, ready: (live: Live) => void): () => void {
  let end = () => {}
  let isOver = false
  const load = async () => {
    try {
      const { startLive } = await import('./start-live.client.ts')
      if (isOver) return
      const live = startLive(start)
      end = live.close
      ready(live)
    } catch {
      const timer = setTimeout(load, tryAgainMs)
      end = () => clearTimeout(timer)
    }
  }
  void load()
  return () => {
    isOver = true
    end()
  }
}
