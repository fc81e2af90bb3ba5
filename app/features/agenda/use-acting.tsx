import type { Acting } from '#app/kernel/actor.ts'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'

export type ActingHere = Pick<Acting, 'accreditationId' | 'role' | 'rights' | 'bodyIds' | 'side' | 'delegationId'>

/** The capacity the page was made for, as policies ask about it. What the server decides is decided there again. */
export function useActing(): ActingHere | null {
  const acting = useShellView()?.acting
  if (!acting) return null
  const { accreditationId, role, rights, bodyIds, side, delegation } = acting
  return { accreditationId, role, rights, bodyIds, side, delegationId: delegation?.delegationId ?? null }
}
