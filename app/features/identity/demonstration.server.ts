import { newId } from '#app/kernel/ids.server.ts'
import { hoursMs } from '#app/kernel/time.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { ensurePerson } from './api.server.ts'
import { hashOfToken, newToken } from './tokens.server.ts'

// What the demonstration needs before anybody can sign in to it. Everything here is limited to people marked as
// demonstration accounts, which an installation with an address of its own refuses to hold (SEC-109).

/** Somebody who may import the demonstration conference. */
export async function demoOrganiser(
  tx: Tx,
  { email, name }: { email: string; name: string },
  now: Date,
): Promise<string> {
  const personId = await ensurePerson({ tx, now, newId }, { email, name, isDemo: true })
  await tx.person.updateMany({ where: { id: personId, isDemo: true }, data: { isOrganiser: true } })
  return personId
}

interface DemoPlace {
  readonly personId: string
  readonly accreditationId: string | null
}

/** A login for the story to act under, with its password proved just now. Nobody gets its token. */
export async function demoLogin(tx: Tx, { personId, accreditationId }: DemoPlace, now: Date): Promise<string> {
  const before = await tx.login.findFirst({ where: { personId, accreditationId, person: { isDemo: true } } })
  const endsAt = new Date(now.getTime() + hoursMs(7 * 24))
  if (before) {
    const data = { reauthenticatedAt: now, expiresAt: endsAt, idleUntil: endsAt }
    await tx.login.update({ where: { id: before.id }, data })
    return before.id
  }
  const { id } = await tx.person.findFirstOrThrow({ where: { id: personId, isDemo: true }, select: { id: true } })
  const loginId = newId<'login'>()
  await tx.login.create({
    data: {
      id: loginId,
      tokenHash: hashOfToken(newToken()),
      personId: id,
      accreditationId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: endsAt,
      idleUntil: endsAt,
      reauthenticatedAt: now,
      device: 'demonstration',
    },
  })
  return loginId
}

/** The story is over: its logins end, and everybody in it can sign in with the one password. */
export async function openDemoSignIns(tx: Tx, passwordHash: string, now: Date): Promise<void> {
  await tx.login.deleteMany({ where: { person: { isDemo: true } } })
  await tx.person.updateMany({
    where: { isDemo: true, passwordHash: null },
    data: { passwordHash, passwordSetAt: now },
  })
}
