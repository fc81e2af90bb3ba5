import type { Revocation, Work } from '#app/kernel/work.server.ts'
import { mySecurity } from './contract.ts'

/** More than this on one person, and the one that was quiet the longest ends (SEC-047). */
const mostLogins = 10

/** Ends one login and closes its connections (SEC-044). */
export async function endLoginNamed(work: Work, loginId: string, reason: Revocation['reason']): Promise<void> {
  await work.tx.login.deleteMany({ where: { id: loginId } })
  work.revoke({ scope: 'login', id: loginId, reason })
}

/** Ends a person's logins but the one given; answers how many. */
export async function endLoginsOf(work: Work, personId: string, except: string | null): Promise<number> {
  const logins = await work.tx.login.findMany({
    where: { personId, ...(except ? { id: { not: except } } : {}) },
    select: { id: true },
  })
  for (const { id } of logins) await endLoginNamed(work, id, 'signed-out')
  work.changed(mySecurity, {}, { personId })
  return logins.length
}

export async function endOldest(work: Work, personId: string): Promise<void> {
  const quiet = await work.tx.login.findMany({
    where: { personId },
    orderBy: [{ lastSeenAt: 'desc' }, { createdAt: 'desc' }],
    skip: mostLogins,
    select: { id: true },
  })
  for (const { id } of quiet) await endLoginNamed(work, id, 'signed-out')
}
