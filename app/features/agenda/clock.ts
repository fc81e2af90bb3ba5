/** The lines of the record that start and stop a clock, oldest first. */
export interface ClockLine {
  readonly kind: string
  readonly at: Date
  readonly meetingId: string | null
}

/**
 * What a running clock derives from: the time already run, and since when it runs now (null: it stands). Nothing is
 * ever ticked in the database, so every screen that knows the server's time shows the same figure.
 */
export interface RunningClock {
  readonly ranMs: number
  readonly runningSince: Date | null
}

const starts = ['item-opened', 'item-resumed', 'item-reopened']
const ends = ['item-deferred', 'item-closed', 'item-withdrawn']
const stops = ['item-suspended', ...ends]

/** From the lines about one item and those about the meetings it was taken in: it stands while its meeting is suspended. */
export function itemClock(lines: readonly ClockLine[]): RunningClock {
  let meetingId: string | null = null
  let isOpen = false
  return run(lines, (line) => {
    if (starts.includes(line.kind)) {
      isOpen = true
      meetingId = line.meetingId
      return true
    }
    if (stops.includes(line.kind)) {
      isOpen = false
      return false
    }
    if (!isOpen || line.meetingId !== meetingId) return undefined
    return line.kind === 'meeting-resumed' ? true : line.kind === 'meeting-suspended' ? false : undefined
  })
}

/**
 * From the lines about one item: since when it stands as it does. Under discussion is since it was first taken up in its
 * meeting, whatever breaks it had there; after a closing or a deferral it is counted anew.
 */
export function standsSince(lines: readonly ClockLine[]): Date | null {
  const last = lines.at(-1)
  if (!last || !starts.includes(last.kind)) return last?.at ?? null
  const before = lines.findLastIndex(({ kind, meetingId }) => meetingId !== last.meetingId || ends.includes(kind))
  return lines.slice(before + 1).find(({ kind }) => starts.includes(kind))?.at ?? last.at
}

/** From the lines about one meeting: the time it was in session. */
export const meetingClock = (lines: readonly ClockLine[]): RunningClock =>
  run(lines, ({ kind }) => {
    if (kind === 'meeting-opened' || kind === 'meeting-resumed') return true
    return kind === 'meeting-suspended' || kind === 'meeting-closed' ? false : undefined
  })

/** `runsAfter` says whether the clock runs after a line; undefined when the line does not touch it. */
function run(lines: readonly ClockLine[], runsAfter: (line: ClockLine) => boolean | undefined): RunningClock {
  let ranMs = 0
  let runningSince: Date | null = null
  for (const line of lines) {
    const runs = runsAfter(line)
    if (runs === undefined || runs === (runningSince !== null)) continue
    if (runningSince) ranMs += line.at.getTime() - runningSince.getTime()
    runningSince = runs ? line.at : null
  }
  return { ranMs, runningSince }
}

/** Never negative: a device whose clock is behind the server's shows nothing instead of nonsense. */
export const elapsedMs = (
  { ranMs, runningSince }: { ranMs: number; runningSince: Date | string | null },
  now: number,
) => Math.max(0, ranMs + (runningSince ? Math.max(0, now - new Date(runningSince).getTime()) : 0))

/** What is left of the allotted time; below zero once it is over. Null when no time is allotted. */
export const remainingMs = (allottedMinutes: number | null, elapsed: number): number | null =>
  allottedMinutes === null ? null : allottedMinutes * 60_000 - elapsed

/** `2:15:51`, `45:51` under an hour, `−5:00` when over: left to right in every language. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const head = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes)
  return `${ms < 0 && seconds > 0 ? '\u2212' : ''}${head}:${two(seconds % 60)}`
}
