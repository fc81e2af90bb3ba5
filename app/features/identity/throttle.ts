import { minutesMs } from '#app/kernel/time.ts'

/** Failures older than this are forgotten (SEC-036). */
export const throttleWindowMs = minutesMs(15)
const freeFailures = 5
const firstWaitMs = 30_000
const networkFailures = 30
/** This many failures from everywhere within the window: somebody tries many accounts. */
export const alarmingFailures = 300

/**
 * How long an account must rest after these failures, in milliseconds from `now`: nothing after the first four, then
 * half a minute, twice as long each time, never longer than the window. It ends by itself, so nobody is locked out.
 */
export function accountWaitMs(failures: readonly Date[], now: Date): number {
  const recent = within(failures, now)
  const last = recent.at(-1)
  if (last === undefined || recent.length < freeFailures) return 0
  const restMs = Math.min(firstWaitMs * 2 ** (recent.length - freeFailures), throttleWindowMs)
  return Math.max(0, last + restMs - now.getTime())
}

/** How long a network must rest: until fewer than thirty failures are younger than the window. */
export function networkWaitMs(failures: readonly Date[], now: Date): number {
  const recent = within(failures, now)
  const oldest = recent.at(-networkFailures)
  return oldest === undefined ? 0 : oldest + throttleWindowMs - now.getTime()
}

const within = (failures: readonly Date[], now: Date) =>
  failures
    .map((at) => at.getTime())
    .filter((at) => at > now.getTime() - throttleWindowMs)
    .sort((a, b) => a - b)

/** One address, or for IPv6 the /64 that one subscriber has (SEC-036). */
export function networkOf(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const filled = plain.includes('::')
    ? [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left
  return `${filled
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
