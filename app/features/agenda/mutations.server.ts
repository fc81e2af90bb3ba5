import type { MutationHandler } from '#app/kernel/work.server.ts'
import { adoptionMutations } from './adoption-mutations.server.ts'
import { arrangementMutations } from './arrangement-mutations.server.ts'
import { itemMutations } from './item-mutations.server.ts'
import { meetingMutations } from './meeting-mutations.server.ts'
import { moveMutations } from './move-mutations.server.ts'
import { scheduleMutations } from './schedule-mutations.server.ts'
import { sessionMutations } from './session-mutations.server.ts'
import { slotMutations } from './slot-mutations.server.ts'
import { stepMutations } from './step-mutations.server.ts'
import { undoMutations } from './undo-mutations.server.ts'

export const agendaMutations: MutationHandler[] = [
  ...itemMutations,
  ...stepMutations,
  ...moveMutations,
  ...adoptionMutations,
  ...undoMutations,
  ...meetingMutations,
  ...scheduleMutations,
  ...slotMutations,
  ...arrangementMutations,
  ...sessionMutations,
]
