import { officesOf } from '#app/features/agenda/desk-model.ts'
import { mayRunDesk } from '#app/features/agenda/policy.ts'
import { useActing } from '#app/features/agenda/use-acting.tsx'
import type { DeskBody } from '#app/features/agenda/views.ts'
import { type Decision, hidden } from '#app/kernel/policy.ts'

/** Whether the person who looks runs the desk of that body: the same question the server asks. */
export function useMayRun(bodies: readonly DeskBody[]): (bodyId: string) => Decision {
  const acting = useActing()
  return (bodyId) => {
    const body = bodies.find((each) => each.bodyId === bodyId)
    return acting && body ? mayRunDesk(acting, officesOf(body)) : hidden
  }
}
