import { expect, test } from 'vitest'
import { AckLedger } from './ack-ledger.ts'

const at = 5

test('[LE-16] the highest stored counter is told, once', () => {
  const acks = new AckLedger()
  for (const counter of [1, 2, 3]) acks.received(counter)
  expect(acks.take()).toBeNull()
  for (const counter of [1, 2, 3]) acks.saved(counter, { seq: counter + 10, at })
  expect(acks.take()).toEqual({ counter: 3, seq: 13, at })
  expect(acks.take()).toBeNull()
})

test('[LE-16] a stored push waits for those before it', () => {
  const acks = new AckLedger()
  for (const counter of [1, 2, 3]) acks.received(counter)
  acks.saved(3, { seq: 9, at })
  acks.saved(1, { seq: 7, at })
  expect(acks.take()).toEqual({ counter: 1, seq: 7, at })
  acks.done(2)
  expect(acks.take()).toEqual({ counter: 3, seq: 9, at })
})
