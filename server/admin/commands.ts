import { auditVerify } from './audit-verify.ts'
import type { AdminCommand } from './command.ts'
import { createOrganiserCommand, resetPasswordCommand } from './create-organiser.ts'
import { docVerify } from './doc-verify.ts'
import { sessionsRevoke } from './sessions-revoke.ts'

/** Everything an operator can do with `npm run admin --`, a line each. */
export const commands: readonly AdminCommand[] = [
  createOrganiserCommand,
  resetPasswordCommand,
  sessionsRevoke,
  auditVerify,
  docVerify,
]
