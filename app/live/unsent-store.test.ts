import { describe, expect, test } from 'vitest'
import { anUnsentEdit, unsentStoreStories } from '#tests/contracts/unsent-store.ts'
import { openUnsentStore } from './unsent-store.client.ts'
import { memoryUnsentStore } from './unsent-store.ts'

describe('what is unsent, kept in memory', () => {
  for (const [name, story] of Object.entries(unsentStoreStories)) test(name, () => story(memoryUnsentStore()))
})

test('[LV-26] [SEC-093] on a shared computer nothing outlives the tab, and that is known', async () => {
  const first = openUnsentStore('Accreditation-Norway-1', { isSharedComputer: true })
  expect(first.isDurable).toBe(false)
  await first.keep('Document-of-Norway-001', anUnsentEdit('op-1', 1))
  const next = openUnsentStore('Accreditation-Norway-1', { isSharedComputer: true })
  expect((await next.documents()).size).toBe(0)
})
