import { newId } from '#app/kernel/ids.server.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { appendAudit } from '#server/audit.ts'
import { inTransaction } from '#server/store/transaction.ts'
import type { AdminCommand, AdminPlace } from './command.ts'

export const sessionsRevoke: AdminCommand = {
  name: 'sessions revoke',
  usage: '(EMAIL | --everybody)',
  says: 'Signs one person, or everybody, out on every device. Pages are closed to them at once, open documents within half a minute. After restoring a backup, do this for everybody.',
  options: { everybody: 'boolean' },
  words: 1,
  async run({ given: [email], options }, place) {
    if (Boolean(email) === Boolean(options.everybody)) {
      place.say('Name one e-mail address, or give --everybody.')
      return 2
    }
    const ended = await inTransaction(place.database, 'engine', (tx) =>
      revoke(tx, email?.trim().toLowerCase() ?? null, place),
    )
    if (ended === null) {
      place.say(`Nobody has the e-mail address ${email}.`)
      return 2
    }
    place.say(`${ended} sign-ins ended.`)
    return 0
  },
}

/** Null when there is no such person. Raising the epoch is what open connections notice (SEC-045). */
async function revoke(tx: Tx, email: string | null, { now }: AdminPlace): Promise<number | null> {
  const person = email === null ? null : await tx.person.findUnique({ where: { email }, select: { id: true } })
  if (email !== null && !person) return null
  const whose = person ? { personId: person.id } : {}
  await tx.person.updateMany({ where: person ? { id: person.id } : {}, data: { epoch: { increment: 1 } } })
  const { count } = await tx.login.deleteMany({ where: whose })
  await appendAudit(tx, {
    actor: { kind: 'anonymous', locale: 'en' },
    at: now(),
    requestId: newId(),
    contract: { name: 'admin.endSignIns', audit: 'conference' },
    detail: { ...whose, count },
  })
  return count
}
