import type { French } from '../../message-types.ts'
import type { print as en } from '../en/print.ts'

export const print: French<typeof en> = {}
