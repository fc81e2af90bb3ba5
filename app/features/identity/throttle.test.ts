import { expect, test } from 'vitest'
import { accountWaitMs, crowdWaitMs, networkDelayMs, networkOf } from './throttle.ts'

const start = new Date('2026-10-21T08:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000)
const failures = (count: number, everySeconds = 1) =>
  Array.from({ length: count }, (_, index) => after(index * everySeconds))

test('[ID-6] four failures cost nothing, the fifth half a minute, then twice as long each time', () => {
  expect(accountWaitMs([], start)).toBe(0)
  expect(accountWaitMs(failures(4), after(3))).toBe(0)
  expect(accountWaitMs(failures(5), after(4))).toBe(30_000)
  expect(accountWaitMs(failures(6), after(5))).toBe(60_000)
  expect(accountWaitMs(failures(8), after(7))).toBe(240_000)
  expect(accountWaitMs(failures(20), after(19))).toBe(900_000)
})

test('[ID-6] waiting ends by itself and what is older than a quarter of an hour is forgotten', () => {
  expect(accountWaitMs(failures(5), after(20))).toBe(14_000)
  expect(accountWaitMs(failures(5), after(35))).toBe(0)
  expect(accountWaitMs(failures(20), after(19 + 901))).toBe(0)
})

test('[ID-6] fifty failures at one account from everywhere rest it for ten seconds and no longer', () => {
  expect(crowdWaitMs(49, start, start)).toBe(0)
  expect(crowdWaitMs(50, start, after(4))).toBe(6_000)
  expect(crowdWaitMs(5_000, start, start)).toBe(10_000)
  expect(crowdWaitMs(50, start, after(10))).toBe(0)
  expect(crowdWaitMs(0, null, start)).toBe(0)
})

test('[ID-6] a network is never rested: from thirty names on its answers take a second longer, at most four', () => {
  expect([0, 29, 30, 59, 60, 120, 5_000].map(networkDelayMs)).toEqual([0, 0, 1_000, 1_000, 2_000, 4_000, 4_000])
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('[ID-6] %s belongs to the network %s', (address, network) => expect(networkOf(address)).toBe(network))
