import type { AgendaItem, Body, Meeting } from '#prisma/client.ts'
import { type AgendaStep, agendaSteps } from './adoption.ts'
import {
  type BodyKind,
  type BodyOpenTo,
  bodyKinds,
  bodyOpenTo,
  type ItemKind,
  itemKinds,
  type Outcome,
  outcomes,
  type Privacy,
  privacies,
} from './item-kinds.ts'
import { type ItemStep, itemSteps } from './item-states.ts'
import { type MeetingStep, meetingSteps } from './meeting-states.ts'

/** Text columns whose values the database's check constraints limit, as the unions they are. */
const oneOf = <T extends string>(values: readonly T[], value: string, column: string): T => {
  const found = values.find((each) => each === value)
  if (found === undefined) throw new Error(`${value} is no ${column}`)
  return found
}

export const itemStep = (row: Pick<AgendaItem, 'step'>): ItemStep => oneOf(itemSteps, row.step, 'step of an item')
export const itemKind = (row: Pick<AgendaItem, 'kind'>): ItemKind => oneOf(itemKinds, row.kind, 'kind of item')
export const itemOutcome = ({ outcome }: Pick<AgendaItem, 'outcome'>): Outcome | null =>
  outcome === null ? null : oneOf(outcomes, outcome, 'outcome')
export const meetingStep = (row: Pick<Meeting, 'step'>): MeetingStep =>
  oneOf(meetingSteps, row.step, 'step of a meeting')
export const meetingPrivacy = (row: Pick<Meeting, 'privacy'>): Privacy => oneOf(privacies, row.privacy, 'privacy')
export const bodyKind = (row: Pick<Body, 'kind'>): BodyKind => oneOf(bodyKinds, row.kind, 'kind of body')
export const bodyAdmits = (row: Pick<Body, 'openTo'>): BodyOpenTo => oneOf(bodyOpenTo, row.openTo, 'admission')
export const agendaStep = (row: { step: string }): AgendaStep => oneOf(agendaSteps, row.step, 'step of an agenda')
