import { minutesMs } from '#app/kernel/time.ts'

/** Failures older than this are forgotten (SEC-036). */
export const throttleWindowMs = minutesMs(15)
const freeFailures = 5
const firstWaitMs = 30_000
/** So many failures at one account from all networks together, and so short a rest: no stranger keeps its owner out. */
const crowdFailures = 50
const crowdRestMs = 10_000
/** Of so many names. A venue is one network: its people must get in whatever somebody among them does. */
const networkNames = 30
const longestDelayMs = 4_000
/** This many failures from everywhere within the window: somebody tries many accounts. */
export const alarmingFailures = 300

/**
 * How long an account must rest for one network after these failures from there, in milliseconds from `now`: nothing
 * after the first four, then half a minute, twice as long each time, never longer than the window. It ends by itself.
 */
export function accountWaitMs(failures: readonly Date[], now: Date): number {
  const recent = within(failures, now)
  const last = recent.at(-1)
  if (last === undefined || recent.length < freeFailures) return 0
  const restMs = Math.min(firstWaitMs * 2 ** (recent.length - freeFailures), throttleWindowMs)
  return Math.max(0, last + restMs - now.getTime())
}

/** How long an account must rest for everybody, after so many failures from all networks within the window. */
export const crowdWaitMs = (failures: number, last: Date | null, now: Date): number =>
  last && failures >= crowdFailures ? Math.max(0, last.getTime() + crowdRestMs - now.getTime()) : 0

/** How much longer an answer takes in a network from which so many names were tried in vain within the window. */
export const networkDelayMs = (names: number): number =>
  Math.min(Math.floor(names / networkNames) * 1_000, longestDelayMs)

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
