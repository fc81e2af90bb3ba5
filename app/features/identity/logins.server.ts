import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import type { Person, Side } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.server.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { readActor } from './actor.server.ts'
import type { Cookies } from './cookies.server.ts'
import { absoluteMs, idleUntil, notedEveryMs } from './login-times.ts'
import { hashOfToken, newToken } from './tokens.server.ts'

interface LoginAttributes {
  readonly accreditationId: string | null
  readonly idleUntil: Date
  readonly lastSeenAt: Date
  readonly device: string
  readonly isShared: boolean
}

declare module 'lucia' {
  interface Register {
    DatabaseSessionAttributes: LoginAttributes
    Lucia: ReturnType<typeof luciaOn>
  }
}

/**
 * Lucia over one transaction and one clock. What it calls a session is a login here. It hands us the token of the
 * cookie; the database gets the token's SHA-256 and an id of its own, which may be shown (SEC-040).
 */
function luciaOn(tx: Tx, now: Date) {
  return new Lucia(adapterOn(tx, now), {
    sessionExpiresIn: new TimeSpan(absoluteMs, 'ms'),
    getSessionAttributes: ({ lastSeenAt, idleUntil, isShared }: LoginAttributes) => ({
      lastSeenAt,
      idleUntil,
      isShared,
    }),
  })
}

function adapterOn(tx: Tx, now: Date): Adapter {
  const inForce = { expiresAt: { gt: now }, idleUntil: { gt: now } }
  type Row = NonNullable<Awaited<ReturnType<Tx['login']['findFirst']>>>
  const toSession = ({ id, personId, expiresAt, ...attributes }: Row): DatabaseSession => ({
    id,
    userId: personId,
    // Lucia compares with the machine's clock: the time that is left must be the same on both.
    expiresAt: new Date(Date.now() + expiresAt.getTime() - now.getTime()),
    attributes,
  })
  return {
    async getSessionAndUser(token) {
      const row = await tx.login.findFirst({ where: { tokenHash: hashOfToken(token), ...inForce } })
      return row ? [toSession(row), { id: row.personId, attributes: {} }] : [null, null]
    },
    async getUserSessions(personId) {
      return (await tx.login.findMany({ where: { personId, ...inForce } })).map(toSession)
    },
    async setSession({ id: token, userId: personId, attributes }) {
      const expiresAt = new Date(now.getTime() + absoluteMs)
      const data = { id: newId(), tokenHash: hashOfToken(token), personId, createdAt: now, expiresAt, ...attributes }
      await tx.login.create({ data: { ...data, reauthenticatedAt: now } })
    },
    // The absolute end never moves; being idle is our own affair, below.
    async updateSessionExpiration() {},
    async deleteSession(id) {
      await tx.login.deleteMany({ where: { id } })
    },
    async deleteUserSessions(personId) {
      await tx.login.deleteMany({ where: { personId } })
    },
    async deleteExpiredSessions() {
      await tx.login.deleteMany({ where: { OR: [{ expiresAt: { lte: now } }, { idleUntil: { lte: now } }] } })
    },
  }
}

export interface NewLogin {
  readonly person: { readonly id: string; readonly isOrganiser: boolean }
  readonly accreditation: { readonly id: string; readonly side: Side } | null
  readonly device: string
  readonly isShared: boolean
}

/** A login with a token that never existed before (SEC-042). The token is for the cookie and is kept nowhere. */
export async function openLogin(tx: Tx, login: NewLogin, now: Date): Promise<string> {
  const token = newToken()
  const { person, accreditation, device, isShared } = login
  const doing = { isOrganiser: person.isOrganiser, acting: accreditation }
  const attributes = {
    accreditationId: accreditation?.id ?? null,
    idleUntil: idleUntil(doing, now, new Date(now.getTime() + absoluteMs)),
    lastSeenAt: now,
    device: device.slice(0, 80),
    isShared,
  }
  await luciaOn(tx, now).createSession(person.id, attributes, { sessionId: token })
  return token
}

/** A new token for a login that lives on; the old one is dead from this commit (SEC-042). */
export async function renewToken(tx: Tx, loginId: string): Promise<string> {
  const token = newToken()
  await tx.login.update({ where: { id: loginId }, data: { tokenHash: hashOfToken(token) } })
  return token
}

export interface LoginsParts {
  /** One transaction of the engine. */
  readonly transact: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>
  readonly cookies: Cookies
  readonly now: () => Date
}

export interface Authenticated {
  readonly actor: Person
  readonly isShared: boolean
  /** When the login ends if nothing more is done with it. */
  readonly endsAt: Date
}

export type Logins = ReturnType<typeof createLogins>

/** The one reader of login cookies, for pages and for the socket's handshake alike. */
export function createLogins({ transact, cookies, now }: LoginsParts) {
  const read = async (tx: Tx, token: string, at: Date) => {
    const { session } = await luciaOn(tx, at).validateSession(token)
    const actor = session && (await readActor(tx, session.id, at))
    return session && actor ? { actor, session } : null
  }
  /** Answers when the login ends from now on if nothing more is done with it. */
  const note = async (tx: Tx, actor: Person, at: Date): Promise<Date> => {
    const { expiresAt } = await tx.login.findUniqueOrThrow({ where: { id: actor.loginId } })
    const endsAt = idleUntil(actor, at, expiresAt)
    await tx.login.updateMany({ where: { id: actor.loginId }, data: { lastSeenAt: at, idleUntil: endsAt } })
    return endsAt
  }

  return {
    /** Who sends this `Cookie` header. Pages and mutations are activity; a handshake, a heartbeat or a look at the clock is not. */
    authenticate(header: string | null | undefined, activity: 'activity' | 'silent'): Promise<Authenticated | null> {
      const token = cookies.readLogin(header)
      if (!token) return Promise.resolve(null)
      return transact(async (tx) => {
        const at = now()
        const found = await read(tx, token, at)
        if (!found) return null
        const { actor, session } = found
        const isNews = activity === 'activity' && at.getTime() - session.lastSeenAt.getTime() >= notedEveryMs
        return { actor, isShared: session.isShared, endsAt: isNews ? await note(tx, actor, at) : session.idleUntil }
      })
    },

    /** A connection did something (SEC-043): its caller sees to it that this is said about once a minute, not at every key. */
    noteActivity: (loginId: string): Promise<void> =>
      transact(async (tx) => {
        const actor = await readActor(tx, loginId, now())
        if (actor) await note(tx, actor, now())
      }),
  }
}
