import type { Arabic } from '../../message-types.ts'
import type { forceDesk as en } from '../en/force-desk.ts'

export const forceDesk: Arabic<typeof en> = {
  requirement: 'بيان الاحتياجات',
}
