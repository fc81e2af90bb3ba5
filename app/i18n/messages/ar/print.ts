import type { Arabic } from '../../message-types.ts'
import type { print as en } from '../en/print.ts'

export const print: Arabic<typeof en> = {}
