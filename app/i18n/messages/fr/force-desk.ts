import type { French } from '../../message-types.ts'
import type { forceDesk as en } from '../en/force-desk.ts'

export const forceDesk: French<typeof en> = {
  requirement: 'État des besoins',
}
