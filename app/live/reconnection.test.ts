import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterLoss, afterSilence, nothingLearnt, reconnectDelayMs, transportsFor } from './reconnection.ts'

test('[LV-21] half a second, twice as long each time, never over eight seconds, each half more or less', () => {
  expect([0, 1, 2, 3, 4, 5, 99].map((failures) => reconnectDelayMs(failures, 0.5))).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000,
  ])
  fc.assert(
    fc.property(fc.nat(200), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
      const middle = reconnectDelayMs(failures, 0.5)
      expect(reconnectDelayMs(failures, random)).toBeGreaterThanOrEqual(middle / 2)
      expect(reconnectDelayMs(failures, random)).toBeLessThanOrEqual(middle * 1.5)
    }),
  )
})

test('[LV-18] WebSocket first; polling first once one was swallowed; polling alone once they were cut twice', () => {
  expect(transportsFor(nothingLearnt)).toEqual({ transports: ['websocket', 'polling'], upgrade: true })
  expect(transportsFor(afterSilence(nothingLearnt))).toEqual({ transports: ['polling', 'websocket'], upgrade: true })
  const cutOnce = afterLoss(nothingLearnt, 'websocket', 4_000)
  expect(transportsFor(cutOnce).transports[0]).toBe('websocket')
  expect(transportsFor(afterLoss(cutOnce, 'websocket', 4_000))).toEqual({ transports: ['polling'], upgrade: false })
})

test('[LV-18] a WebSocket that held takes back the suspicion', () => {
  const cutOnce = afterLoss(nothingLearnt, 'websocket', 4_000)
  const held = afterLoss(cutOnce, 'websocket', 600_000)
  expect(transportsFor(afterLoss(held, 'websocket', 4_000)).transports[0]).toBe('websocket')
  expect(afterLoss(cutOnce, 'polling', 10)).toBe(cutOnce)
})
