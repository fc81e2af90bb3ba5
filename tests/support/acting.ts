import { type Acting, type Role, sideOfRole } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { rightsOf } from './seats.ts'

/** An acting capacity for policy tests, without a database. */
export const anActing = (role: Role, more: Partial<Acting> = {}): Acting => ({
  accreditationId: newId(),
  conferenceId: 'conference',
  side: sideOfRole(role),
  role,
  rights: rightsOf(role),
  delegationId: sideOfRole(role) === 'secretariat' ? null : 'delegation',
  bodyIds: [],
  readSince: null,
  epoch: 0,
  ...more,
})
