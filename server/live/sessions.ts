import type { Revocation } from '#app/kernel/work.server.ts'
import { Budget } from './budget.ts'
import type { Session } from './session.ts'

export interface SessionCaps {
  readonly perLogin: number
  readonly perPerson: number
  readonly total: number
}

export const sessionCaps: SessionCaps = { perLogin: 5, perPerson: 20, total: 2_000 }

const mostBudgets = 10_000

/** Every connection of this process, and what it counts against (SEC-056). */
export class Sessions {
  private readonly all = new Set<Session>()
  private readonly budgets = new Map<string, Budget>()

  constructor(private readonly caps = sessionCaps) {}

  get size(): number {
    return this.all.size
  }

  [Symbol.iterator](): Iterator<Session> {
    return this.all.values()
  }

  /** Whether one more of this person and login may come. The tab's own earlier connection is replaced, not counted. */
  hasRoomFor(personId: string, loginId: string, tab: string): boolean {
    const others = [...this.all].filter((session) => session.tab !== tab || session.actor.loginId !== loginId)
    const ofPerson = others.filter(({ actor }) => actor.personId === personId)
    const ofLogin = ofPerson.filter(({ actor }) => actor.loginId === loginId)
    return (
      others.length < this.caps.total && ofPerson.length < this.caps.perPerson && ofLogin.length < this.caps.perLogin
    )
  }

  /** The same page came back before its old connection was found dead: the old one would be a ghost in every room. */
  add(session: Session): void {
    for (const old of this.all) {
      if (old.tab === session.tab && old.actor.loginId === session.actor.loginId) old.end('replaced')
    }
    this.all.add(session)
  }

  remove(session: Session): void {
    this.all.delete(session)
  }

  /** What one person may use on all connections together. It outlives them: coming back does not fill it up. */
  budgetOf(personId: string): Budget {
    const budget = this.budgets.get(personId) ?? new Budget(2)
    this.budgets.delete(personId)
    this.budgets.set(personId, budget)
    const [longestUnused] = this.budgets.keys()
    if (this.budgets.size > mostBudgets && longestUnused !== undefined) this.budgets.delete(longestUnused)
    return budget
  }
}

/** Whether a revocation takes away what this connection was let in with. */
export function isConcerned({ actor }: Pick<Session, 'actor'>, { scope, id }: Revocation): boolean {
  const { acting } = actor
  switch (scope) {
    case 'login':
      return actor.loginId === id
    case 'person':
      return actor.personId === id
    case 'accreditation':
      return acting?.accreditationId === id
    case 'delegation':
      return acting?.delegationId === id
    case 'conference':
      return acting?.conferenceId === id
    case 'document':
      return false
  }
}
