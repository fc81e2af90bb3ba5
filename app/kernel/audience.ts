import type { Actor } from './actor.ts'
import type { Audience } from './contract.ts'
import { unreachable } from './must.ts'

/** The key under which one answer serves; null when this actor cannot be part of such an audience. */
export function audienceKey(audience: Audience, actor: Actor): string | null {
  if (audience === 'public') return 'public'
  if (actor.kind === 'anonymous') return null
  const { acting } = actor
  if (audience === 'person') return acting ? `accreditation:${acting.accreditationId}` : `person:${actor.personId}`
  if (!acting) return null
  switch (audience) {
    case 'conference':
      return `conference:${acting.conferenceId}`
    case 'side':
      return `side:${acting.conferenceId}:${acting.side}:${acting.readSince ?? ''}`
    case 'delegation':
      return `delegation:${acting.conferenceId}:${acting.delegationId ?? 'secretariat'}`
    default:
      return unreachable(audience)
  }
}
