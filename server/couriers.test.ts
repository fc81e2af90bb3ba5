import { expect, test } from 'vitest'
import { couriers } from './couriers.ts'
import type { LogLine } from './ops/log.ts'

const deliver = async (payload: unknown) => {
  const lines: LogLine[] = []
  const keep = (line: LogLine) => void lines.push(line)
  const alarm = couriers({ debug: keep, info: keep, warn: keep, error: keep, fatal: keep }).get('security-alarm')
  await alarm?.deliver(payload, {
    effectKey: 'x',
    attempt: 1,
    transaction: () => Promise.reject(new Error('an alarm writes nothing')),
  })
  return lines
}

test('[SEC-036] an alarm is a line in the log, for the operator’s own watch', async () => {
  expect(await deliver({ what: 'sign-in-failures', count: 301 })).toEqual([
    { event: 'security-alarm', name: 'sign-in-failures', count: 301 },
  ])
  for (const odd of [null, 'x', { what: 3 }]) {
    expect(await deliver(odd)).toEqual([{ event: 'security-alarm', name: 'unknown' }])
  }
})
