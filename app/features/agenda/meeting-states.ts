import { allowed, type Decision, notNow } from '#app/kernel/policy.ts'

export const meetingSteps = ['SCHEDULED', 'OPEN', 'SUSPENDED', 'CLOSED', 'CANCELLED'] as const
export type MeetingStep = (typeof meetingSteps)[number]
export const meetingActs = ['open', 'suspend', 'resume', 'close', 'cancel'] as const
export type MeetingAct = (typeof meetingActs)[number]

const transitions: Readonly<Record<MeetingAct, { from: readonly MeetingStep[]; to: MeetingStep }>> = {
  open: { from: ['SCHEDULED'], to: 'OPEN' },
  suspend: { from: ['OPEN'], to: 'SUSPENDED' },
  resume: { from: ['SUSPENDED'], to: 'OPEN' },
  close: { from: ['OPEN', 'SUSPENDED'], to: 'CLOSED' },
  cancel: { from: ['SCHEDULED'], to: 'CANCELLED' },
}

export const meetingStepAfter = (act: MeetingAct): MeetingStep => transitions[act].to

const standing: Readonly<Record<MeetingStep, readonly [code: string, sentence: string]>> = {
  SCHEDULED: ['agenda/meeting-not-open', 'The meeting has not been opened.'],
  OPEN: ['agenda/meeting-is-open', 'The meeting is in session.'],
  SUSPENDED: ['agenda/meeting-is-suspended', 'The meeting is suspended.'],
  CLOSED: ['agenda/meeting-is-closed', 'The meeting is closed. Its record stands; schedule a further meeting.'],
  CANCELLED: ['agenda/meeting-is-cancelled', 'The meeting was cancelled.'],
}

export const meetingPermits = (act: MeetingAct, { step }: { step: MeetingStep }): Decision =>
  transitions[act].from.includes(step) ? allowed : notNow(...standing[step])

/** Room and times can change as long as the meeting is not over; a meeting in session may still change its room. */
export const mayBeMoved = ({ step }: { step: MeetingStep }): Decision =>
  step === 'CLOSED' || step === 'CANCELLED' ? notNow(...standing[step]) : allowed

export const isInSession = ({ step }: { step: MeetingStep }): boolean => step === 'OPEN' || step === 'SUSPENDED'

/** An item is taken up in a meeting that sits; nothing is taken up in a coffee break. */
export const mayTakeUpItems = ({ step }: { step: MeetingStep }): Decision =>
  step === 'OPEN' ? allowed : notNow(...standing[step])
