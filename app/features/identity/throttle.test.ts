import { expect, test } from 'vitest'
import { accountWaitMs, networkOf, networkWaitMs } from './throttle.ts'

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

test('[ID-6] thirty failures rest a network until the first of them is a quarter of an hour old', () => {
  expect(networkWaitMs(failures(29), after(29))).toBe(0)
  expect(networkWaitMs(failures(30), after(30))).toBe(870_000)
  expect(networkWaitMs(failures(31), after(31))).toBe(870_000)
  expect(networkWaitMs(failures(30), after(901))).toBe(0)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('[ID-6] %s belongs to the network %s', (address, network) => expect(networkOf(address)).toBe(network))
