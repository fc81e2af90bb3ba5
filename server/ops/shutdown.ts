import type { Log } from './log.ts'

/** One step of ending, in order; `mostMs` is the longest it may take of the time that is left. */
export interface Ending {
  readonly name: string
  run(): Promise<void> | void
  readonly mostMs?: number
}

export interface ShutdownParts {
  readonly log: Log
  /** Set when all exists: tell sockets, stop accepting, flush the journal, close sockets, finish answers, close the pool. */
  readonly endings: readonly Ending[]
  /** What would be lost now: edits that were taken but are not committed. None of them was acknowledged. */
  readonly unflushed: () => number
  readonly exit: (code: number) => void
  readonly allMs?: number
  readonly hardMs?: number
}

export interface Shutdown {
  isDraining(): boolean
  /** The first call drains, then exits with `code` (1 when a step failed). A second one gives up at once. */
  begin(reason: string, code: number): Promise<void>
}

/** Ends within ten seconds and in order (REL-13); after fifteen it ends anyway. */
export function createShutdown(parts: ShutdownParts): Shutdown {
  const { log, exit, allMs = 10_000, hardMs = 15_000 } = parts
  let draining = false
  let left = false

  function leave(code: number) {
    if (left) return
    left = true
    exit(code)
  }

  function giveUp(reason: string) {
    log.fatal({
      event: 'shutdown-given-up',
      reason,
      count: parts.unflushed(),
      says: 'count is the edits not committed; none of them was acknowledged',
    })
    leave(1)
  }

  return {
    isDraining: () => draining,
    async begin(reason, code) {
      if (draining) return giveUp('asked again')
      draining = true
      log.info({ event: 'shutdown-begun', reason })
      const hard = setTimeout(() => giveUp('took too long'), hardMs)
      const deadline = performance.now() + allMs
      let failed = 0
      for (const ending of parts.endings) {
        const mostMs = Math.max(0, Math.min(ending.mostMs ?? allMs, deadline - performance.now()))
        if (left) return
        if (!(await runs(ending, mostMs, log))) failed += 1
      }
      clearTimeout(hard)
      log.info({ event: 'shutdown-done', count: parts.unflushed(), outcome: failed === 0 ? 'clean' : 'incomplete' })
      leave(failed === 0 ? code : 1)
    },
  }
}

/** A step that fails or takes too long must not keep the later ones from running. */
async function runs(ending: Ending, mostMs: number, log: Log): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), mostMs)
  })
  try {
    const done = await Promise.race([Promise.resolve(ending.run()).then(() => 'done'), late])
    if (done === 'late') log.error({ event: 'shutdown-step-late', name: ending.name })
    return done === 'done'
  } catch (error) {
    log.error({ event: 'shutdown-step-failed', name: ending.name, error })
    return false
  } finally {
    clearTimeout(timer)
  }
}

/** What makes this process end: signals, npm going away, and bugs that leave it in a state nobody knows. */
export function endOn(shutdown: Shutdown, { log, startedByNpm }: { log: Log; startedByNpm: boolean }): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void shutdown.begin(signal, 0))
  const onBug = (event: string) => (error: unknown) => {
    log.fatal({ event, error })
    // A second bug while draining is expected company of the first, and no reason to drop what is being flushed.
    if (!shutdown.isDraining()) void shutdown.begin(event, 1)
  }
  process.on('unhandledRejection', onBug('unhandled-rejection'))
  process.on('uncaughtException', onBug('uncaught-exception'))
  if (!startedByNpm) return
  // npm runs us under a shell that keeps SIGTERM to itself: when it is gone, we go too.
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent && !shutdown.isDraining()) void shutdown.begin('npm ended', 0)
  }, 500).unref()
}
