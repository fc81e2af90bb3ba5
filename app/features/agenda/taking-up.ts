import { type Decision, notNow } from '#app/kernel/policy.ts'
import { type MeetingStep, mayTakeUpItems } from './meeting-states.ts'

interface Item {
  readonly id: string
  readonly parentId: string | null
  readonly bodyId: string
  readonly number: string
}
interface Meeting {
  readonly id: string
  readonly bodyId: string
  readonly step: MeetingStep
  /** What its programme has. */
  readonly itemIds: readonly string[]
}

/** The session in which an item would be taken up: its own body's, or another whose programme has it or its parent. */
export function sessionFor<M extends Meeting>(item: Item, meetings: readonly M[]): M | null {
  const sessions = meetings.filter(({ step }) => step === 'OPEN' || step === 'SUSPENDED')
  const has = ({ itemIds }: M) => itemIds.some((id) => id === item.id || id === item.parentId)
  const others = sessions.filter(has)
  return (
    sessions.find(({ bodyId }) => bodyId === item.bodyId) ??
    others.find(({ step }) => step === 'OPEN') ??
    others[0] ??
    null
  )
}

/** AG-15: nothing is taken up outside a meeting, nor in its coffee break. */
export function mayTakeUpIn(session: Pick<Meeting, 'step'> | null, { number }: Pick<Item, 'number'>): Decision {
  if (session) return mayTakeUpItems(session)
  const sentence = `No meeting in which item ${number} can be taken up is in session. Open the meeting, then the item.`
  return notNow('agenda/no-meeting', sentence, { number })
}
