import { expect, test } from 'vitest'
import { mayBeMoved, mayTakeUpItems, meetingPermits, meetingStepAfter, meetingSteps } from './meeting-states.ts'

test('[AG-14] a meeting is opened, suspended, resumed and closed, once', () => {
  expect(meetingPermits('open', { step: 'SCHEDULED' })).toEqual({ ok: true })
  expect(meetingPermits('suspend', { step: meetingStepAfter('open') })).toEqual({ ok: true })
  expect(meetingPermits('resume', { step: meetingStepAfter('suspend') })).toEqual({ ok: true })
  expect(meetingPermits('close', { step: meetingStepAfter('resume') })).toEqual({ ok: true })
  expect(meetingPermits('open', { step: meetingStepAfter('close') })).toMatchObject({
    code: 'agenda/meeting-is-closed',
  })
})

test('[AG-14] a meeting may end in a coffee break; one that was opened is not cancelled', () => {
  expect(meetingPermits('close', { step: 'SUSPENDED' })).toEqual({ ok: true })
  expect(meetingPermits('cancel', { step: 'OPEN' })).toMatchObject({ code: 'agenda/meeting-is-open' })
})

test('[AG-15] items are taken up only while the meeting sits', () => {
  expect(meetingSteps.filter((step) => mayTakeUpItems({ step }).ok)).toEqual(['OPEN'])
})

test('[AG-16] [EC-29] room and times change until the meeting is over', () => {
  expect(meetingSteps.filter((step) => mayBeMoved({ step }).ok)).toEqual(['SCHEDULED', 'OPEN', 'SUSPENDED'])
})
