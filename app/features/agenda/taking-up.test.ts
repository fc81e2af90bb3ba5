import { describe, expect, test } from 'vitest'
import type { MeetingStep } from './meeting-states.ts'
import { mayTakeUpIn, sessionFor } from './taking-up.ts'

const item = { id: '6(a)', parentId: '6', bodyId: 'wg1', number: '6(a)' }
const aMeeting = (id: string, bodyId: string, step: MeetingStep, ...itemIds: string[]) => ({
  id,
  bodyId,
  step,
  itemIds,
})

describe('where an item is taken up', () => {
  test('[AG-15] in its own body’s session first', () => {
    const meetings = [aMeeting('plenary', 'plenary', 'OPEN', '6(a)'), aMeeting('first', 'wg1', 'SUSPENDED')]
    expect(sessionFor(item, meetings)?.id).toBe('first')
  })

  test('[AG-15] else in a session whose programme has it or its parent', () => {
    expect(sessionFor(item, [aMeeting('plenary', 'plenary', 'OPEN', '6')])?.id).toBe('plenary')
    expect(sessionFor(item, [aMeeting('plenary', 'plenary', 'OPEN', '7')])).toBeNull()
  })

  test('[AG-15] not in a meeting to come, and not in a coffee break', () => {
    expect(sessionFor(item, [aMeeting('first', 'wg1', 'SCHEDULED', '6(a)')])).toBeNull()
    expect(mayTakeUpIn(null, item)).toMatchObject({ code: 'agenda/no-meeting', params: { number: '6(a)' } })
    expect(mayTakeUpIn({ step: 'SUSPENDED' }, item)).toMatchObject({ code: 'agenda/meeting-is-suspended' })
    expect(mayTakeUpIn({ step: 'OPEN' }, item)).toEqual({ ok: true })
  })
})
