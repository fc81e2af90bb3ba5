import { afterEach, describe, expect, test, vi } from 'vitest'
import type { LogLine } from '#server/ops/log.ts'
import { FakeClock } from '#tests/support/fake-clock.ts'
import { type PeriodicJob, type Schedule, startSchedule } from './schedule.ts'

const open: Schedule[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((schedule) => schedule.close()))
})

function start(
  clock: FakeClock,
  jobs: PeriodicJob[],
  take: (name: string, forMs: number) => Promise<boolean> = async () => true,
) {
  const lines: LogLine[] = []
  const keep = (line: LogLine) => void lines.push(line)
  const log = { debug: keep, info: keep, warn: keep, error: keep, fatal: keep }
  const schedule = startSchedule({ jobs, clock, take, log, metrics: { jobRuns: { add: () => {} } } })
  open.push(schedule)
  return { schedule, lines }
}
const job = (run: PeriodicJob['run']): PeriodicJob => ({ name: 'cleaning', everyMs: 60_000, run })
/** Lets what the last tick began come to rest: the next is then waiting. */
const settled = (clock: FakeClock) => vi.waitFor(() => expect(clock.waiting).toBe(1))

describe('[REL-25] periodic work', () => {
  test('[REL-25] runs soon after the start and then every so often, with the clock’s time', async () => {
    const clock = new FakeClock()
    const run = vi.fn(async (_now: Date) => 0)
    start(clock, [job(run)])
    clock.advance(1_000)
    await settled(clock)
    const first = clock.now()
    clock.advance(60_000)
    await settled(clock)
    expect(run.mock.calls.map(([now]) => now.getTime())).toEqual([first, first + 60_000])
  })

  test('[REL-25] is left to the process that has the lease, and the lease outlives two rounds', async () => {
    const clock = new FakeClock()
    const run = vi.fn(async () => 0)
    const take = vi.fn(async () => false)
    start(clock, [job(run)], take)
    clock.advance(1_000)
    await settled(clock)
    expect(run).not.toHaveBeenCalled()
    expect(take).toHaveBeenCalledWith('job:cleaning', 130_000)
  })

  test('[REL-25] that fails, or a lease that cannot be asked for, is logged and tried again', async () => {
    const clock = new FakeClock()
    const run = vi.fn(async () => 1).mockRejectedValueOnce(new Error('the database is away'))
    const take = vi.fn(async () => true).mockRejectedValueOnce(new Error('away'))
    const { lines } = start(clock, [job(run)], take)
    for (const ms of [1_000, 60_000, 60_000]) {
      clock.advance(ms)
      await settled(clock)
    }
    expect(lines.map(({ event }) => event)).toEqual(['job-failed', 'job-failed', 'job-done'])
  })

  test('[REL-25] never overlaps itself', async () => {
    const clock = new FakeClock()
    let finish = () => {}
    const run = vi.fn(
      () =>
        new Promise<number>((resolve) => {
          finish = () => resolve(0)
        }),
    )
    start(clock, [job(run)])
    clock.advance(1_000)
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce())
    clock.advance(600_000)
    expect(run).toHaveBeenCalledOnce()
    finish()
    await settled(clock)
  })

  test('[REL-13] closing waits for what is under way and begins nothing more', async () => {
    const clock = new FakeClock()
    const done = vi.fn()
    const { schedule } = start(clock, [
      job(async () => {
        await Promise.resolve()
        done()
        return 0
      }),
    ])
    clock.advance(1_000)
    await schedule.close()
    expect(done).toHaveBeenCalledOnce()
    expect(clock.waiting).toBe(0)
  })
})
