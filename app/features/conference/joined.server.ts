import type { Work } from '#app/kernel/work.server.ts'
import { ownDelegation, people, shellView } from './contract.ts'

/** Somebody has taken a seat: identity says so, and every list of members is asked again. */
export function memberJoined(work: Work, { delegationId }: { delegationId: string | null }): void {
  work.changed(people, {})
  work.changed(shellView, {})
  if (delegationId) work.changed(ownDelegation, {}, { delegationId })
}
